/** How large an answer may be. Each kind has limits of its own, because what is right for a chunk is an attack for a log-in. */
import type { Issue } from '../errors/model/issue.js';
import type { AnswerSize } from '../internal/answer-size.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';

/** One limit for all kinds of answers, or some of them; those left out keep their defaults. */
export type LimitBySize = number | Partial<Readonly<Record<AnswerSize, number>>>;

export interface BodyLimit {
  /** Bytes after decompression. */
  readonly maxBytes: number;
  /** Values of JSON: texts, numbers, words, arrays and objects. */
  readonly maxValues: number;
}

export type BodyLimits = Readonly<Record<AnswerSize, BodyLimit>>;

/** In bytes after decompression. */
export const defaultMaxBodyBytes = { call: 4_194_304, list: 16_777_216, chunk: 67_108_864 } as const;

/** A value takes up to a hundred bytes of memory, and to check one up to a microsecond: so many are no attack yet. */
export const defaultMaxBodyValues = { call: 200_000, list: 500_000, chunk: 1_000_000 } as const;

const sizes = ['call', 'list', 'chunk'] as const;

/** The limits that a configuration names. */
export function toBodyLimits(maxBodyBytes: LimitBySize | undefined, maxBodyValues: LimitBySize | undefined): BodyLimits {
  const toLimit = (size: AnswerSize): BodyLimit => ({
    maxBytes: pick(maxBodyBytes, size) ?? defaultMaxBodyBytes[size],
    maxValues: pick(maxBodyValues, size) ?? defaultMaxBodyValues[size],
  });
  return { call: toLimit('call'), list: toLimit('list'), chunk: toLimit('chunk') };
}

function pick(limit: LimitBySize | undefined, size: AnswerSize): number | undefined {
  return typeof limit === 'number' || limit === undefined ? limit : limit[size];
}

/** What is wrong with such a limit. */
export function checkLimit(path: string, limit: unknown): readonly Issue[] {
  if (limit === undefined) return [];
  if (!isRecord(limit)) return checkOne(path, limit);
  const unknown = Object.keys(limit).filter((key) => !sizes.some((size) => size === key)).map((key): Issue => ({ path: `${path}.${key}`, expected: `left out (there are ${sizes.join(', ')})`, received: describeType(limit[key]) }));
  return [...unknown, ...sizes.flatMap((size) => (limit[size] === undefined ? [] : checkOne(`${path}.${size}`, limit[size])))];
}

function checkOne(path: string, value: unknown): readonly Issue[] {
  return typeof value === 'number' && value >= 1 ? [] : [{ path, expected: 'a number of 1 or more', received: describeType(value) }];
}
