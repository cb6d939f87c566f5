/** Plugins and their families. */
import { details, families, familyDetails, list } from '../../../api/sc/plugins.js';
import { plugins, riskFactors } from '../../records/plugins.js';
import type { SimulatedPlugin } from '../../records/plugins.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toInvalid, toMissing, toScAnswer } from '../answers.js';
import { pickFields } from '../objects.js';
import type { ScObject } from '../objects.js';
import type { ScRequest, ScRoute } from '../route.js';

const listFields = ['name', 'description'];

function toPlugin(plugin: SimulatedPlugin): ScObject {
  return {
    id: String(plugin.id), name: plugin.name, description: plugin.synopsis, family: toFamily(plugin), type: 'active', synopsis: plugin.synopsis,
    solution: plugin.solution, riskFactor: riskFactors[plugin.severityId] ?? '', pluginPubDate: String(toUnixSeconds(-300)), pluginModDate: String(toUnixSeconds(-30)),
    xrefs: plugin.cves.map((cve) => `CVE:${cve}`).join(),
  };
}

function toFamily({ family, familyId }: SimulatedPlugin): ScObject {
  return { id: String(familyId), name: family, type: 'active' };
}

const allPlugins: readonly ScObject[] = plugins.map(toPlugin);
const allFamilies: readonly ScObject[] = [...new Map(plugins.map((plugin) => [plugin.familyId, toFamily(plugin)])).values()];

type Compare = (shown: string, wanted: string) => boolean;

const operators: Readonly<Record<string, Compare>> = {
  eq: (shown, wanted) => shown === wanted,
  gt: (shown, wanted) => Number(shown) > Number(wanted),
  gte: (shown, wanted) => Number(shown) >= Number(wanted),
  lt: (shown, wanted) => Number(shown) < Number(wanted),
  lte: (shown, wanted) => Number(shown) <= Number(wanted),
  like: (shown, wanted) => shown.toLowerCase().includes(wanted.toLowerCase()),
};

/** Filtered, sorted, cut to a page; a field or an operator that there is not is refused. */
function answerList(all: readonly ScObject[], byDefault: readonly string[], { nowMs, query }: ScRequest): AnswerParts {
  const field = query.get('filterField');
  const compare = operators[query.get('op') ?? 'eq'];
  const isKnown = field === null || all.some((one) => Object.hasOwn(one, field));
  if (!isKnown || compare === undefined) return toInvalid(`Invalid parameters specified for Plugin query. The filter '${field ?? ''}' is invalid (valid filters: id, name, riskFactor).`, nowMs);
  const sortField = query.get('sortField') ?? 'id';
  const direction = query.get('sortDirection') === 'DESC' ? -1 : 1;
  const found = all
    .filter((one) => field === null || compare(String(one[field]), query.get('value') ?? ''))
    .filter((one) => Number(one['pluginModDate'] ?? Number.POSITIVE_INFINITY) >= Number(query.get('since') ?? 0))
    .sort((a, b) => direction * String(a[sortField]).localeCompare(String(b[sortField]), 'en', { numeric: true }));
  const page = found.slice(Number(query.get('startOffset') ?? 0), Number(query.get('endOffset') ?? found.length));
  return toScAnswer(page.map((one) => pickFields(one, query.get('fields'), byDefault)), nowMs);
}

function answerDetails(all: readonly ScObject[], title: string, { nowMs, params, query }: ScRequest): AnswerParts {
  const found = all.find(({ id }) => id === params['id']);
  return found === undefined ? toMissing(title, params['id'] ?? '', nowMs) : toScAnswer(pickFields(found, query.get('fields'), null), nowMs);
}

export const pluginsRoutes: readonly ScRoute[] = [
  { operation: list, answer: (request) => answerList(allPlugins, listFields, request) },
  { operation: details, answer: (request) => answerDetails(allPlugins, 'Plugin', request) },
  { operation: families, answer: (request) => answerList(allFamilies, ['name', 'type'], request) },
  { operation: familyDetails, answer: (request) => answerDetails(allFamilies, 'Plugin Family', request) },
];
