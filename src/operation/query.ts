/** Query parameters: numbers, booleans and text as they are, lists by repeating the name. `undefined` and `null` are not given. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { isWellFormed } from '../internal/is-well-formed.js';
import { describeOdd } from './json-text.js';

/** The most issues that an error keeps. */
const maxIssues = 20;

/** The query with its question mark, `''` where no parameter has a value, or what is wrong with one. */
export function toSearch(names: readonly string[], values: Readonly<Record<string, unknown>>): Result<string, readonly Issue[]> {
  if (names.length === 0) return ok('');
  const pairs: string[] = [];
  const issues: Issue[] = [];
  const add = (name: string, path: string, value: unknown): void => {
    const encoded = toEncodedValue(value);
    if (encoded !== null) pairs.push(`${encodeURIComponent(name)}=${encoded}`);
    else if (issues.length < maxIssues) issues.push({ path, expected: 'a finite number, a boolean or well-formed text', received: describeOdd(value) });
  };
  for (const name of names) {
    const given = values[name];
    if (given === undefined || given === null) continue; // as most are
    if (!Array.isArray(given)) add(name, name, given);
    else for (let at = 0; at < given.length; at += 1) add(name, `${name}[${at}]`, given[at]);
  }
  if (issues.length > 0) return err(issues);
  return ok(pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

function toEncodedValue(value: unknown): string | null {
  const isEncodable = typeof value === 'string' ? isWellFormed(value) : typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return isEncodable ? encodeURIComponent(String(value)) : null;
}
