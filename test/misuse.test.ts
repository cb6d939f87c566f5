/** Every public function that promises not to throw, with values that nobody expects. Only types prevent them, and not everybody has types. */
import fc from 'fast-check';
import { Result, ResultAsync, err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import * as publicly from 'tenable-result';

import { explodingValues } from './support/arbitrary-errors.js';
import { hostileValue } from './support/hostile.js';

type Called = (...given: readonly unknown[]) => unknown;

/** These declare an operation while a module is loaded. They call nothing, and a mistake in them is to be seen at once. */
const declarations: readonly string[] = ['defineOperation', 'offsetPaging', 'rangePaging', 'json', 'file'];

const functions = Object.entries(publicly).filter((entry): entry is [string, never] => typeof entry[1] === 'function' && !declarations.includes(entry[0])) as readonly (readonly [string, Called])[];

const isThenable = (value: unknown): value is PromiseLike<unknown> => value instanceof ResultAsync || value instanceof Promise;

describe('a public function throws nothing, and what it gives rejects with nothing', () => {
  test('of which there are many', () => {
    expect(functions.length).toBeGreaterThan(45);
  });

  test.each(functions)('%s', async (_name, call) => {
    await fc.assert(fc.asyncProperty(fc.array(hostileValue, { maxLength: 3 }), async (makers) => {
      const given = makers.map((make) => make());
      const result = call(...given);
      if (isThenable(result)) await result;
    }), { numRuns: 150 });
    for (const [, make] of explodingValues) {
      for (const given of [[make()], [make(), make()], [make(), make(), make()]]) {
        const result = call(...given);
        if (isThenable(result)) await result;
      }
    }
  }, 60_000);
});

describe('what is no error', () => {
  const nonsense: readonly unknown[] = [undefined, null, 7, 'NotFoundError', {}, { _tag: 'toString' }, { _tag: 7 }, Object.freeze([]), new Proxy({}, { get: () => { throw new Error('CANARY'); } })];

  test.each(nonsense.map((value) => [value]))('%# is one that must not be retried, of the group of defects, and is told as such', (value) => {
    const error = value as publicly.TenableError; // that is the lie
    expect(publicly.isRetryable(error)).toBe(false);
    expect(publicly.toErrorGroup(error)).toBe('defect');
    expect(publicly.toLogLevel(error)).toBe('error');
    expect(publicly.isTag(error, 'NotFoundError')).toBe(false);
    expect([publicly.isResponseError(error), publicly.isExportError(error), publicly.isLocalError(error)]).toStrictEqual([false, false, false]);
    expect(publicly.describeError(error)).toContain('no error of tenable-result');
    expect(publicly.toThrowable(error)).toMatchObject({ name: 'TenableException' });
    expect(publicly.decodeTenableError(publicly.encodeTenableError(error)).unwrapOr(null)).toMatchObject({ _tag: 'TenableException' });
  });

  test('goes to the handler of TenableException', () => {
    for (const value of nonsense) {
      expect(publicly.matchError(value as publicly.TenableException, { TenableException: ({ defect }) => defect.message })).toContain('no error');
      expect(publicly.matchErrorPartial(value as publicly.TenableError, { NotFoundError: () => 'gone' }, (rest) => typeof rest)).toBe('object');
    }
  });

  test('lets what a handler throws through: that is the caller\'s own', () => {
    const raise = (): never => { throw new Error('mine'); };
    expect(() => publicly.matchError(publicly.NotFoundError({}), { NotFoundError: raise })).toThrow('mine');
  });
});

test('a Result that is none is encoded as a failure, a Result as what it is', () => {
  const encode = publicly.encodeResult as (result: unknown) => unknown;
  for (const value of [null, 7, {}, { match: () => 7 }]) expect(encode(value)).toMatchObject({ ok: false, error: { _tag: 'TenableException' } });
  expect([encode(ok(1)), encode(err(publicly.NotFoundError({ uuid: 'u' })))]).toMatchObject([{ ok: true, value: 1 }, { ok: false, error: { uuid: 'u' } }]);
  expect(Result).toBeDefined();
});
