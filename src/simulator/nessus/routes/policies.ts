/** Policies: settings that scans share. */
import * as operations from '../../../api/nessus/policies.js';
import { isRecord, ownValue } from '../../../internal/is-record.js';
import { toJsonAnswer } from '../../answers.js';
import { replace, toNextId } from '../../items-by-id.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { prepareFile } from '../prepared-file.js';
import { templates, toEditorForm } from '../records/templates.js';
import { done, forEditors, toInvalidField, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';
import type { NessusPolicy } from '../world.js';

function withPolicy(request: NessusRequest, answer: (policy: NessusPolicy) => AnswerParts): AnswerParts {
  return withItem(request.world.policies, request.params['policy_id'], answer);
}

function toEntry(policy: NessusPolicy): object {
  return {
    id: policy.id, name: policy.name, description: policy.settings['description'] ?? null, template_uuid: policy.templateUuid, owner: policy.owner, shared: 0,
    user_permissions: 128, creation_date: policy.createdAtS, last_modification_date: policy.modifiedAtS, is_scap: 0, no_target: 'false', visibility: 'private',
  };
}

export function toPolicyForm(policy: NessusPolicy): object {
  return toEditorForm(templates.find(({ uuid }) => uuid === policy.templateUuid), policy.settings, policy.name);
}

/** Its settings by name: a policy is told flatter than the form to edit it. */
function toPolicyDetails({ name, settings, templateUuid }: NessusPolicy): object {
  return { uuid: templateUuid, settings: { ...settings, name } };
}

function toSettings(body: unknown): Readonly<Record<string, unknown>> {
  const settings = ownValue(body, 'settings');
  return isRecord(settings) ? settings : {};
}

function answerCreate({ body, nowMs, user, world }: NessusRequest): AnswerParts {
  const templateUuid = toText(body, 'uuid');
  const settings = toSettings(body);
  const name = toText(settings, 'name');
  if (!templates.some(({ uuid }) => uuid === templateUuid)) return toInvalidField('uuid');
  if (name === '') return toInvalidField('name');
  const nowS = Math.floor(nowMs / 1000);
  const policy: NessusPolicy = { id: toNextId(world.policies), name, templateUuid, owner: user.username, settings, createdAtS: nowS, modifiedAtS: nowS };
  world.policies = [...world.policies, policy];
  return toJsonAnswer({ policy_id: policy.id, policy_name: name });
}

function answerUpdate(request: NessusRequest): AnswerParts {
  const { body, nowMs, world } = request;
  const settings = toSettings(body);
  return withPolicy(request, (policy) => done(() => {
    const name = toText(settings, 'name') || policy.name;
    world.policies = replace(world.policies, { ...policy, name, settings: { ...policy.settings, ...settings }, modifiedAtS: Math.floor(nowMs / 1000) });
  }));
}

function answerCopy(request: NessusRequest): AnswerParts {
  const { world } = request;
  return withPolicy(request, (policy) => {
    const copy = { ...policy, id: toNextId(world.policies), name: `Copy of ${policy.name}` };
    world.policies = [...world.policies, copy];
    return toJsonAnswer({ id: copy.id, name: copy.name });
  });
}

function answerExport(request: NessusRequest): AnswerParts {
  return withPolicy(request, ({ id, name }) => {
    const text = `<?xml version="1.0" ?>\n<NessusClientData_v2>\n<Policy><policyName>${name.replace(/[&<>]/g, '')}</policyName></Policy>\n</NessusClientData_v2>\n`;
    return toJsonAnswer(prepareFile(request.world, { filename: `policy_${id}.nessus`, text, isBroken: false }));
  });
}

function answerDelete(request: NessusRequest): AnswerParts {
  return withPolicy(request, ({ id }) => done(() => {
    request.world.policies = request.world.policies.filter((policy) => policy.id !== id);
  }));
}

/** A list without policies is `null`, not empty. */
function answerList({ world }: NessusRequest): AnswerParts {
  return toJsonAnswer({ policies: world.policies.length === 0 ? null : world.policies.map(toEntry) });
}

export const policiesRoutes: readonly NessusRoute[] = [
  { operation: operations.list, answer: answerList },
  { operation: operations.details, answer: (request) => withPolicy(request, (policy) => toJsonAnswer(toPolicyDetails(policy))) },
  { operation: operations.create, answer: forEditors(answerCreate) },
  { operation: operations.update, answer: forEditors(answerUpdate) },
  { operation: operations.copy, answer: forEditors(answerCopy) },
  { operation: operations.exportRequest, answer: answerExport },
  { operation: operations.delete, answer: forEditors(answerDelete) },
];
