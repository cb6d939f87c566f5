/** Inputs made from what operations say of them: what is needed, and nothing else. */
import type { AnyOperation } from '../../src/operation/define-operation.js';
import { isShapeSchema } from '../../src/schema/shape-schema.js';
import type { Shape } from '../../src/schema/shape.js';
import { toExample } from '../../src/simulator/plain-objects/example.js';

const isNeeded = (shape: Shape): boolean => (typeof shape === 'string' ? !shape.endsWith('?') : shape.optional !== true && shape.standard === undefined);

export function toExampleInput({ input }: AnyOperation): Readonly<Record<string, unknown>> {
  if (!isShapeSchema(input) || typeof input.shape === 'string') return {};
  const members = Object.entries(input.shape.strict ?? input.shape.loose ?? {}).filter(([, shape]) => isNeeded(shape));
  return Object.fromEntries(members.map(([name, shape]) => [name, toExample(shape, 1, undefined, name)]));
}
