/** Data as JSON text, or what of them JSON cannot hold: `JSON.stringify` leaves out and replaces without a word. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import { isWellFormed } from '../internal/is-well-formed.js';
import { copyData, isPlainObject } from './copy-data.js';
import type { KeepOther } from './copy-data.js';

/** What a value of a body should be. */
export const jsonWords = 'a plain object, an array, well-formed text, a finite number, a boolean or null';

/** The text. A member of an object that is `undefined` is not given; in an array there is no such thing. */
export function toJsonText(data: unknown): Result<string, readonly Issue[]> {
  return copyData(data, keepJson).andThen((copied) => {
    const text = attempt(() => JSON.stringify(copied));
    return text.ok ? ok(text.value) : err([{ path: '', expected: 'data whose JSON text fits into a string', received: 'larger data' }]);
  });
}

/** Keeps what JSON has a form for, and refuses the rest. */
export const keepJson: KeepOther = (value, owner, { refuse }) => {
  const isGood = value === null || typeof value === 'boolean' || (value === undefined && !Array.isArray(owner)) || (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && isWellFormed(value));
  if (!isGood) refuse(jsonWords, describeOdd(value));
  return value;
};

const builtIn = /^[A-Z]\w{1,30}$/;

/** The word for a value that has no place: `NaN`, `Map`, `text with half a surrogate pair`. Total. */
export function describeOdd(value: unknown): string {
  if (typeof value === 'string') return 'text with half a surrogate pair';
  if (typeof value !== 'object' || value === null) return describeType(value);
  const name = attempt(() => {
    if (Array.isArray(value) || isPlainObject(value)) return describeType(value);
    const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return tag === 'Object' || !builtIn.test(tag) ? 'instance of a class' : tag;
  });
  return name.ok ? name.value : 'object';
}
