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

/**
 * An issue in words: `scan_id should be a number (got text)`, `scan_id should be 0 or more`. `whole` names the value where
 * the path is empty.
 */
export function describeIssue({ expected, path, received }: Issue, whole: string): string {
  const name = path === '' ? whole : path;
  if (received === 'undefined') return expected === 'given' ? `${name} is missing` : `${name} is missing: it should be ${expected}`;
  const { words, saidBy } = (Object.hasOwn(types, received) ? types[received] : undefined) ?? { words: received, saidBy: /^left out/ };
  return `${name} should be ${expected}${saidBy.test(expected) ? '' : ` (got ${words})`}`;
}

/** What types are called, and what expectations say or imply them already: to say them again would tell nobody anything. */
const types: Readonly<Record<string, { readonly words: string; readonly saidBy: RegExp }>> = {
  string: { words: 'text', saidBy: /^left out|text|character|\bname|\bUUID|\bURL|\btime as|"|\w or (?!more|less)\w/ },
  number: { words: 'a number', saidBy: /^left out|number|or more|or less|seconds|integer|^[<>]/i },
  boolean: { words: 'true or false', saidBy: /^left out/ },
  object: { words: 'an object', saidBy: /^left out|object/i },
  array: { words: 'a list', saidBy: /^left out|array|list/i },
  null: { words: 'null', saidBy: /^left out/ },
  function: { words: 'a function', saidBy: /^left out/ },
};

/** Keys as one would write them in code: `filters.severity[0]`. */
export function toIssuePath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

/** The issue as one of a larger value, which has the value at `place`. */
export function placeIssue(issue: Issue, place: string): Issue {
  return { ...issue, path: issue.path === '' ? place : `${place}.${issue.path}` };
}
