/** One departure of a value from what was expected. Tells where and what; never holds the value itself. */
import { struct, text } from './fields.js';
import type { Field } from './fields.js';

export interface Issue {
  /** Where: `filters.severity[0]`; `''` for the value as a whole. */
  readonly path: string;
  /** What was expected there, to be read after "should be". */
  readonly expected: string;
  /** The type of what was there: `string`, `null`, `array`, `undefined` and so on. */
  readonly received: string;
}

export const issueField: Field<Issue> = struct<Issue>({
  path: text(200),
  expected: text(200),
  received: text(40),
});

/** An issue in words: `scan_id should be 0 or more (got number)`. `whole` names the value where the path is empty. */
export function describeIssue({ expected, path, received }: Issue, whole: string): string {
  return `${path === '' ? whole : path} should be ${expected} (got ${received})`;
}

/** Keys as one would write them in code: `filters.severity[0]`. */
export function toIssuePath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
