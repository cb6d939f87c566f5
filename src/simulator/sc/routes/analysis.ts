/** Analysis: findings of a source through a tool, filtered and cut to a page; events for `event`. */
import { query as operation } from '../../../api/sc/analysis.js';
import { ownValue } from '../../../internal/is-record.js';
import { toHost } from '../../records/hosts.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toInvalid, toScAnswer } from '../answers.js';
import { toSourcedFindings } from '../finding-sources.js';
import { findingTools } from '../findings.js';
import type { Finding } from '../findings.js';
import { toWord } from '../objects.js';
import { scObjectIds } from '../records/objects.js';
import type { ScRequest, ScRoute } from '../route.js';

const eventCount = 60;

/** What a filter compares. */
const fields: Readonly<Record<string, (finding: Finding) => string>> = {
  severity: ({ plugin }) => String(plugin.severityId),
  pluginID: ({ plugin }) => String(plugin.id),
  pluginName: ({ plugin }) => plugin.name,
  port: ({ plugin }) => String(plugin.port),
  ip: ({ host }) => host.ipv4,
  dnsName: ({ host }) => host.fqdn,
  repository: () => scObjectIds.repository,
};

type Compare = (shown: string, wanted: readonly string[]) => boolean;

const operators: Readonly<Record<string, Compare>> = {
  '=': (shown, wanted) => wanted.includes(shown),
  '!=': (shown, wanted) => !wanted.includes(shown),
  '>=': (shown, [wanted]) => Number(shown) >= Number(wanted),
  '<=': (shown, [wanted]) => Number(shown) <= Number(wanted),
  '~=': (shown, [wanted]) => shown.toLowerCase().includes((wanted ?? '').toLowerCase()),
};

/** A value is text with commas, an object with an id, or a list of those. */
function toWanted(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const id = ownValue(one, 'id');
    return toWord(id ?? one).split(',');
  });
}

function toFilters(filters: readonly unknown[]): string | ((finding: Finding) => boolean) {
  const tests: ((finding: Finding) => boolean)[] = [];
  for (const filter of filters) {
    const name = toText(filter, 'filterName');
    const field = fields[name];
    const compare = operators[toText(filter, 'operator')];
    if (field === undefined) return `The filter '${name}' is invalid (valid filters: ${Object.keys(fields).join(', ')}).`;
    if (compare === undefined) return `The operator of the filter '${name}' is invalid.`;
    const wanted = toWanted(ownValue(filter, 'value'));
    tests.push((finding) => compare(field(finding), wanted));
  }
  return (finding) => tests.every((test) => test(finding));
}

function answerQuery(request: ScRequest): AnswerParts {
  const { body, nowMs } = request;
  const query = ownValue(body, 'query');
  const [type, tool] = [toText(body, 'type'), toText(query, 'tool')];
  const refuse = (why: string): AnswerParts => toInvalid(`Invalid parameters specified for ${type} query. ${why}`, nowMs);
  if (type === 'event' && tool === 'listdata') {
    const sourceType = toText(body, 'sourceType') || 'lce';
    return sourceType === 'lce' || sourceType === 'archive' ? answerEvents(query, nowMs) : refuse(`The source type '${sourceType}' is invalid (valid source types: lce, archive).`);
  }
  const toRecords = findingTools[tool];
  if (type !== 'vuln' || (toRecords === undefined && tool !== 'iplist')) return refuse(`The tool '${tool}' is invalid (valid tools: ${[...Object.keys(findingTools), 'iplist'].join(', ')}).`);
  const given = ownValue(query, 'filters');
  const filter = toFilters(Array.isArray(given) ? given : []);
  if (typeof filter === 'string') return refuse(filter);
  const sourced = toSourcedFindings(request);
  if ('refusal' in sourced) return refuse(sourced.refusal);
  const findings = sourced.filter(filter);
  if (toRecords === undefined) return toScAnswer(toNumbered(findings), nowMs);
  const { page, ...range } = toPage(sort(toRecords(findings), body), query);
  // Text for all but the size of the page, as recorded.
  const told = { totalRecords: String(range.total), returnedRecords: page.length, startOffset: String(range.start), endOffset: String(range.end) };
  return toScAnswer({ ...told, matchingDataElementCount: '-1', results: page }, nowMs);
}

function sort(records: readonly object[], body: unknown): readonly object[] {
  const field = toText(body, 'sortField');
  const direction = toText(body, 'sortDir').toLowerCase() === 'desc' ? -1 : 1;
  if (field === '') return records;
  return [...records].sort((a, b) => direction * String(ownValue(a, field)).localeCompare(String(ownValue(b, field)), 'en', { numeric: true }));
}

function toPage(records: readonly object[], query: unknown): { readonly page: readonly object[]; readonly total: number; readonly start: number; readonly end: number } {
  const start = Number(ownValue(query, 'startOffset') ?? 0);
  const end = Number(ownValue(query, 'endOffset') ?? 50);
  return { page: records.slice(start, end), total: records.length, start, end };
}

function toNumbered(findings: readonly Finding[]): object {
  const addresses = [...new Set(findings.map(({ host }) => host.ipv4))];
  return { ...Object.fromEntries(addresses.map((address, at) => [String(at), address])) };
}

/** Events have numbers where findings have text. */
function answerEvents(query: unknown, nowMs: number): AnswerParts {
  const events = Array.from({ length: eventCount }, (_, number) => ({
    time: String(toUnixSeconds(-1, number)), event: 'Example-Connection', 'source ip': toHost(number).ipv4, 'destination ip': toHost(number + 1).ipv4,
    protocol: '6', 'destination port': '443', 'number of vulns': '0', sensor: 'example-sensor', type: 'firewall', 'va/ids': '0',
  }));
  const { end, page, start, total } = toPage(events, query);
  const nowS = Math.floor(nowMs / 1000);
  return toScAnswer({
    totalRecords: total, returnedRecords: page.length, startOffset: start, endOffset: end, matchingDataElementCount: total, results: page,
    startTime: nowS - 86_400, endTime: nowS,
  }, nowMs);
}

export const analysisRoutes: readonly ScRoute[] = [{ operation, answer: answerQuery }];
