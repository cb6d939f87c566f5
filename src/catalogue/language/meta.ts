/** What a schema of the catalogue may say of itself besides zod's own checks. The generator refuses what it does not know. */
import type { Rule, Sending } from '../../schema/shape.js';

declare module 'zod' {
  interface GlobalMeta {
    /** What a value is, in words for people. `describe` writes it. */
    description?: string;
    /** A kind of leaf that zod has no word for. */
    kind?: 'segment' | 'seconds' | 'moment' | 'scalar' | 'content';
    /** Said of values that do not fit, to be read after "should be". */
    expected?: string;
    /** What becomes of a value on its way over the border. */
    send?: Sending;
    /** Stands after the description of every member that is one of these. */
    unit?: string;
    /** Why not to use it any more, and what to use instead. */
    deprecated?: string;
    /** A value for examples. */
    example?: string | number | boolean;
    /** What must hold between members. */
    rules?: readonly Rule[];
    /** Of the names that an object takes besides its own. */
    others?: { readonly pattern: string; readonly form: string; readonly name: string };
    /** The generic type that an object is one of, and what it was made with. */
    generic?: { readonly name: string; readonly argument: unknown };
    /** The parameter of a generic type. */
    parameter?: string;
  }
}
