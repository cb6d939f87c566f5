/** The routes that most kinds of objects have alike: list, details, create, update, share, delete. */
import type { Result } from 'neverthrow';

import type { AnswerParts } from '../simulated-exchange.js';
import { toText } from '../text-member.js';
import { toInvalid, toMissing, toScAnswer } from './answers.js';
import { applyBody, toTitle } from './object-body.js';
import type { BodyRules } from './object-body.js';
import { pickFields } from './objects.js';
import type { ScKind, ScObject } from './objects.js';
import { forAdministrators, forEditors } from './route.js';
import type { ScRequest, ScRoute } from './route.js';

type Name = 'create' | 'delete' | 'details' | 'list' | 'share' | 'update';

/** One kind of objects. */
export interface ObjectArea {
  readonly kind: ScKind;
  readonly operations: { readonly [N in Name]?: ScRoute['operation'] };
  /** What lists show where no fields are asked for. */
  readonly listFields: readonly string[];
  /** Whether lists are parted into what may be used and what may be managed, for all but administrators. */
  readonly isParted: boolean;
  /** Whether only administrators may create, change and delete. */
  readonly isForAdministrators?: boolean;
  readonly rules: BodyRules;
  /** An object with nothing but its defaults. */
  readonly toBlank: (id: string, request: ScRequest) => ScObject;
  /** What is shown of an object at a time. Default: the object as it is. */
  readonly view?: (object: ScObject, request: ScRequest) => ScObject;
}

/** Who may use an object. */
const sharing: BodyRules = { plain: [], many: { groups: 'group' } };

export function createObjectRoutes(area: ObjectArea): readonly ScRoute[] {
  const answers: { readonly [N in Name]: ScRoute['answer'] } = {
    list: (request) => answerList(area, request),
    details: (request) => withObject(area.kind, request, (object) =>
      toScAnswer(pickFields(view(area, object, request), request.query.get('fields'), null), request.nowMs)),
    create: guard(area, (request) => answerCreate(area, request)),
    update: guard(area, (request) => withObject(area.kind, request, (object) => answerChange(area, object, request))),
    share: guard(area, (request) => withObject(area.kind, request, (object) => settle(area, request, applyBody(object, request, sharing)))),
    delete: guard(area, (request) => answerDelete(area.kind, request)),
  };
  return (Object.keys(answers) as Name[]).flatMap((name) => { // its keys are these names
    const operation = area.operations[name];
    return operation === undefined ? [] : [{ operation, answer: answers[name] }];
  });
}

/** The answer for the object that the path names, or the refusal where there is none. */
export function withObject(kind: ScKind, { nowMs, params, world }: ScRequest, answer: (object: ScObject) => AnswerParts): AnswerParts {
  const object = world.objects[kind].find(params['id']);
  return object === undefined ? toMissing(toTitle(kind), params['id'] ?? '', nowMs) : answer(object);
}

export function answerDelete(kind: ScKind, request: ScRequest): AnswerParts {
  return withObject(kind, request, ({ id }) => {
    request.world.objects[kind].remove(id);
    return toScAnswer('', request.nowMs);
  });
}

function guard({ isForAdministrators = false, kind }: ObjectArea, answer: ScRoute['answer']): ScRoute['answer'] {
  const what = `the ${toTitle(kind)}`;
  return isForAdministrators ? forAdministrators(what, answer) : forEditors(what, answer);
}

function view(area: ObjectArea, object: ScObject, request: ScRequest): ScObject {
  return area.view?.(object, request) ?? object;
}

function answerList(area: ObjectArea, request: ScRequest): AnswerParts {
  return toListAnswer(area, request, request.world.objects[area.kind].all());
}

/** A list in the form that the caller's role gets. */
export function toListAnswer(area: ObjectArea, request: ScRequest, objects: readonly ScObject[]): AnswerParts {
  const { nowMs, query, user } = request;
  const items = objects.map((object) => pickFields(view(area, object, request), query.get('fields'), area.listFields));
  return toScAnswer(area.isParted && !user.isAdministrator ? { usable: items, manageable: user.isAuditor ? [] : items } : items, nowMs);
}

function answerCreate(area: ObjectArea, request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  if (toText(body, 'name') === '') return toInvalid(`Invalid parameters specified for ${toTitle(area.kind)}. The field 'name' is needed.`, nowMs);
  const store = world.objects[area.kind];
  return settle(area, request, applyBody(area.toBlank(store.nextId(), request), request, area.rules));
}

function answerChange(area: ObjectArea, object: ScObject, request: ScRequest): AnswerParts {
  const modifiedTime = String(Math.floor(request.nowMs / 1000));
  return settle(area, request, applyBody({ ...object, modifiedTime }, request, area.rules));
}

function settle(area: ObjectArea, request: ScRequest, applied: Result<ScObject, AnswerParts>): AnswerParts {
  if (applied.isErr()) return applied.error;
  request.world.objects[area.kind].put(applied.value);
  return toScAnswer(view(area, applied.value, request), request.nowMs);
}
