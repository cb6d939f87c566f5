/** Plugins and their families. */
import { families, familyDetails, pluginDetails } from '../../../api/nessus/plugins.js';
import { toJsonAnswer } from '../../answers.js';
import { plugins, riskFactors } from '../../records/plugins.js';
import type { SimulatedPlugin } from '../../records/plugins.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

const allFamilies = [...new Map(plugins.map(({ family, familyId }) => [familyId, family]))].map(([id, name]) => ({
  id, name, plugins: plugins.filter(({ familyId }) => familyId === id),
}));

function answerFamilies(): AnswerParts {
  return toJsonAnswer({ families: allFamilies.map(({ id, name, plugins: members }) => ({ id, name, count: members.length })) });
}

function answerFamily({ params }: NessusRequest): AnswerParts {
  return withItem(allFamilies, params['family_id'], ({ id, name, plugins: members }) =>
    toJsonAnswer({ id, name, plugins: members.map((plugin) => ({ id: plugin.id, name: plugin.name })) }));
}

/** A plugin has an attribute of the same name for each CVE. */
function toAttributes({ cves, severityId, solution, synopsis }: SimulatedPlugin): readonly object[] {
  const attributes = [['synopsis', synopsis], ['solution', solution], ['risk_factor', riskFactors[severityId] ?? ''], ...cves.map((cve) => ['cve', cve])];
  return attributes.map(([name, value]) => ({ attribute_name: name, attribute_value: value }));
}

function answerPlugin({ params }: NessusRequest): AnswerParts {
  return withItem(plugins, params['plugin_id'], (plugin) =>
    toJsonAnswer({ id: plugin.id, name: plugin.name, family_name: plugin.family, attributes: toAttributes(plugin) }));
}

export const pluginsRoutes: readonly NessusRoute[] = [
  { operation: families, answer: answerFamilies },
  { operation: familyDetails, answer: answerFamily },
  { operation: pluginDetails, answer: answerPlugin },
];
