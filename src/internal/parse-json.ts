import { attempt } from './attempt.js';

/**
 * The JSON value of a text, or `undefined` where the text is not JSON. JSON has no `undefined`, so the
 * two cannot be mistaken. A byte order mark in front is allowed, as `TextDecoder` would drop it.
 */
export function parseJson(text: string): unknown {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const parsed = attempt((): unknown => JSON.parse(bare));
  return parsed.ok ? parsed.value : undefined;
}
