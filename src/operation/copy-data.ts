/**
 * Copies arrays and plain objects, each member read once, so that nobody changes what was checked before it is sent. What is
 * neither is the caller's to judge. Total: circles, depths, numbers of values and objects that throw end in issues.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toIssuePath } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import { isWellFormed } from '../internal/is-well-formed.js';

/** Levels of an input, and values in it. Tenable's largest inputs are lists of some thousand ids. */
const maxDepth = 100;
const maxValues = 100_000;
const maxIssues = 20;

/** What holds a value in the copy; `null` where the value is the whole. */
export type Owner = unknown[] | Record<string, unknown> | null;

/** A copy under way: how far it has got, and what is wrong so far. */
export interface Walk {
  /** The keys that lead to the value in hand. */
  readonly keys: (string | number)[];
  /** Says what is wrong with the value in hand. */
  readonly refuse: (expected: string, received: string) => undefined;
}

/** Gives what stands in the copy for a value that is no array and no plain object. */
export type KeepOther = (value: unknown, owner: Owner, walk: Walk) => unknown;

interface OpenWalk extends Walk {
  readonly keepOther: KeepOther;
  readonly above: object[];
  readonly issues: Issue[];
  count: number;
}

/** A copy of all of `root`, or what cannot be copied. */
export function copyData(root: unknown, keepOther: KeepOther): Result<unknown, readonly Issue[]> {
  const walk = openWalk(keepOther);
  const copied = attempt(() => copyValue(root, null, walk));
  if (!copied.ok) walk.refuse('a value that can be read', 'a getter or proxy that throws');
  return copied.ok && walk.issues.length === 0 ? ok(copied.value) : err(walk.issues);
}

function openWalk(keepOther: KeepOther): OpenWalk {
  const keys: (string | number)[] = [];
  const issues: Issue[] = [];
  const refuse = (expected: string, received: string): undefined => {
    if (issues.length < maxIssues) issues.push({ path: toIssuePath(keys), expected, received });
    return undefined;
  };
  return { keepOther, keys, issues, refuse, above: [], count: 0 };
}

function copyValue(value: unknown, owner: Owner, walk: OpenWalk): unknown {
  const { above, refuse } = walk;
  walk.count += 1;
  if (walk.count === maxValues + 1) refuseSize(value, walk);
  if (isOver(walk)) return undefined;
  const isArray = Array.isArray(value);
  if (!isArray && !isPlainObject(value)) return walk.keepOther(value, owner, walk);
  if (above.includes(value)) { refuse('a value that does not contain itself', describeType(value)); return; }
  if (above.length >= maxDepth) { refuse(`at most ${maxDepth} levels deep`, 'deeper nesting'); return; }
  if (Object.getOwnPropertySymbols(value).length > 0) { refuse('an object without symbols as names', describeType(value)); return; }
  above.push(value);
  const copied = isArray ? copyArray(value, walk) : copyObject(value, walk);
  above.pop();
  return copied;
}

function refuseSize(value: unknown, { refuse }: OpenWalk): undefined {
  refuse(`part of an input of at most ${maxValues} values`, describeType(value));
}

function isOver({ count, issues }: OpenWalk): boolean {
  return count > maxValues || issues.length >= maxIssues;
}

function copyArray(array: readonly unknown[], walk: OpenWalk): unknown {
  if (array.length > maxValues) { refuseSize(array, walk); return; }
  if (Object.keys(array).length > array.length) { walk.refuse('an array without named members', 'array'); return; }
  const into: unknown[] = [];
  for (let at = 0; at < array.length && !isOver(walk); at += 1) {
    walk.keys.push(at); // before the item is read: reading may throw
    into.push(copyValue(array[at], into, walk));
    walk.keys.pop();
  }
  return into;
}

function copyObject(object: Readonly<Record<string, unknown>>, walk: OpenWalk): unknown {
  const into: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    walk.keys.push(key);
    if (!isWellFormed(key)) walk.refuse('a member with a well-formed name', 'a name with half a surrogate pair');
    setMember(into, key, copyValue(object[key], into, walk));
    walk.keys.pop();
  }
  return into;
}

/** An assignment to `__proto__` would be none to a member. */
function setMember(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
  else into[key] = value;
}

/** An object that has nothing but its members, of this realm or of another. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Symbol.toStringTag in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}
