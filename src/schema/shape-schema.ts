/** Shapes as Standard Schemas, so that operations of the catalogue and those of users are checked by one `decode`. */
import { describeType } from '../internal/describe-type.js';
import { ownValue } from '../internal/is-record.js';
import { checkShape } from './check-shape.js';
import type { Checked, Misfit } from './check-shape.js';
import type { Shape } from './shape.js';
import type { Schema } from './schema.js';

/** What puts a value into another form. Takes any value. */
export type Reshape = (value: unknown) => unknown;

/** What must hold of a value that fits, beside its shape: where it does not, and what would mend it. */
export type Verify = (value: unknown) => readonly { readonly path: readonly string[]; readonly expected: string }[];

/** A schema that is made from a shape. */
export interface ShapeSchema<In, Out = In> extends Schema<In, Out> {
  readonly shape: Shape;
  /** Whether what fits is sent in another form than the shape's. */
  readonly isReshaped: boolean;
  readonly check: (value: unknown) => Checked;
}

interface ShapeDoors {
  readonly before?: Reshape | undefined;
  readonly verify?: Verify | undefined;
  readonly after?: Reshape | undefined;
}

function toMisfit(expected: string, path: readonly string[], value: unknown): Misfit {
  const received = describeType(path.reduce<unknown>((inner, name) => ownValue(inner, name), value));
  return { path: [...path].reverse(), expected, received, isKind: false };
}

const vendor = 'tenable-result';

/**
 * A shape as a Standard Schema. What fits it has the types that the generator wrote beside it. `before` puts a value into
 * the form that the shape describes, `verify` says what else must hold of what fits, and `after` puts that into the form that is sent.
 */
/* @__NO_SIDE_EFFECTS__ */
export function toSchema<In, Out = In>(shape: Shape, { after, before, verify }: ShapeDoors = {}): ShapeSchema<In, Out> {
  const check = (value: unknown): Checked => {
    const checked = checkShape(shape, before === undefined ? value : before(value));
    if (!checked.fits) return checked;
    const breaches = verify?.(checked.value) ?? [];
    if (breaches.length > 0) return { fits: false, misfits: breaches.map(({ expected, path }) => toMisfit(expected, path, checked.value)) };
    return after === undefined ? checked : { fits: true, value: after(checked.value) };
  };
  return {
    shape,
    isReshaped: after !== undefined,
    check,
    '~standard': {
      version: 1,
      vendor,
      validate: (value) => {
        const checked = check(value);
        if (checked.fits) return { value: checked.value as Out }; // the types beside a shape come from the same description
        return { issues: checked.misfits.map(({ expected, path }) => ({ message: `should be ${expected}`, path: [...path].reverse() })) };
      },
    },
  };
}

/** Whether a schema is one of these: it says by itself what was there. */
export function isShapeSchema<In, Out>(schema: Schema<In, Out>): schema is ShapeSchema<In, Out> {
  return schema['~standard'].vendor === vendor && 'check' in schema;
}

/** The names that an object of a schema can have; none of a schema that is not made from the shape of an object. */
export function listMembers<In, Out>(schema: Schema<In, Out>): readonly string[] {
  if (!isShapeSchema(schema) || typeof schema.shape === 'string') return [];
  return Object.keys(schema.shape.strict ?? schema.shape.loose ?? {});
}
