/** Invented values that fit a shape: what an operation without behaviour of its own answers. */
import { isRecord, ownValue } from '../../internal/is-record.js';
import type { CompoundShape, Members, Shape } from '../../schema/shape.js';
import { toUuid } from '../invented-ids.js';
import { toIso, toUnixSeconds } from '../records/invented-time.js';

/** Shapes are finite, and some lead to themselves. */
const maxDepth = 12;

/**
 * A value that fits `shape`. What `known` has for a member is taken where it is there, the rest is invented from the
 * member's name and `seed`: the same each time.
 */
export function toExample(shape: Shape, seed: number, known?: unknown, name = '', depth = 0): unknown {
  if (typeof shape === 'string') return toLeafExample(shape.replace(/\|null|\?$/g, ''), name, seed);
  if (depth > maxDepth) return null;
  const within = (one: Shape): unknown => toExample(one, seed, known, name, depth + 1);
  if (shape.of !== undefined) return within(shape.of);
  if (shape.pattern !== undefined) return toPatternExample(shape, name, seed);
  if (shape.words !== undefined) return shape.words[0];
  if (shape.either !== undefined) return toEitherExample(shape, within);
  if (shape.list !== undefined) return (shape.min ?? 0) > 0 ? [within(shape.list)] : [];
  if (shape.map !== undefined) return {};
  return toObjectExample(shape.loose ?? shape.strict ?? {}, seed, known, depth);
}

/** The first of several forms; a number as text where numbers are told so. */
function toEitherExample({ either = [], send }: CompoundShape, within: (one: Shape) => unknown): unknown {
  const [first = 'anything'] = either;
  const number = either.find((one) => typeof one === 'string' && one.startsWith('int'));
  return send === 'text' && number !== undefined ? String(within(number)) : within(first);
}

function toObjectExample(members: Members, seed: number, known: unknown, depth: number): object {
  return Object.fromEntries(Object.entries(members).map(([name, shape]) => {
    const value = ownValue(known, name);
    if (value === undefined) return [name, toExample(shape, seed, undefined, name, depth + 1)];
    return [name, isRecord(value) ? { ...asRecord(toExample(shape, seed, value, name, depth + 1)), ...value } : value];
  }));
}

function asRecord(value: unknown): object {
  return isRecord(value) ? value : {};
}

/** The forms of text that a pattern of the catalogue asks for, in the order in which they are tried. */
function toPatternExample({ flags, pattern = '' }: CompoundShape, name: string, seed: number): string {
  const fits = new RegExp(pattern, flags);
  const forms = [toUuid(name, seed), toTextExample(name, seed), `example-${seed}`, String(seed), '20260101', '192.0.2.1', ''];
  return forms.find((form) => fits.test(form)) ?? toUuid(name, seed);
}

function toLeafExample(leaf: string, name: string, seed: number): unknown {
  const [kind = '', least = ''] = leaf.split(':');
  switch (kind) {
    case 'number':
    case 'int':
      return Math.max(toNumberExample(name, seed), least === '' ? 0 : Number(least));
    case 'seconds':
    case 'moment':
      return toNumberExample('created_at', seed);
    case 'flag':
      return false;
    case 'content':
      return new Uint8Array([79, 75]);
    case 'anything':
      return null;
    default:
      return toTextExample(name, seed);
  }
}

const idName = /(?:^|_)id$|Id$|ID$/;

function toNumberExample(name: string, seed: number): number {
  if (idName.test(name)) return seed;
  if (/_ms$|Ms$/.test(name)) return toUnixSeconds(0, seed) * 1000;
  return /_(?:at|date|time|on)$|^(?:created|modified|timestamp)|Time$/.test(name) ? toUnixSeconds(0, seed) : 0;
}

function toTextExample(name: string, seed: number): string {
  if (/uuid$/i.test(name)) return toUuid(name, seed);
  if (idName.test(name)) return String(seed);
  if (/_(?:at|date|time|on)$|(?:At|Date)$|^(?:created|modified)$/.test(name)) return toIso(0, seed);
  if (/e?mail|user_?name/i.test(name)) return `person${seed}@example.com`;
  if (/ip(?:v4)?$|address$/i.test(name)) return `192.0.2.${seed % 256}`;
  return `Example ${name.replace(/_/g, ' ').trim()} ${seed}`.replace(/ {2,}/g, ' ');
}
