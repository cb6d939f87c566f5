/**
 * A schema that takes anything in a place does not look at what stands there. So a `Map` becomes `{}` in its hands, and
 * `undefined` vanishes. Whether it does is asked of the schema itself: it takes there what means nothing to anybody.
 */
import type { Issue } from '../errors/model/issue.js';
import type { CopiedInput, OddValue } from '../operation/copy-input.js';
import { describeOdd, jsonWords } from '../operation/json-text.js';
import type { Border } from '../result.js';
import { decode } from '../schema/standard-schema.js';
import type { Schema } from '../schema/schema.js';

/** What the stand-in for an object that is not plain inherits from. No schema knows it. */
const unknownPrototype = {};

/** Stands for `undefined`: what a schema takes in its place, it takes whatever it is. */
const unknownSymbol = Symbol('unknown');

/** The odd values of an input that its schema took without knowing them. The schema has taken the input as it is. */
export async function findFreeForm(schema: Schema<unknown>, input: CopiedInput, border: Border): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const odd of input.odd) {
    const standIn = odd.value === undefined ? unknownSymbol : Object.create(unknownPrototype) as object;
    put(odd, standIn);
    const taken = await decode(schema, odd.owner === null ? standIn : input.value, border);
    put(odd, odd.value);
    if (taken.isOk()) issues.push(toIssue(odd));
  }
  return issues;
}

function put({ key, owner }: OddValue, value: unknown): void {
  if (owner !== null) Object.defineProperty(owner, key, { value, enumerable: true, writable: true, configurable: true });
}

function toIssue({ path, value }: OddValue): Issue {
  if (value === undefined) return { path, expected: 'given or left out', received: 'undefined' };
  return { path, expected: path === '' ? 'a plain object' : jsonWords, received: describeOdd(value) };
}
