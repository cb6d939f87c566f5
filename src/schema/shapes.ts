/** Shapes that Tenable's APIs repeat, for the schemas of the catalogue. Inputs are strict, outputs are loose. */
import * as v from 'valibot';

import { inWords } from './own-words.js';

/** The object id of a scan, user, agent and the like: a number on the wire. */
export const numericId = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** Text that may stand in a path: not empty, printable ASCII without blanks, at most 200 characters. */
export const pathText = /* @__PURE__ */ v.pipe(
  v.string(),
  v.check((text) => /^[\x21-\x7e]{1,200}$/.test(text) && text !== '.' && text !== '..', inWords('text of 1 to 200 printable characters without blanks')),
);

/** A UUID with dashes, any version. */
export const uuid = /* @__PURE__ */ v.pipe(
  v.string(),
  v.check((text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text), inWords('a UUID')),
);

/** Unix time in whole seconds. Milliseconds are a common slip: they would mean a year after 33000. */
export const unixSeconds = /* @__PURE__ */ v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.check((seconds) => seconds < 100_000_000_000, inWords('Unix time in seconds (this looks like milliseconds)')),
);

/** The number of an export's chunk, counted from 1. */
export const chunkId = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(1));

/** A query's `limit`. */
export const pageLimit = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000));

/** A query's `offset`. */
export const pageOffset = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where a page of a list stands in the whole. */
export interface Pagination {
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
}

export const pagination: v.GenericSchema<unknown, Pagination> = /* @__PURE__ */ v.looseObject({
  total: v.number(),
  limit: v.number(),
  offset: v.number(),
});

/** The argument of an operation that takes none. */
export type NoInput = Readonly<Record<string, never>>;

export const noInput: v.GenericSchema<NoInput> = /* @__PURE__ */ v.strictObject({});

/** A scan: its number, or the UUID of its schedule (which has many forms). */
export const scanId = /* @__PURE__ */ v.union([numericId, pathText]);

/** A user: its number or its UUID. */
export const userId = /* @__PURE__ */ v.union([numericId, pathText]);

/**
 * A strict object that also takes names of a pattern, such as `tag.<Category>`. `form` says the pattern in words.
 */
/* @__NO_SIDE_EFFECTS__ */
export function patternObject<Entries extends v.ObjectEntries>(
  entries: Entries,
  pattern: RegExp,
  form: string,
  rest: v.GenericSchema<unknown, string | readonly string[]>,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const schema = v.pipe(
    v.objectWithRest(entries, rest),
    v.rawCheck(({ dataset, addIssue }) => {
      const names = dataset.typed ? Object.keys(dataset.value) : [];
      for (const name of names.filter((one) => !Object.hasOwn(entries, one) && !pattern.test(one))) {
        addIssue({ message: inWords(`left out (there is no such parameter, and it is no ${form})`), path: [{ type: 'object', origin: 'key', input: {}, key: name, value: undefined }] });
      }
    }),
  );
  return schema; // the rest is typed by the interface of whoever uses it
}
