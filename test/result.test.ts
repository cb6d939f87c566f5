import { inspect } from 'node:util';

import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import { createRedactor } from '../src/errors/classification/redact.js';
import { guard, guardAsync, guardIterator, toDefect, toResultAsync, toTenableException } from '../src/result.js';
import { arbitraryHostileValue, explodingValues } from './support/arbitrary-errors.js';
import { expectErr, expectOk, expectTag } from './support/expect-result.js';

const explode = (): never => {
  throw new Error('a getter was read');
};

/** Makers of what may be thrown: any value, errors of all kinds, and objects that throw again when looked at. */
const thrown: fc.Arbitrary<() => unknown> = fc.oneof(
  arbitraryHostileValue,
  fc.constantFrom(...explodingValues).map(([, make]) => make),
  fc.string().map((message) => () => new RangeError(message)),
  fc.anything().map((message) => () => Object.assign(new Error('m'), { message, stack: message, name: message })),
  fc.constantFrom(
    () => Symbol('s'), () => undefined, () => null, () => explode, () => new AggregateError([1, 2], 'both'),
    () => Object.create(null) as unknown, () => Object.defineProperty(new Error('m'), 'stack', { get: explode }),
    () => ({ toString: explode, [Symbol.toPrimitive]: explode, toJSON: explode }),
  ),
);

/** Throws what is no Error, as foreign code may. */
const raise = (value: unknown): never => {
  throw value;
};

describe('whatever is thrown', () => {
  test('is described by three texts', () => {
    fc.assert(fc.property(thrown, (make) => {
      const { name, message, stack } = toDefect(make());
      expect([typeof name, typeof message, typeof stack]).toStrictEqual(['string', 'string', 'string']);
      expect(name).not.toBe('');
    }), { numRuns: 500 });
  });

  test('comes out of guard, guardAsync and toResultAsync as TenableException', async () => {
    await fc.assert(fc.asyncProperty(thrown, async (make) => {
      const outcomes: readonly Result<unknown, unknown>[] = [
        guard(() => raise(make())),
        await guardAsync(() => raise(make())),
        await guardAsync(async () => raise(await Promise.resolve(make()))),
        await toResultAsync<never, never>(async () => raise(await Promise.resolve(make()))),
        await toResultAsync<never, never>(() => raise(make())),
      ];
      for (const outcome of outcomes) expect(expectErr(outcome)).toMatchObject({ _tag: 'TenableException' });
    }), { numRuns: 300 });
  });

  test.each<readonly [unknown, string, string]>([
    [new TypeError('bad'), 'TypeError', 'bad'],
    ['only text', 'string', 'only text'],
    [Symbol('s'), 'symbol', ''],
    [null, 'null', ''],
    [undefined, 'undefined', ''],
    [[1], 'array', ''],
    [{ name: 7, message: 8 }, 'object', ''],
    [{ name: 'Odd', message: 'm' }, 'Odd', 'm'],
  ])('is named by its type or its own name: %s', (value, name, message) => {
    expect(toDefect(value)).toMatchObject({ name, message });
  });
});

describe('what comes back', () => {
  test('is the value, also from a promise or a thenable', async () => {
    expect(expectOk(guard(() => 7))).toBe(7);
    expect(expectOk(await guardAsync(() => 7))).toBe(7);
    const thenable: PromiseLike<number> = Promise.resolve(7);
    expect(expectOk(await guardAsync(() => thenable))).toBe(7);
  });

  test('is the Result itself where the function gives one', async () => {
    expect(expectOk(await toResultAsync(() => Promise.resolve(ok(7))))).toBe(7);
    expect(expectErr(await toResultAsync(() => Promise.resolve(err('no'))))).toBe('no');
  });

  test('survives thenables that throw, reject twice or resolve twice', async () => {
    const hostile: readonly (() => PromiseLike<unknown>)[] = [
      () => ({ get then(): never { return explode(); } }),
      () => ({ then: explode }),
      () => ({ then: (_resolve: unknown, reject: (reason: unknown) => void) => {
        reject(1);
        reject(2);
        return explode();
      } }) as unknown as PromiseLike<unknown>,
    ];
    for (const make of hostile) expect(expectErr(await guardAsync(make))).toMatchObject({ _tag: 'TenableException' });
  });
});

describe('a defect', () => {
  test('keeps call sites and leaves the head of the stack, which repeats the message', () => {
    const { stack } = toDefect(new Error('line 1\nline 2 with CANARY'));
    expect(stack.split('\n').every((line) => /^at .+/.test(line))).toBe(true);
    expect(stack).toContain('result.test.ts');
    expect(stack).not.toContain('CANARY');
  });

  test('holds no secret, neither in its name, its message nor its stack', () => {
    const secret = 'hunter2-hunter2';
    const error = Object.assign(new Error(`no ${secret}`), { name: `E-${secret}`, stack: `Error\n    at ${secret} (file.js:1:1)` });
    const exception = toTenableException(error, { redact: createRedactor([secret]) });
    expect(inspect(exception, { depth: Infinity, showHidden: true })).not.toContain(secret);
  });

  test('loses members that hold secrets even where no secret value is known', () => {
    expect(toDefect(new Error('sent {"password":"hunter2"} with secretKey=abcdef')).message)
      .toBe('sent {"password":"[redacted]"} with secretKey=[redacted]');
  });

  test('is told without its words when the redactor itself throws', () => {
    const exception = expectTag(guard(() => raise(new Error('CANARY')), { operation: 'scans.details', redact: explode }), 'TenableException');
    expect(exception.operation).toBe('scans.details');
    expect(JSON.stringify(exception)).not.toContain('CANARY');
  });
});

describe('an iterator behind the border', () => {
  const read = async (open: () => AsyncIterator<Result<number, string>, undefined>): Promise<readonly unknown[]> => {
    const seen: unknown[] = [];
    for await (const item of { [Symbol.asyncIterator]: () => guardIterator(open, { operation: 'x.y' }) }) seen.push(item.isOk() ? item.value : item.error);
    return seen;
  };
  const defect = { _tag: 'TenableException', operation: 'x.y' };
  const items = (...values: readonly (number | (() => never))[]) => async function* (): AsyncGenerator<Result<number, string>, undefined> {
    for (const value of values) yield ok(typeof value === 'number' ? value : await Promise.resolve().then(value));
    return undefined;
  };

  test.each<readonly [string, () => AsyncIterator<Result<number, string>, undefined>, readonly unknown[]]>([
    ['its items where all is well', items(1, 2), [1, 2]],
    ['its failure as the last one', items(1, explode, 3), [1, defect]],
    ['a failure to open it', explode, [defect]],
    ['a failure of one that is none', () => 7 as unknown as AsyncIterator<Result<number, string>, undefined>, [defect]],
  ])('gives %s', async (_title, open, seen) => {
    expect(await read(open)).toMatchObject(seen);
  });

  test('is opened when it is asked, and closed once', async () => {
    const told: string[] = [];
    const iterator = guardIterator<number, never>(() => {
      told.push('open');
      return { next: () => Promise.resolve({ done: false, value: ok(1) }), return: () => Promise.reject(new Error('hostile')) };
    });
    expect(told).toStrictEqual([]);
    await iterator.next();
    expect(await iterator.return?.()).toStrictEqual({ done: true, value: undefined });
    expect(await iterator.next()).toStrictEqual({ done: true, value: undefined });
    expect(told).toStrictEqual(['open']);
  });
});
