/** Query parameters: numbers, booleans and text as they are, lists by repeating the name. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/issue.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';

/** The query with its question mark, `''` where no parameter has a value, or what is wrong with one. */
export function toSearch(names: readonly string[], values: Readonly<Record<string, unknown>>): Result<string, readonly Issue[]> {
  if (names.length === 0) return ok('');
  const pairs: string[] = [];
  const issues: Issue[] = [];
  for (const name of names) {
    const given = values[name];
    if (given === undefined) continue; // as most are
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const value of list) {
      if (value === undefined || value === null) continue;
      const encoded = toEncodedValue(value);
      if (encoded === null) issues.push({ path: name, expected: 'a number, a boolean or well-formed text', received: describeType(value) });
      else pairs.push(`${encodeURIComponent(name)}=${encoded}`);
    }
  }
  if (issues.length > 0) return err(issues);
  return ok(pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

function toEncodedValue(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const encoded = attempt(() => encodeURIComponent(String(value))); // a lone surrogate has no encoding
  return encoded.ok ? encoded.value : null;
}
