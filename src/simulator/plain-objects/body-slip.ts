/** What a body must be on the wire, by the shape of what callers give. */
import { toIssuePath } from '../../errors/model/issue.js';
import type { AnyOperation } from '../../operation/define-operation.js';
import { checkShape } from '../../schema/check-shape.js';
import { isShapeSchema } from '../../schema/shape-schema.js';
import type { Members, Shape } from '../../schema/shape.js';

const shapes = new WeakMap<AnyOperation, Shape | null>();

/** Where a body does not fit its operation; `null` where it does, and for operations whose body is put together in other ways. */
export function findSlip(operation: AnyOperation, body: unknown): string | null {
  let shape = shapes.get(operation);
  if (shape === undefined) {
    shape = toBodyShape(operation);
    shapes.set(operation, shape);
  }
  if (shape === null) return null;
  const checked = checkShape(shape, body ?? {});
  const [first] = checked.fits ? [] : checked.misfits;
  return first === undefined ? null : `${toIssuePath([...first.path].reverse())} should be ${first.expected}`;
}

function toBodyShape({ input, method, path, query }: AnyOperation): Shape | null {
  if (method === 'GET' || method === 'DELETE' || !isShapeSchema(input) || input.isReshaped) return null;
  const inPath = Array.from(path.matchAll(/\{([^/{}]+)\}/g), ([, name = '']) => name);
  return toWireShape(input.shape, [...inPath, ...query]);
}

/** Callers' words in the form in which they are sent, without the members that stand elsewhere. More members may be there. */
function toWireShape(shape: Shape, elsewhere: readonly string[] = []): Shape {
  if (typeof shape === 'string') return shape.replace(/^moment/, 'seconds').replace(/^scalar/, 'anything');
  const { either, expected, list, loose, map, nullable, of, optional, send, standard, strict = loose } = shape;
  const marks = { ...(nullable === true ? { nullable } : {}), ...(optional === true || standard !== undefined ? { optional: true as const } : {}), ...(expected === undefined ? {} : { expected }) };
  if (send !== undefined) return { of: send === 'capitals' ? 'anything' : send === 'number' ? 'number' : 'text', ...marks };
  if (of !== undefined) return { of: toWireShape(of), ...marks };
  if (list !== undefined) return { ...shape, list: toWireShape(list), ...marks };
  if (map !== undefined) return { map: toWireShape(map), ...marks };
  if (either !== undefined) return { either: either.map((one) => toWireShape(one)), ...marks };
  return strict === undefined ? { ...shape, ...marks } : { loose: toWireMembers(strict, elsewhere), ...marks };
}

function toWireMembers(members: Members, elsewhere: readonly string[]): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !elsewhere.includes(name)).map(([name, shape]) => [name, toWireShape(shape)]));
}
