/** The JSON of a body, parsed once. The content type is not looked at: it lies. */
import type { Issue } from '../errors/issue.js';
import { attempt } from '../internal/attempt.js';
import { isDeeperThan } from '../internal/is-deeper-than.js';
import { parseJson } from '../internal/parse-json.js';
import { toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';

/** What a body came to. */
export interface Parsed {
  /** The value; `undefined` where there is none. */
  readonly json: unknown;
  /** Why there is none; `null` where there is one. */
  readonly issue: Issue | null;
}

/** No answer of Tenable's is known to nest deeper than some ten levels. */
const maxDepth = 256;

const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** The body of a good answer, which has to be data. */
export function parseBody({ bytes, truncated }: ReadBody): Parsed {
  if (truncated) return refuse('a body within its limit', 'a longer one');
  const text = attempt(() => strictUtf8.decode(bytes));
  if (text.ok && isDeeperThan(text.value, maxDepth)) return refuse(`JSON of at most ${maxDepth} levels`, 'deeper nesting');
  const json = text.ok ? parseJson(text.value) : undefined;
  return json === undefined ? refuse('JSON in UTF-8', 'other bytes') : { json, issue: null };
}

/** The body of a failure, which may be anything: what can be read of it is read. */
export function parseFailure({ bytes }: ReadBody): Parsed {
  return { json: parseJson(toLenientText(bytes)), issue: null };
}

function refuse(expected: string, received: string): Parsed {
  return { json: undefined, issue: { path: '', expected, received } };
}
