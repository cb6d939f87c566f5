/**
 * Routes of operations that have no behaviour of their own, made from their descriptions alone: collections of objects with
 * list, details, create, update and delete, and for all else an answer that fits.
 */
import type { AnyOperation } from '../../operation/define-operation.js';
import { isRecord } from '../../internal/is-record.js';
import { bytesType } from '../answers.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../simulated-exchange.js';
import { findSlip } from './body-slip.js';
import { findObject, toSeeds, withNewIds } from './collections.js';
import type { Collections, PlainObject } from './collections.js';
import { toExample } from './example.js';
import type { PlainAnswers, PlainPage } from './plain-answers.js';
import { findList, toOutputShape, toRoles } from './roles.js';
import type { PlainRole } from './roles.js';

interface PlainWorld {
  readonly collections: Collections;
}

/** Operations by area and name. */
type AnyCatalogue = Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>;

/** Routes of all operations of a catalogue but those that `others` answer. */
export function createPlainRoutes<World extends PlainWorld, User>(
  catalogue: AnyCatalogue,
  others: readonly Pick<Route<World, unknown>, 'operation'>[],
  answers: PlainAnswers<RouteRequest<World, User>>,
): readonly Route<World, User>[] {
  const taken = new Set(others.map(({ operation }) => operation.id));
  const operations = Object.values(catalogue).flatMap((area) => Object.values(area));
  const roles = toRoles(operations.filter(({ id }) => !taken.has(id)));
  return roles.map((role) => ({ operation: role.operation, answer: (request) => answerPlain(role, roles, answers, request) }));
}

function answerPlain<World extends PlainWorld, User>(
  role: PlainRole,
  roles: readonly PlainRole[],
  answers: PlainAnswers<RouteRequest<World, User>>,
  request: RouteRequest<World, User>,
): AnswerParts {
  const { body, does, isListed, operation, parameter, template } = role;
  if (!areParentsThere(role, roles, request)) return answers.toMissing(request);
  const objects = openCollection(role, request);
  const at = parameter === '' ? -1 : findObject(objects, parameter, request.params[parameter] ?? '');
  if (parameter !== '' && at < 0 && isListed) return answers.toMissing(request);
  const slip = findSlip(body, request.body);
  if (slip !== null) return answers.toInvalid(slip, request);
  if (does === 'list') return answers.toPage(objects, request).match((page) => answers.toAnswer(toListAnswer(role, page), request), (refusal) => refusal);
  if (does === 'create') objects.push(withNewIds(withBody(toExample(template, objects.length + 1), request.body), objects, role.collection));
  if (does === 'update' && at >= 0) objects[at] = withBody(objects[at], request.body);
  const object = does === 'create' ? objects.at(-1) : objects[at];
  if (does === 'delete' && at >= 0) objects.splice(at, 1);
  return operation.output.kind === 'file' ? exampleFile : answers.toAnswer(toOneAnswer(operation, object), request);
}

const exampleFile: AnswerParts = {
  status: 200,
  headers: { 'content-type': bytesType, 'content-disposition': 'attachment; filename="example.txt"' },
  body: 'Example file\n',
};

/** What is asked for below an object that does not exist does not exist. */
function areParentsThere(role: PlainRole, roles: readonly PlainRole[], request: RouteRequest<PlainWorld, unknown>): boolean {
  return roles.filter(({ collection, does, isListed, parameter }) => does === 'details' && isListed && role.collection.startsWith(`${collection}/{${parameter}}/`))
    .every((parent) => findObject(openCollection(parent, request), parent.parameter, request.params[parent.parameter] ?? '') >= 0);
}

/** The objects of a collection. One that stands below no object has some at first. */
function openCollection({ collection, isListed, template }: PlainRole, { params, world: { collections } }: RouteRequest<PlainWorld, unknown>): PlainObject[] {
  const path = collection.replace(/\{([^/{}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const known = collections.get(path);
  if (known !== undefined) return known;
  const objects = isListed && path === collection ? toSeeds(template, collection) : [];
  collections.set(path, objects);
  return objects;
}

/** Of a body, what objects of this kind have is kept. */
function withBody(object: unknown, body: unknown): PlainObject {
  const before = isRecord(object) ? object : {};
  const given = isRecord(body) ? Object.entries(body).filter(([name]) => Object.hasOwn(before, name)) : [];
  return { ...before, ...Object.fromEntries(given) };
}

function toListAnswer({ operation }: PlainRole, { beside, items }: PlainPage): unknown {
  const shape = toOutputShape(operation);
  const place = findList(shape);
  if (shape === null || place === null) return undefined;
  const told = items.map((item, at) => toExample(place.item, at + 1, item));
  return place.member === '' ? told : toExample(shape, 1, { ...beside, [place.member]: told });
}

/** An answer about one object: the object itself, or the one member that holds it. */
function toOneAnswer(operation: AnyOperation, object: PlainObject | undefined): unknown {
  const shape = toOutputShape(operation);
  if (shape === null) return undefined;
  const members = typeof shape === 'string' ? [] : Object.entries(shape.loose ?? {});
  const [holder] = members.length === 1 ? members : [];
  const isHolder = holder !== undefined && typeof holder[1] !== 'string' && holder[1].loose !== undefined;
  return toExample(shape, 1, isHolder ? { [holder[0]]: object } : object);
}
