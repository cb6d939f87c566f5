/** Tags: categories, their values, and which assets have them. */
import {
  assign, categoryDetails, createCategory, createValue, deleteCategory, deleteValue, deleteValues, filterCategories, listAssetTags,
  listCategories, listValues, updateCategory, updateValue, valueDetails,
} from '../../../api/vm/tags.js';
import { isRecord, ownValue } from '../../../internal/is-record.js';
import { emptyAnswer, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toUuid } from '../../invented-ids.js';
import { toIso } from '../../records/invented-time.js';
import { toText } from '../../text-member.js';
import { toNamedRefusal } from '../answers.js';
import { toListPage } from '../list-page.js';
import { ofCategory, toPermissions } from '../records/tags.js';
import type { SimulatedTagCategory, SimulatedTagValue } from '../records/tags.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import type { World } from '../world.js';

function answerList(member: 'categories' | 'values', items: readonly object[], defaultLimit: number, { query }: RouteRequest): AnswerParts {
  return toListPage(items, query, defaultLimit).match(
    ({ items: found, limit, offset, total }) => toJsonAnswer({ [member]: found, pagination: { offset, limit, total } }),
    (refusal) => refusal,
  );
}

const now = toIso(0);

function openCategory({ body, user, world }: RouteRequest, name: string, description: string): SimulatedTagCategory | undefined {
  const uuid = toText(body, 'category_uuid');
  const known = world.tagCategories.find((one) => (uuid === '' ? one.name === name : one.uuid === uuid));
  if (known !== undefined || uuid !== '' || name === '') return known;
  const category = {
    uuid: toUuid('tag category', name, world.tagCategories.length),
    name, description, reserved: false, created_at: now, created_by: user.username, updated_at: now, updated_by: user.username,
  };
  world.tagCategories.push(category);
  return category;
}

function answerCreateValue(request: RouteRequest): AnswerParts {
  const { body, user, world } = request;
  const text = toText(body, 'value');
  if (text === '') return toReasonRefusal(400, "Invalid 'value' field");
  const category = openCategory(request, toText(body, 'category_name'), toText(body, 'category_description'));
  if (category === undefined) return toReasonRefusal(400, "Invalid 'category_uuid' field");
  if (world.tagValues.some((one) => one.category_uuid === category.uuid && one.value === text)) return toReasonRefusal(400, 'Duplicate tag value');
  const value: SimulatedTagValue = {
    uuid: toUuid('tag value', category.uuid, text, world.tagValues.length),
    created_at: now, created_by: user.username, updated_at: now, updated_by: user.username,
    value: text, ...ofCategory(category), ...toSettings(body, toPermissions(user)),
  };
  world.tagValues.push(value);
  return toJsonAnswer(toValue(value, world));
}

/** What creating and changing set alike. */
function toSettings(body: unknown, permissions: object): Pick<SimulatedTagValue, 'access_control' | 'description' | 'filters' | 'saved_search' | 'type'> {
  const asset = ownValue(ownValue(body, 'filters'), 'asset');
  const rules = asset === undefined ? {} : { filters: { asset: JSON.stringify(asset) } };
  const given = ownValue(body, 'access_control');
  return { description: toText(body, 'description'), type: asset === undefined ? 'static' : 'dynamic', saved_search: false, ...rules, access_control: { ...permissions, ...(isRecord(given) ? given : {}) } };
}

function toValue(value: SimulatedTagValue, { tagAssignments }: World): object {
  return { ...value, assignment_count: [...tagAssignments.values()].filter((tags) => tags.has(value.uuid)).length };
}

function answerUpdateValue(value: SimulatedTagValue, { body, user, world }: RouteRequest): AnswerParts {
  const { description, ...settings } = toSettings(body, value.access_control);
  const changed = {
    ...value,
    ...(settings.type === 'dynamic' ? settings : { access_control: settings.access_control }),
    ...(description === '' ? {} : { description }),
    value: toText(body, 'value') || value.value,
    updated_at: now,
    updated_by: user.username,
  };
  world.tagValues[world.tagValues.indexOf(value)] = changed;
  return toJsonAnswer(toValue(changed, world));
}

function deleteWhere(world: World, isGone: (value: SimulatedTagValue) => boolean): AnswerParts {
  const gone = world.tagValues.filter(isGone);
  world.tagValues = world.tagValues.filter((value) => !gone.includes(value));
  for (const tags of world.tagAssignments.values()) for (const { uuid } of gone) tags.delete(uuid);
  return emptyAnswer;
}

function answerDeleteValues({ body, world }: RouteRequest): AnswerParts {
  const uuids = toTexts(ownValue(body, 'values'));
  return deleteWhere(world, ({ uuid }) => uuids.includes(uuid));
}

function answerCreateCategory(request: RouteRequest): AnswerParts {
  const name = toText(request.body, 'name');
  if (name === '' || request.world.tagCategories.some((one) => one.name === name)) return toReasonRefusal(400, "Invalid 'name' field");
  return toJsonAnswer(openCategory(request, name, toText(request.body, 'description')));
}

function answerUpdateCategory(category: SimulatedTagCategory, { body, user, world }: RouteRequest): AnswerParts {
  const changed = {
    ...category,
    name: toText(body, 'name') || category.name,
    description: toText(body, 'description') || category.description,
    updated_at: now,
    updated_by: user.username,
  };
  world.tagCategories[world.tagCategories.indexOf(category)] = changed;
  world.tagValues = world.tagValues.map((value) => (value.category_uuid === category.uuid ? { ...value, ...ofCategory(changed) } : value));
  return toJsonAnswer(changed);
}

function answerDeleteCategory(category: SimulatedTagCategory, { world }: RouteRequest): AnswerParts {
  world.tagCategories = world.tagCategories.filter((one) => one !== category);
  return deleteWhere(world, (value) => value.category_uuid === category.uuid);
}

function answerFilterCategories({ world }: RouteRequest): AnswerParts {
  return toJsonAnswer({
    categories: world.tagCategories.map(({ name, uuid }) => {
      const values = world.tagValues.filter((value) => value.category_uuid === uuid).map((value) => ({ uuid: value.uuid, value: value.value }));
      return { uuid, name, value_count: values.length, values };
    }),
  });
}

function answerAssign({ body, world }: RouteRequest): AnswerParts {
  const tags = toTexts(ownValue(body, 'tags')).filter((uuid) => world.tagValues.some((value) => value.uuid === uuid));
  for (const asset of toTexts(ownValue(body, 'assets'))) {
    const assigned = world.tagAssignments.get(asset) ?? new Set<string>();
    for (const tag of tags) if (toText(body, 'action') === 'remove') assigned.delete(tag); else assigned.add(tag);
    world.tagAssignments.set(asset, assigned);
  }
  return toJsonAnswer({ job_uuid: toUuid('tag job', JSON.stringify(body)).replaceAll('-', '') });
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function answerListAssetTags({ params, world }: RouteRequest): AnswerParts {
  const asset = params['asset_uuid'] ?? '';
  const tags = world.tagAssignments.get(asset) ?? new Set<string>();
  return toJsonAnswer({
    tags: world.tagValues.filter(({ uuid }) => tags.has(uuid)).map(({ category_name, category_uuid, type, uuid, value }) => ({
      value_uuid: uuid, value, category_name, category_uuid, asset_uuid: asset, source: type,
    })),
  });
}

/** The answer about the value that the path names. */
const ofValue = (answer: (value: SimulatedTagValue, request: RouteRequest) => AnswerParts): Route['answer'] => (request) => {
  const value = request.world.tagValues.find(({ uuid }) => uuid === request.params['tag_value_uuid']);
  return value === undefined ? toNamedRefusal(404, 'Tag not found') : answer(value, request);
};

const inCategory = (answer: (category: SimulatedTagCategory, request: RouteRequest) => AnswerParts): Route['answer'] => (request) => {
  const category = request.world.tagCategories.find(({ uuid }) => uuid === request.params['tag_category_uuid']);
  return category === undefined ? toNamedRefusal(404, 'Tag not found') : answer(category, request);
};

export const tagsRoutes: readonly Route[] = [
  { operation: listValues, answer: (request) => answerList('values', request.world.tagValues, 1000, request) },
  { operation: createValue, answer: answerCreateValue },
  { operation: valueDetails, answer: ofValue((value, { world }) => toJsonAnswer(toValue(value, world))) },
  { operation: updateValue, answer: ofValue(answerUpdateValue) },
  { operation: deleteValue, answer: ofValue((value, { world }) => deleteWhere(world, (one) => one === value)) },
  { operation: deleteValues, answer: answerDeleteValues },
  { operation: listCategories, answer: (request) => answerList('categories', request.world.tagCategories, 5000, request) },
  { operation: createCategory, answer: answerCreateCategory },
  { operation: categoryDetails, answer: inCategory((category) => toJsonAnswer(category)) },
  { operation: updateCategory, answer: inCategory(answerUpdateCategory) },
  { operation: deleteCategory, answer: inCategory(answerDeleteCategory) },
  { operation: filterCategories, answer: answerFilterCategories },
  { operation: assign, answer: answerAssign },
  { operation: listAssetTags, answer: answerListAssetTags },
];
