/** The JSON of a body, parsed once. The content type is not looked at: it lies. */
import type { Issue } from '../errors/model/issue.js';
import { attempt } from '../internal/attempt.js';
import { isDeeperThan } from '../internal/is-deeper-than.js';
import { measureJson } from '../internal/measure-json.js';
import type { JsonLimits } from '../internal/measure-json.js';
import { parseJson } from '../internal/parse-json.js';
import { parseJsonInSteps } from '../internal/parse-json-in-steps.js';
import { toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import { inSteps } from '../transport/turns.js';
import type { Call } from './call.js';
import { toBodyLimit } from './receive-body.js';

/** What a body came to. */
export interface Parsed {
  /** The value; `undefined` where there is none. */
  readonly json: unknown;
  /** Why there is none; `null` where there is one. */
  readonly issue: Issue | null;
  /** Whether it is more than its call takes. */
  readonly isTooLarge: boolean;
}

/** No answer of Tenable's is known to nest deeper than some ten levels. */
const maxDepth = 256;

/** Up to here a body is parsed at once: that takes some milliseconds, whatever it holds. */
const maxAtOnceBytes = 262_144;

const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** The body of a good answer, which has to be data. At once unless it is large; `null` where the call ended while it was parsed. */
export function parseBody(body: ReadBody, call: Call): Parsed | Promise<Parsed | null> {
  const { bytes, truncated } = body;
  const { maxBytes, maxValues } = toBodyLimit(call);
  if (truncated) return tooLarge(`at most ${maxBytes} bytes (maxBodyBytes)`, 'more');
  // A value takes two bytes, so a small body cannot have too many.
  return bytes.byteLength <= Math.min(maxAtOnceBytes, 2 * maxValues) ? parseAtOnce(bytes) : parseLarge(bytes, { maxDepth, maxValues }, call);
}

/** The body of a failure, which may be anything: what can be read of it is read. */
export function parseFailure({ bytes }: ReadBody, call: Call): Parsed | Promise<Parsed | null> {
  const { maxValues } = toBodyLimit(call);
  return bytes.byteLength <= maxAtOnceBytes
    ? { json: parseJson(toLenientText(bytes)), issue: null, isTooLarge: false }
    : parseLarge(bytes, { maxDepth, maxValues }, call);
}

function parseAtOnce(bytes: Uint8Array): Parsed {
  const text = attempt(() => strictUtf8.decode(bytes));
  if (text.ok && isDeeperThan(text.value, maxDepth)) return tooDeep;
  const json = text.ok ? parseJson(text.value) : undefined;
  return json === undefined ? noJson : { json, issue: null, isTooLarge: false };
}

/** Size and shape are looked at first; then steps, between which the deadline and everything else has its turn. */
async function parseLarge(bytes: Uint8Array, limits: JsonLimits, call: Call): Promise<Parsed | null> {
  const { connection: { clock }, deadline: { ending } } = call;
  const size = await inSteps(measureJson(bytes, limits), clock, ending);
  if (size === 'too-deep') return tooDeep;
  if (size === 'too-many-values') return tooLarge(`at most ${limits.maxValues} values (maxBodyValues)`, 'more');
  const parsed = size === null ? null : await inSteps(parseJsonInSteps(bytes), clock, ending);
  if (parsed === null) return null;
  return parsed.ok ? { json: parsed.value, issue: null, isTooLarge: false } : noJson;
}

const noJson = /* @__PURE__ */ refuse('JSON in UTF-8', 'other bytes');
const tooDeep = /* @__PURE__ */ refuse(`JSON of at most ${maxDepth} levels`, 'deeper nesting');

function refuse(expected: string, received: string): Parsed {
  return { json: undefined, issue: { path: '', expected, received }, isTooLarge: false };
}

function tooLarge(expected: string, received: string): Parsed {
  return { ...refuse(expected, received), isTooLarge: true };
}
