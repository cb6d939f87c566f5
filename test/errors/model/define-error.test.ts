import { inspect } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defineError, subject } from '../../../src/errors/model/define-error.js';
import type { ErrorBase } from '../../../src/errors/model/define-error.js';
import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { whole } from '../../../src/errors/model/fields.js';
import type { TenableError } from '../../../src/errors/model/tenable-error.js';
import { arbitraryErrorByTag, arbitraryHostileValue, constructors, explodingValues } from '../../support/arbitrary-errors.js';
import { mapValues, objectsIn, textsIn } from '../../support/walk-values.js';

const canary = 'CANARY-4f1c9b';

/** The longest that a text may be, by the last part of its path. */
const maxLengths: Readonly<Record<string, number>> = { message: 500, body: 65_536, url: 2048, stack: 2000 };

/** The same value with secrets in members that no error knows, at every depth. */
const poison = (value: unknown): unknown =>
  mapValues(value, (inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? { cause: new Error(canary), ...inner, request: { headers: { 'X-ApiKeys': canary } }, 'set-cookie': canary, [Symbol(canary)]: canary }
      : inner);

/** The same value with every text far too long and every list far too full. */
const inflate = (value: unknown): unknown =>
  mapValues(value, (inner) => {
    if (typeof inner === 'string') return `${inner}x`.repeat(120_000);
    return Array.isArray(inner) ? Array.from({ length: 200 }, () => inner[0] as unknown) : inner;
  });

describe.each(tenableErrorTags)('%s', (tag) => {
  const arbitrary: fc.Arbitrary<TenableError> = arbitraryErrorByTag[tag];
  const construct = constructors[tag];

  test('has its tag, a plain prototype, a sentence, and is frozen all through', () => {
    fc.assert(fc.property(arbitrary, (error) => {
      expect(error._tag).toBe(tag);
      expect(error.message).not.toBe('');
      expect(error.message.length).toBeLessThanOrEqual(300);
      for (const object of objectsIn(error)) {
        expect(Object.isFrozen(object)).toBe(true);
        expect(Object.getPrototypeOf(object)).toBe(Array.isArray(object) ? Array.prototype : Object.prototype);
      }
    }), { numRuns: 40 });
  });

  test('leaves unknown fields behind, at every depth', () => {
    fc.assert(fc.property(arbitrary, (error) => {
      const made = construct(poison(error));
      expect(made).toStrictEqual(error);
      expect(JSON.stringify(made)).not.toContain(canary);
      expect(inspect(made, { depth: Infinity, showHidden: true })).not.toContain(canary);
    }), { numRuns: 20 });
  });

  test('keeps every text and every list within its bound', () => {
    const [error] = fc.sample(arbitrary, { numRuns: 1, seed: 7 });
    const made = construct(inflate(error));
    expect(made.message.length).toBeLessThanOrEqual(300);
    for (const [path, text] of textsIn(made)) {
      expect(text.length, path).toBeLessThanOrEqual(maxLengths[path.split('.').at(-1) ?? ''] ?? 500);
    }
  });

  test('takes any nonsense without throwing and stays a whole error', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeNonsense) => {
      const made = construct(makeNonsense());
      expect(made._tag).toBe(tag);
      expect(made.message).not.toBe('');
      expect(structuredClone(made)).toStrictEqual(made);
    }), { numRuns: 50 });
  });

  test.each(explodingValues)('survives %s', (_title, make) => {
    expect(construct(make())).toMatchObject({ _tag: tag, message: expect.stringMatching(/./) as string });
    expect(construct({ response: make(), attemptLog: make(), issues: make(), checkpoint: make(), defect: make() })._tag).toBe(tag);
  });
});

interface Sample extends ErrorBase<'Sample'> {
  readonly size: number;
}
const Sample = defineError<Sample>('Sample', { size: whole() }, (error) => `${subject(error)} is ${error.size}.`);

test('makes the message from the other fields, unless one is given', () => {
  expect(Sample({ size: 3, operation: 'scans.list' })).toStrictEqual({
    _tag: 'Sample', message: 'scans.list is 3.', operation: 'scans.list', size: 3,
  });
  expect(Sample({ size: 3, message: 'Given.' }).message).toBe('Given.');
  expect(Sample({ size: 3 }).operation).toBeNull();
});

test('a message made from other fields is one line, so that it cannot forge a line of a log', () => {
  const { message } = Sample({ size: 3, operation: 'scans.list\n2024-01-01 INFO all is well\u001b[2K' });
  expect(message).toMatch(/^\P{Cc}+$/u);
});

test('names the request, or what the caller says, where no operation was under way', () => {
  const error = Sample({ size: 1 });
  expect(subject(error)).toBe('The request');
  expect(subject(error, 'The export')).toBe('The export');
});
