/** What the operations of a catalogue do, read from their paths and shapes alone. */
import type { AnyOperation } from '../../operation/define-operation.js';
import { isShapeSchema } from '../../schema/shape-schema.js';
import type { CompoundShape, Shape } from '../../schema/shape.js';
import { toBodyShape } from './body-slip.js';

/** An operation and its part in a collection of objects. */
export interface PlainRole {
  readonly operation: AnyOperation;
  readonly does: 'list' | 'details' | 'create' | 'update' | 'delete' | 'other';
  /** The template of the collection's path; of an operation on none, its own path. */
  readonly collection: string;
  /** The parameter that names the object; `''` where the operation is about the collection. */
  readonly parameter: string;
  /** What an object of the collection looks like. */
  readonly template: Shape;
  /** What its body must be; `null` where that is not known. */
  readonly body: Shape | null;
  /** Whether the collection says what is in it: there is nothing else in it then. */
  readonly isListed: boolean;
}

/** Where a list stands in an answer: `member` is `''` where it is the answer. */
export interface ListPlace {
  readonly member: string;
  readonly item: Shape;
}

export function toRoles(operations: readonly AnyOperation[]): readonly PlainRole[] {
  const siblingsOf = new Map<string, AnyOperation[]>();
  for (const operation of operations) {
    const { collection } = toCollection(operation.path);
    siblingsOf.set(collection, [...siblingsOf.get(collection) ?? [], operation]);
  }
  const kinds = new Map(Array.from(siblingsOf, ([collection, siblings]) => [collection, toKind(collection, siblings)]));
  return operations.flatMap((operation): readonly PlainRole[] => {
    const { collection, parameter } = toCollection(operation.path);
    const kind = kinds.get(collection);
    return kind === undefined ? [] : [{ operation, collection, parameter, ...kind, does: toDeed(operation.method, parameter !== '', kind.isListed), body: toBodyShape(operation) }];
  });
}

/** What the operations on one collection say of it. */
function toKind(collection: string, siblings: readonly AnyOperation[]): Pick<PlainRole, 'isListed' | 'template'> {
  const list = siblings.find(({ method, path }) => method === 'GET' && path === collection);
  return { isListed: list !== undefined && findList(toOutputShape(list)) !== null, template: toTemplate(siblings) };
}

function toCollection(path: string): Pick<PlainRole, 'collection' | 'parameter'> {
  const [, collection = path, parameter = ''] = /^(.*)\/\{([^/{}]+)\}$/.exec(path) ?? [];
  return { collection, parameter };
}

function toDeed(method: AnyOperation['method'], isMember: boolean, isListed: boolean): PlainRole['does'] {
  if (isMember) return method === 'GET' ? 'details' : method === 'DELETE' ? 'delete' : 'update';
  if (!isListed) return 'other';
  return method === 'GET' ? 'list' : method === 'POST' ? 'create' : 'other';
}

/** What is told of one object says most; an item of the list comes next. An object may have lists of its own. */
function toTemplate(siblings: readonly AnyOperation[]): Shape {
  const [first = null] = siblings.filter(({ method }) => method === 'GET').sort((a, b) => b.path.length - a.path.length).map(toOutputShape);
  return (hasId(first) ? first : findList(first)?.item) ?? first ?? { loose: {} };
}

function hasId(shape: Shape | null): boolean {
  return shape !== null && typeof shape !== 'string' && Object.keys(unwrap(shape).loose ?? {}).some((name) => /(?:^|_)(?:id|uuid)$/.test(name));
}

export function toOutputShape({ output }: AnyOperation): Shape | null {
  return output.kind === 'json' && isShapeSchema(output.schema) ? output.schema.shape : null;
}

/** The list of objects that an answer is, or has as a member; `null` where there is none. */
export function findList(shape: Shape | null): ListPlace | null {
  if (shape === null || typeof shape === 'string') return null;
  const { list, loose = {} } = unwrap(shape);
  if (list !== undefined) return isObject(list) ? { member: '', item: list } : null;
  for (const [member, one] of Object.entries(loose)) {
    const item = typeof one === 'string' ? undefined : unwrap(one).list;
    if (item !== undefined && isObject(item)) return { member, item };
  }
  return null;
}

function unwrap(shape: CompoundShape): CompoundShape {
  return shape.of === undefined || typeof shape.of === 'string' ? shape : unwrap(shape.of);
}

function isObject(shape: Shape): boolean {
  return typeof shape !== 'string' && unwrap(shape).loose !== undefined;
}
