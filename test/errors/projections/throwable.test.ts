import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

import type { NotFoundError } from '../../../src/errors/model/response-errors.js';
import { fromThrown, isThrowable, toThrowable } from '../../../src/errors/projections/throwable.js';
import type { Throwable } from '../../../src/errors/projections/throwable.js';
import { arbitraryError, arbitraryHostileValue, constructors, explodingValues } from '../../support/arbitrary-errors.js';

const sample = constructors.NotFoundError({ operation: 'scans.details' });

describe('a throwable', () => {
  test('is an Error whose name is the tag and whose cause is the error', () => {
    const throwable = toThrowable(sample);
    expectTypeOf(throwable).toEqualTypeOf<Throwable<NotFoundError>>();
    expect(throwable).toBeInstanceOf(Error);
    expect(throwable.name).toBe('NotFoundError');
    expect(throwable.message).toBe(sample.message);
    expect(throwable.cause).toBe(sample);
    expect(Object.keys(throwable)).toStrictEqual([]);
  });

  test('has a stack that begins with the tag and where it was made', () => {
    const [head, first] = toThrowable(sample).stack?.split('\n') ?? [];
    expect(head).toBe(`NotFoundError: ${sample.message}`);
    expect(first).toContain('throwable.test.ts');
  });

  test('gives the error back, equal and frozen', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      const throwable = toThrowable(error);
      expect(isThrowable(throwable)).toBe(true);
      expect(fromThrown(throwable)._unsafeUnwrap()).toStrictEqual(error);
    }), { numRuns: 300 });
  });

  test('is made of any value without throwing', () => {
    for (const value of [{}, { _tag: 'X' }, { message: 7 }]) expect(toThrowable(value as never)).toBeInstanceOf(Error);
  });
});

describe('what was caught', () => {
  test('gives the error also where others wrapped the throwable, or threw the error bare', () => {
    const wrapped = new Error('handler failed', { cause: new Error('hook failed', { cause: toThrowable(sample) }) });
    expect(fromThrown(wrapped)._unsafeUnwrap()).toStrictEqual(sample);
    expect(fromThrown(sample)._unsafeUnwrap()).toStrictEqual(sample);
    expect(fromThrown(structuredClone(toThrowable(sample)))._unsafeUnwrap()).toStrictEqual(sample);
    expect(isThrowable(wrapped)).toBe(false);
  });

  test('comes back as it was where it is anything else', () => {
    const other = new TypeError('x is not a function');
    expect(fromThrown(other)._unsafeUnwrapErr()).toBe(other);
    expect(isThrowable(other)).toBe(false);
    const endless = new Error('a');
    endless.cause = endless;
    expect(fromThrown(endless)._unsafeUnwrapErr()).toBe(endless);
  });

  test('may be any value', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      const value = makeValue();
      fromThrown(value).match(
        (error) => { expect(fromThrown(toThrowable(error))._unsafeUnwrap()).toStrictEqual(error); },
        (thrown) => { expect(thrown === value || Number.isNaN(value)).toBe(true); },
      );
      expect(isThrowable(value)).toBe(false);
    }), { numRuns: 500 });
  });

  test.each(explodingValues)('may be %s', (_title, make) => {
    const value = make();
    expect(fromThrown(value).isErr()).toBe(true);
    expect(isThrowable(value)).toBe(false);
  });
});
