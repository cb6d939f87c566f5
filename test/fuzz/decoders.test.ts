/**
 * Each decoder on texts that nobody has thought of: mutations of good ones and of the seeds, JSON of any kind, any bytes. Here for a
 * moment; with `npm run fuzz` for as long as one likes. What it finds becomes a seed: seeds.json is tried first, always.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeResult, decodeTenableError, fromResponse, isTenableErrorTag } from 'tenable-result';

import { toEnvelope } from '../../src/errors/classification/security-center-envelope.js';
import { parseCheckpoint } from '../../src/export-jobs/parse-checkpoint.js';
import { createPortableSplitter } from '../../src/export-jobs/ndjson/portable-splitter.js';
import { createRecordSplitter } from '../../src/export-jobs/ndjson/record-splitter.js';
import { isDeeperThan } from '../../src/internal/is-deeper-than.js';
import { isRecord } from '../../src/internal/is-record.js';
import { parseJson } from '../../src/internal/parse-json.js';
import { parseRetryAfter } from '../../src/internal/parse-retry-after.js';

const seconds = Number(process.env['TENABLE_RESULT_FUZZ_SECONDS'] ?? 0);
const seeds = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>; // a file of ours

/** What is to be true of a text, as an error where it is not. */
type Check = (text: string) => void;

const encoder = new TextEncoder();

/** What a splitter makes of a text, cut in the middle. */
function split(text: string, splitter = createRecordSplitter()): { readonly lines: string | null; readonly isWhole: boolean } {
  const bytes = encoder.encode(text);
  const target = new Uint8Array(bytes.byteLength + 1);
  const middle = bytes.byteLength >> 1;
  const first = splitter.write(bytes.subarray(0, middle), target, 0);
  const end = first < 0 ? first : splitter.write(bytes.subarray(middle), target, first);
  return { lines: end < 0 ? null : new TextDecoder().decode(target.subarray(0, end)), isWhole: end >= 0 && splitter.isWhole() };
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

const checks: Readonly<Record<string, Check>> = {
  decodeTenableError: (text) => {
    decodeTenableError(parseJson(text) ?? text).match(
      (error) => {
        expect(isTenableErrorTag(error._tag) && Object.isFrozen(error)).toBe(true);
        expect(decodeTenableError(JSON.parse(JSON.stringify(error))).unwrapOr(null)).toStrictEqual(error);
      },
      (failure) => {
        expect(failure.message.length).toBeLessThan(1000);
      },
    );
  },
  decodeResult: (text) => {
    const value = parseJson(text);
    expect(decodeResult(value).isOk()).toBe(isRecord(value) && Object.hasOwn(value, 'ok') && value['ok'] === true);
  },
  parseCheckpoint: (text) => {
    parseCheckpoint(parseJson(text) ?? text, 'vulns').match(
      ({ cancelled, done, failed, uuid }) => {
        expect(uuid).toMatch(/^[\w-]+$/);
        expect([...done, ...failed, ...cancelled].every((chunk) => Number.isSafeInteger(chunk) && chunk >= 0)).toBe(true);
      },
      ({ expected }) => {
        expect(expected).not.toBe('');
      },
    );
  },
  fromResponse: (text) => {
    const given = parseJson(text);
    const answer = (isRecord(given) ? given : { status: 500, body: text }) as never; // whatever it is
    for (const product of ['vm', 'sc', 'nessus'] as const) {
      const result = fromResponse(answer, { product, method: 'POST', path: '/scans' });
      if (result.isErr()) expect(JSON.stringify(result.error).length).toBeLessThan(2_000_000);
    }
  },
  toEnvelope: (text) => {
    const envelope = toEnvelope(parseJson(text));
    if (envelope !== null) expect(Object.hasOwn(envelope, 'response')).toBe(true);
  },
  isDeeperThan: (text) => {
    const value = parseJson(text);
    if (value !== undefined) expect(isDeeperThan(text, 3)).toBe(depthOf(value) > 3);
  },
  parseRetryAfter: (text) => {
    const waitMs = parseRetryAfter(text, 0);
    expect(waitMs === null || waitMs >= 0).toBe(true);
  },
  recordSplitter: (text) => {
    const { isWhole, lines } = split(text);
    expect(split(text, createPortableSplitter())).toStrictEqual({ isWhole, lines });
    const value = parseJson(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(text))); // half a surrogate pair has no bytes: others stand for it
    if (value !== undefined) expect(isWhole).toBe(Array.isArray(value) && value.every(isRecord));
    if (value !== undefined && isWhole) expect(lines?.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)).toStrictEqual(value);
  },
};

/** A text with something else in one place: what parsers are surprised by. */
const pieces = ['', '"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\r', '\u0000', '\ufeff', '\ud800', '-', '1e400', 'null', '__proto__', '🙂', '{"a":1}', '[[[['];
const mutate = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.array(fc.tuple(fc.nat(10_000), fc.nat(3), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 4 })).map(([base, changes]) =>
    changes.reduce((changed, [at, length, piece]) => changed.slice(0, at % (changed.length + 1)) + piece + changed.slice((at % (changed.length + 1)) + length), base));

const toTexts = (given: readonly string[]): fc.Arbitrary<string> => fc.oneof(
  { weight: 6, arbitrary: mutate(fc.constantFrom(...given)) },
  { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: mutate(fc.jsonValue().map((value) => JSON.stringify(value, null, 1))) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

describe('whatever the text', () => {
  test('there are seeds for each decoder', () => {
    expect(Object.keys(seeds).sort()).toStrictEqual(Object.keys(checks).sort());
  });

  test.each(Object.entries(checks))('%s keeps its promises', (name, check) => {
    const given = seeds[name] ?? [];
    for (const seed of given) check(seed);
    const limits = seconds > 0 ? { numRuns: 1_000_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false } : { numRuns: 300 };
    fc.assert(fc.property(toTexts(given), check), limits);
  }, 30_000 + seconds * 2000);
});
