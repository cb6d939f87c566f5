/** Policies: how scans look. */
import * as operations from '../../../api/sc/policies.js';
import { isRecord, ownValue } from '../../../internal/is-record.js';
import { toJsonText } from '../../answers.js';
import { inventedNowMs } from '../../records/invented-time.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toMissing, toScAnswer, toScFile } from '../answers.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes, withObject } from '../object-routes.js';
import { pickFields } from '../objects.js';
import type { ScObject } from '../objects.js';
import { toBlankPolicy } from '../records/blanks.js';
import { forEditors } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';

function answerCopy(request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withObject('policy', request, (policy) => {
    const nowS = String(Math.floor(nowMs / 1000));
    const name = toText(body, 'name') || `Copy of ${String(policy['name'])}`;
    const copy = { ...policy, id: world.objects.policy.nextId(), name, createdTime: nowS, modifiedTime: nowS };
    world.objects.policy.put(copy);
    return toScAnswer(copy, nowMs);
  });
}

function answerExport(request: ScRequest): AnswerParts {
  return withObject('policy', request, (policy) => {
    const preferences = isRecord(policy['preferences']) ? Object.keys(policy['preferences']) : [];
    const lines = preferences.map((name) => `<preference><name>${name.replace(/[&<>]/g, '')}</name></preference>`);
    return toScFile(`policy-${policy.id}.xml`, 'text/xml;charset=UTF-8', `<?xml version="1.0" encoding="UTF-8"?>\n<NessusClientData_v2>\n<Policy>\n${lines.join('\n')}\n</Policy>\n</NessusClientData_v2>\n`);
  });
}

const templates: readonly ScObject[] = [
  ['1', 'Advanced Scan', 'A scan with every setting'],
  ['2', 'Host Discovery', 'A scan that finds hosts and open ports'],
  ['3', 'Basic Network Scan', 'A scan for hosts of any kind'],
].map(([id = '', name = '', description = '']) => ({ id, name, description }));

/** When they were made: Unix time in seconds. */
const templateTime = String(Math.floor(inventedNowMs / 1000) - 86_400 * 365);

/** Settings come as JSON in a text, and only where one template is asked for. */
function answerTemplate({ nowMs, params, query }: ScRequest): AnswerParts {
  const template = templates.find(({ id }) => id === params['id']);
  if (template === undefined) return toMissing('Policy Template', params['id'] ?? '', nowMs);
  const editor = toJsonText({ plugins: 'true', compliance: 'true', globalSettings: [] });
  const times = Object.fromEntries(['createdTime', 'modifiedTime', 'templateModTime', 'templatePubTime', 'templateDefModTime'].map((name) => [name, templateTime]));
  return toScAnswer(pickFields({ ...template, editor, ...times }, query.get('fields'), null), nowMs);
}

const routes = createObjectRoutes({
  kind: 'policy',
  operations,
  listFields: ['name', 'description', 'status'],
  isParted: true,
  rules: { plain: ['name', 'description', 'context', 'tags', 'preferences', 'auditFiles', 'generateXCCDFResults', 'policyProfileName', 'policyTemplate'] },
  toBlank: (id, request) => toBlankPolicy(id, toCreation(request)),
  view: (policy) => ({ ...policy, policyTemplate: { name: '', description: '', ...(isRecord(policy['policyTemplate']) ? policy['policyTemplate'] : {}) } }),
});

/** An update may take settings away. */
function withoutPreferences({ answer, operation }: ScRoute): ScRoute {
  if (operation.id !== operations.update.id) return { answer, operation };
  return {
    operation,
    answer: (request) => {
      const removed = ownValue(request.body, 'removePrefs');
      const policy = request.world.objects.policy.find(request.params['id']);
      if (Array.isArray(removed) && policy !== undefined && isRecord(policy['preferences']) && !request.user.isAuditor) {
        const kept = Object.entries(policy['preferences']).filter(([name]) => !removed.includes(name));
        request.world.objects.policy.put({ ...policy, preferences: Object.fromEntries(kept) });
      }
      return answer(request);
    },
  };
}

export const policiesRoutes: readonly ScRoute[] = [
  ...routes.map(withoutPreferences),
  { operation: operations.copy, answer: forEditors('the Policy', answerCopy) },
  { operation: operations.exportFile, answer: answerExport },
  { operation: operations.templates, answer: ({ nowMs, query }) => toScAnswer(templates.map((template) => pickFields(template, query.get('fields'), null)), nowMs) },
  { operation: operations.templateDetails, answer: answerTemplate },
];
