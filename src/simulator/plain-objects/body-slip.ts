/** What a body must be on the wire, by the shape of what callers give. */
import { toIssuePath } from '../../errors/model/issue.js';
import type { AnyOperation } from '../../operation/define-operation.js';
import { toPathParams } from '../../operation/path.js';
import { checkShape } from '../../schema/check-shape.js';
import { isShapeSchema } from '../../schema/shape-schema.js';
import type { Members, Shape } from '../../schema/shape.js';

/** Where a body does not fit the shape of its operation's; `null` where it does, or where there is no such shape. */
export function findSlip(shape: Shape | null, body: unknown): string | null {
  if (shape === null) return null;
  const checked = checkShape(shape, body ?? {});
  const [first] = checked.fits ? [] : checked.misfits;
  return first === undefined ? null : `${toIssuePath([...first.path].reverse())} should be ${first.expected}`;
}

/** The shape of an operation's body; `null` where it has none, or one that is put together in other ways. */
export function toBodyShape({ bodyFrom, input, method, path, query, upload }: AnyOperation): Shape | null {
  if (upload !== undefined || bodyFrom !== undefined) return null;
  if (method === 'GET' || method === 'DELETE' || !isShapeSchema(input) || input.isReshaped) return null;
  return toWireShape(input.shape, [...toPathParams(path), ...query]);
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
