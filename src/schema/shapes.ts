/** Shapes that Tenable's APIs repeat, for the schemas of the catalogue. Inputs are strict, outputs are loose. */
import * as v from 'valibot';

import { attempt } from '../internal/attempt.js';
import { describeSegmentSlip, withSlip } from '../internal/describe-slip.js';
import { isServerId } from '../internal/is-server-id.js';
import { inWords } from './own-words.js';

/** The object id of a scan, user, agent and the like: a number on the wire. */
export const numericId = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** Text that may stand in a path: not empty, printable ASCII without blanks and backslashes, at most 200 characters. */
export const pathText = /* @__PURE__ */ v.pipe(
  v.string(),
  v.check((text) => toPathSlip(text) === '', ({ input }) => inWords(withSlip('text of 1 to 200 printable characters without blanks and backslashes', toPathSlip(input)))),
);

const pathRule = { refused: /[^\x21-\x5b\x5d-\x7e]/, maxLength: 200 } as const;

function toPathSlip(text: string): string {
  return describeSegmentSlip(text, pathRule);
}

const idForm = /* @__PURE__ */ v.check((text: string) => isServerId(text), inWords('an id of 1 to 200 letters, digits, dashes and underscores'));

/** An id of an answer, as text. It may go into a path: one that would lead elsewhere is none. */
export const answerId = /* @__PURE__ */ v.pipe(v.string(), idForm);

/** An id of an answer that is a number or text, as text. */
export const answerIdAsText = /* @__PURE__ */ v.pipe(v.union([v.string(), v.number()]), v.transform(String), idForm);

/** An id of an answer that may be missing, or empty. */
export const optionalAnswerId = /* @__PURE__ */ v.exactOptional(v.nullable(v.union([v.literal(''), answerId])));

/** A UUID with dashes, any version. */
export const uuid = /* @__PURE__ */ v.pipe(
  v.string(),
  v.check((text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text), inWords('a UUID')),
);

/** Numbers from here on are no Unix seconds, but milliseconds. */
const endOfSeconds = 100_000_000_000;

/** Unix time in whole seconds. Milliseconds are a common slip: they would mean a year after 33000. */
export const unixSeconds = /* @__PURE__ */ v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.check((seconds) => seconds < endOfSeconds, inWords('Unix time in seconds (this looks like milliseconds)')),
);

/** A moment as a caller says it: Unix time in whole seconds, or a `Date`, which is sent as whole seconds, rounded down. */
export const unixTime = /* @__PURE__ */ v.pipe(
  v.custom<number | Date>(() => true),
  v.rawTransform(({ addIssue, dataset, NEVER }) => {
    const seconds = toUnixSeconds(dataset.value);
    if (seconds !== null) return seconds;
    const slip = typeof dataset.value === 'number' && dataset.value >= endOfSeconds ? ' (this looks like milliseconds)' : '';
    addIssue({ message: inWords(`Unix time in seconds or a Date${slip}`), input: undefined }); // there are values that may not be looked at
    return NEVER;
  }),
);

/** `null` for what is no such moment. Total: a `Date` is known by what it is, not by what it says of itself. */
function toUnixSeconds(moment: unknown): number | null {
  if (typeof moment === 'number') return Number.isInteger(moment) && moment >= 0 && moment < endOfSeconds ? moment : null;
  const milliseconds = attempt(() => Date.prototype.getTime.call(moment as Date)); // throws where it is none
  return milliseconds.ok && milliseconds.value >= 0 ? Math.floor(milliseconds.value / 1000) : null;
}

/** The number of an export's chunk, counted from 1. */
export const chunkId = /* @__PURE__ */ v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

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
