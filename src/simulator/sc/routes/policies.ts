/** Policies: how scans look. */
import * as operations from '../../../api/sc/policies.js';
import { isRecord, ownValue } from '../../../internal/is-record.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toScAnswer, toScFile } from '../answers.js';
import { toMaking } from '../making.js';
import { createObjectRoutes, withObject } from '../object-routes.js';
import { toText } from '../objects.js';
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

const routes = createObjectRoutes({
  kind: 'policy',
  operations,
  listFields: ['name', 'description', 'status'],
  isParted: true,
  rules: { plain: ['name', 'description', 'context', 'tags', 'preferences', 'auditFiles', 'generateXCCDFResults', 'policyProfileName', 'policyTemplate'] },
  toBlank: (id, request) => toBlankPolicy(id, toMaking(request)),
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
];
