/** What the operations of a catalogue do, read from their paths and shapes alone. */
import type { AnyOperation } from '../../operation/define-operation.js';
import { isShapeSchema } from '../../schema/shape-schema.js';
import type { CompoundShape, Shape } from '../../schema/shape.js';

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
  /** Whether the collection says what is in it: there is nothing else in it then. */
  readonly isListed: boolean;
}

/** Where a list stands in an answer: `member` is `''` where it is the answer. */
export interface ListPlace {
  readonly member: string;
  readonly item: Shape;
}

export function toRoles(operations: readonly AnyOperation[]): readonly PlainRole[] {
  return operations.map((operation) => {
    const { collection, parameter } = toCollection(operation.path);
    const siblings = operations.filter(({ path }) => toCollection(path).collection === collection);
    const list = siblings.find(({ method, path }) => method === 'GET' && path === collection);
    const isListed = list !== undefined && findList(toOutputShape(list)) !== null;
    return { operation, collection, parameter, isListed, template: toTemplate(siblings), does: toDeed(operation.method, parameter !== '', isListed) };
  });
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

/** What is told of one object says most; an item of the list comes next. */
function toTemplate(siblings: readonly AnyOperation[]): Shape {
  const [first = null] = siblings.filter(({ method }) => method === 'GET').sort((a, b) => b.path.length - a.path.length).map(toOutputShape);
  return findList(first)?.item ?? first ?? { loose: {} };
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
