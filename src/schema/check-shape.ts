/**
 * The checker of shapes, with three faces: which values fit, what goes over the wire of one that does, and how one that
 * does not is told. It stops at the issues that are kept, and goes no deeper than its shape.
 */
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { toLeaf } from './leaf.js';
import type { Leaf, LeafMisfit } from './leaf.js';
import { findBreaches } from './rule-breaches.js';
import type { CompoundShape, Members, Sending, Shape } from './shape.js';

/** The most issues that are kept of one misfit. */
export const maxIssues = 20;

/** Where and why a value does not fit. Never holds the value. */
export interface Misfit extends LeafMisfit {
  /** From the inside out. */
  readonly path: PropertyKey[];
  readonly received: string;
}

export type Checked =
  | { readonly fits: true; readonly value: unknown }
  | { readonly fits: false; readonly misfits: readonly Misfit[] };

/** What is sent of a value that fits a shape, or where it does not fit. */
export function checkShape(shape: Shape, value: unknown): Checked {
  const misfits: Misfit[] = [];
  const sent = compile(shape).check(value, misfits);
  return misfits.length === 0 ? { fits: true, value: sent } : { fits: false, misfits };
}

/** Adds to `misfits` what does not fit; gives what is sent where nothing was added. */
type Check = (value: unknown, misfits: Misfit[]) => unknown;

interface Compiled {
  readonly check: Check;
  readonly isOptional: boolean;
  readonly standard: unknown;
}

/** Shapes as functions: made when they are first used. Leaves are few, for shapes are ours. */
const compiledLeaves = new Map<string, Compiled>();
const compiledShapes = new WeakMap<CompoundShape, Compiled>();

function compile(shape: Shape): Compiled {
  const known = typeof shape === 'string' ? compiledLeaves.get(shape) : compiledShapes.get(shape);
  if (known !== undefined) return known;
  if (typeof shape === 'string') {
    const made = compileLeaf(shape);
    compiledLeaves.set(shape, made);
    return made;
  }
  const { nullable = false, optional = false, send, standard } = shape;
  const made: Compiled = { check: withNull(nullable, withSending(send, toCheck(shape))), isOptional: optional, standard };
  compiledShapes.set(shape, made);
  return made;
}

function compileLeaf(text: string): Compiled {
  const [, word = '', nullable, optional] = /^(.+?)(\|null)?(\?)?$/.exec(text) ?? [];
  const { findMisfit, send } = toLeaf(word) ?? toLeafOfNoKind(word);
  const check: Check = (value, misfits) => {
    const misfit = findMisfit(value);
    if (misfit !== null) return refuse(value, misfits, misfit.expected, misfit.isKind);
    return send === undefined ? value : send(value);
  };
  return { check: withNull(nullable !== undefined, check), isOptional: optional !== undefined, standard: undefined };
}

/** Nothing fits a word that is none: a shape is wrong, and says so. */
function toLeafOfNoKind(word: string): Leaf {
  return { findMisfit: () => ({ expected: `"${word}", which is no leaf of a shape`, isKind: true }) };
}

function refuse(value: unknown, misfits: Misfit[], expected: string, isKind = false): unknown {
  misfits.push({ path: [], expected, received: describeType(value), isKind });
  return undefined;
}

function withNull(isNullable: boolean, check: Check): Check {
  return isNullable ? (value, misfits) => (value === null ? null : check(value, misfits)) : check;
}

const sendings: Readonly<Record<Sending, (value: unknown) => unknown>> = {
  text: String,
  number: Number,
  joined: (value) => (Array.isArray(value) ? value.join(',') : value),
  capitals: (value) => (typeof value === 'string' ? value.toUpperCase() : value),
};

function withSending(send: Sending | undefined, check: Check): Check {
  if (send === undefined) return check;
  return (value, misfits) => {
    const before = misfits.length;
    const kept = check(value, misfits);
    return misfits.length > before ? undefined : sendings[send](kept);
  };
}

function toCheck(shape: CompoundShape): Check {
  if (shape.pattern !== undefined) return toPatternCheck(new RegExp(shape.pattern, shape.flags), shape.expected ?? 'text of its form');
  const check = toPlainCheck(shape);
  const { expected } = shape;
  if (expected === undefined) return check;
  return (value, misfits) => {
    const own: Misfit[] = [];
    const kept = check(value, own);
    return own.length === 0 ? kept : refuse(value, misfits, expected, own.some(({ isKind, path }) => isKind && path.length === 0));
  };
}

function toPlainCheck(shape: CompoundShape): Check {
  if (shape.of !== undefined) return compile(shape.of).check;
  if (shape.words !== undefined) return toWordsCheck(shape.words);
  if (shape.either !== undefined) return toEitherCheck(shape.either);
  if (shape.list !== undefined) return toListCheck(compile(shape.list).check, shape.min ?? 0, shape.max ?? Number.POSITIVE_INFINITY);
  if (shape.map !== undefined) return toMapCheck(compile(shape.map).check);
  return toObjectCheck(shape, shape.strict ?? shape.loose ?? {}, shape.strict !== undefined);
}

function toPatternCheck(pattern: RegExp, expected: string): Check {
  return (value, misfits) => {
    if (typeof value !== 'string') return refuse(value, misfits, 'string', true);
    return pattern.test(value) ? value : refuse(value, misfits, expected);
  };
}

function toWordsCheck(words: NonNullable<CompoundShape['words']>): Check {
  const said = words.map((word) => JSON.stringify(word));
  const expected = said.length === 1 ? said.join('') : `(${said.join(' | ')})`;
  const known = new Set<unknown>(words);
  return (value, misfits) => (known.has(value) ? value : refuse(value, misfits, expected, true));
}

/** Of a value that fits none, what the first says that is of its kind; or the kinds of all. */
function toEitherCheck(shapes: readonly Shape[]): Check {
  const checks = shapes.map((one) => compile(one).check);
  return (value, misfits) => {
    const kinds = new Set<string>();
    let told: readonly Misfit[] | undefined;
    for (const check of checks) {
      const own: Misfit[] = [];
      const kept = check(value, own);
      if (own.length === 0) return kept;
      const [first] = own;
      if (first !== undefined && first.isKind && first.path.length === 0) first.expected.replace(/^\((.*)\)$/, '$1').split(' | ').forEach((kind) => kinds.add(kind));
      else told ??= own;
    }
    if (told === undefined) return refuse(value, misfits, `(${[...kinds].join(' | ')})`, true);
    misfits.push(...told.slice(0, maxIssues - misfits.length));
    return undefined;
  };
}

function toListCheck(check: Check, min: number, max: number): Check {
  return (value, misfits) => {
    if (!Array.isArray(value)) return refuse(value, misfits, 'Array', true);
    if (value.length < min) return refuse(value, misfits, `${min} or more`);
    if (value.length > max) return refuse(value, misfits, `a list of at most ${max}`);
    let sent: unknown[] | undefined;
    for (let at = 0; at < value.length && misfits.length < maxIssues; at += 1) {
      const given: unknown = value[at];
      const kept = checkAt(at, check, given, misfits);
      if (kept !== given) (sent ??= [...value as readonly unknown[]])[at] = kept;
    }
    return sent ?? (value as unknown);
  };
}

function toMapCheck(check: Check): Check {
  return (value, misfits) => {
    if (!isRecord(value)) return refuse(value, misfits, 'Object', true);
    let isSame = true;
    const entries: (readonly [string, unknown])[] = [];
    for (const name of Object.keys(value)) {
      if (misfits.length >= maxIssues) break;
      const kept = checkAt(name, check, value[name], misfits);
      isSame &&= kept === value[name];
      entries.push([name, kept]);
    }
    return isSame ? value : Object.fromEntries(entries);
  };
}

/** A strict object is copied, member by member in the order of its shape, and each is read once. */
function toObjectCheck({ others, rules = [] }: CompoundShape, members: Members, isStrict: boolean): Check {
  const known = Object.entries(members).map(([name, shape]) => ({ name, isInherited: name in Object.prototype, ...compile(shape) }));
  const checkOthers = isStrict ? toOthersCheck(others, members) : undefined;
  return (value, misfits) => {
    if (!isRecord(value)) return refuse(value, misfits, 'Object', true);
    let sent: Record<string, unknown> | undefined = isStrict ? {} : undefined;
    for (const { check, isInherited, isOptional, name, standard } of known) {
      if (misfits.length >= maxIssues) break;
      const given = isInherited && !Object.hasOwn(value, name) ? undefined : value[name];
      if (given === undefined) {
        if (standard !== undefined && sent !== undefined) sent[name] = standard;
        else if (!isOptional) misfits.push({ path: [name], expected: 'given', received: 'undefined', isKind: false });
        continue;
      }
      const kept = checkAt(name, check, given, misfits);
      if (isStrict || kept !== given) (sent ??= { ...value })[name] = kept;
    }
    if (sent !== undefined) checkOthers?.(value, sent, misfits);
    for (const { expected, name } of rules.flatMap((rule) => findBreaches(rule, value))) {
      if (misfits.length < maxIssues) misfits.push({ path: [name], expected, received: describeType(value[name]), isKind: false });
    }
    return sent ?? value;
  };
}

function toOthersCheck(others: CompoundShape['others'], members: Members): (value: Readonly<Record<string, unknown>>, sent: Record<string, unknown>, misfits: Misfit[]) => void {
  const pattern = others === undefined ? null : new RegExp(others.pattern);
  const check = others === undefined ? null : compile(others.of).check;
  const expected = `left out (there is no such parameter${others === undefined ? '' : `, and it is no ${others.form}`})`;
  return (value, sent, misfits) => {
    for (const name of Object.keys(value)) {
      if (misfits.length >= maxIssues) return;
      if (Object.hasOwn(members, name)) continue;
      if (check !== null && pattern?.test(name) === true) sent[name] = checkAt(name, check, value[name], misfits);
      else misfits.push({ path: [name], expected, received: describeType(value[name]), isKind: false });
    }
  };
}

/** Paths are put together from the inside out, for what does not fit only. */
function checkAt(place: PropertyKey, check: Check, value: unknown, misfits: Misfit[]): unknown {
  const before = misfits.length;
  const kept = check(value, misfits);
  for (let at = before; at < misfits.length; at += 1) misfits[at]?.path.push(place);
  return kept;
}
