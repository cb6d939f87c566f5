/** The input of a call as it is now: a getter, or a change while the call runs, changes nothing of it. */
import type { Result } from 'neverthrow';

import { toIssuePath } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import { copyData } from './copy-data.js';
import type { KeepOther, Owner } from './copy-data.js';
import { jsonWords } from './json-text.js';

export interface CopiedInput {
  readonly value: unknown;
  /** What JSON has no form for, which an operation's schema may take all the same. */
  readonly odd: readonly OddValue[];
}

/** `undefined` within a nested object, or an object that is not plain: a `Date`, a `Map`, an instance of a class. */
export interface OddValue {
  readonly value: unknown;
  readonly owner: Owner;
  readonly key: string | number;
  readonly path: string;
}

/** More odd values than these are no input that somebody wrote. */
const maxOddValues = 100;

/** A copy of all plain data in `input`, or what cannot be read. */
export function copyInput(input: unknown): Result<CopiedInput, readonly Issue[]> {
  const odd: OddValue[] = [];
  const keepOther: KeepOther = (value, owner, walk) => {
    const isOdd = value === undefined ? walk.keys.length > 1 && !Array.isArray(owner) : typeof value === 'object' && value !== null;
    if (isOdd && odd.length === maxOddValues) { walk.refuse(jsonWords, `the ${maxOddValues + 1}st other value`); return; }
    if (isOdd) odd.push({ value, owner, key: walk.keys.at(-1) ?? '', path: toIssuePath(walk.keys) });
    return value;
  };
  return copyData(input, keepOther).map((value) => ({ value, odd }));
}
