/** Editor: templates, and how scans and policies are set up. */
import { details, listTemplates, templateDetails } from '../../../api/nessus/editor.js';
import { toJsonAnswer } from '../../answers.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { templates, toEditorForm } from '../records/templates.js';
import { missing, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';
import { toPolicyForm } from './policies.js';

const types: readonly unknown[] = ['scan', 'policy'];

function answerTemplates({ params }: NessusRequest): AnswerParts {
  if (!types.includes(params['object_type'])) return missing;
  return toJsonAnswer({ templates: templates.map((template) => ({ ...template, cloud_only: false, subscription_only: false, is_agent: null, order: 0 })) });
}

function answerTemplate({ params }: NessusRequest): AnswerParts {
  const template = templates.find(({ uuid }) => uuid === params['template_uuid']);
  return template === undefined || !types.includes(params['object_type']) ? missing : toJsonAnswer(toEditorForm(template, {}, ''));
}

function answerDetails({ params, world }: NessusRequest): AnswerParts {
  const id = params['object_id'];
  if (params['object_type'] === 'policy') return withItem(world.policies, id, (policy) => toJsonAnswer(toPolicyForm(policy)));
  if (params['object_type'] !== 'scan') return missing;
  return withItem(world.scans, id, ({ name, settings, targets, templateUuid }) =>
    toJsonAnswer(toEditorForm(templates.find(({ uuid }) => uuid === templateUuid), { text_targets: targets, ...settings }, name)));
}

export const editorRoutes: readonly NessusRoute[] = [
  { operation: listTemplates, answer: answerTemplates },
  { operation: templateDetails, answer: answerTemplate },
  { operation: details, answer: answerDetails },
];
