/** What all variants of the union share, and how one is made from its description. */
import { attempt } from '../../internal/attempt.js';
import { fill, nullable, only, struct, text } from './fields.js';
import type { Field, FieldsOf, Source } from './fields.js';

/** What every error has. */
export interface ErrorBase<Tag extends string> {
  /** The documented class name; the one discriminant of the union. */
  readonly _tag: Tag;
  /** One sentence for a person: at most 300 characters, no secret, nothing that the server wrote. */
  readonly message: string;
  /** The operation's id, such as `scans.details`; `null` where no operation was under way. */
  readonly operation: string | null;
}

/** What a constructor takes: the variant's own fields; `message` and `operation` may be left out. */
export type ErrorInit<E extends ErrorBase<string>, Optional extends keyof E = never> = Readonly<
  Omit<E, keyof ErrorBase<string> | Optional> & Partial<Pick<E, 'message' | 'operation' | Optional>>
>;

/** A constructor that also knows its tag and how its values are read back. */
export interface ErrorVariant<E extends ErrorBase<string>, Optional extends keyof E = never> {
  /** The error: plain, bounded and frozen all through. Takes only the fields it knows, and never throws. */
  (init: ErrorInit<E, Optional>): E;
  readonly tag: E['_tag'];
  /** @internal */
  readonly field: Field<E>;
}

const message = /* @__PURE__ */ text(300);
const operation = /* @__PURE__ */ nullable(text(100));

/**
 * A variant from its tag, its own fields and the sentence that its message is when none is given.
 * Fields named in `Optional` are those for which the description has a sensible value of its own.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineError<E extends ErrorBase<string>, Optional extends keyof E = never>(
  tag: E['_tag'],
  ownFields: FieldsOf<Omit<E, keyof ErrorBase<string>>>,
  toMessage: (error: E) => string,
): ErrorVariant<E, Optional> {
  const addOwn = fill(ownFields);
  const copy = (source: Source<E>): E => {
    const base = { _tag: tag, message: message.keep(source.message), operation: operation.keep(source.operation) };
    const kept = addOwn(base, source) as unknown as E; // base and own fields together are all of E
    if (kept.message === '') base.message = message.keep(toMessage(kept)); // the same object
    return kept;
  };
  const base: FieldsOf<ErrorBase<E['_tag']>> = { _tag: only(tag), message, operation };
  const field = struct<E>({ ...base, ...ownFields } as unknown as FieldsOf<E>, copy); // the same
  const construct = (init: ErrorInit<E, Optional>): E => {
    const read = attempt(() => field.keep(init));
    return read.ok ? read.value : field.keep({});
  };
  return Object.assign(construct, { tag, field });
}

/** The start of a message: the operation that failed, or `fallback` where none was under way. */
export function subject(error: ErrorBase<string>, fallback = 'The request'): string {
  return error.operation ?? fallback;
}
