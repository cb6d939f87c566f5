import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toSchema } from '../../src/schema/shape-schema.js';
import { decode } from '../../src/schema/standard-schema.js';
import { explodingValues } from '../support/arbitrary-errors.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { hostileValue } from '../support/hostile.js';

const border = { operation: 'x.y' };
const unixTime = toSchema<unknown, number>('moment');

describe('a moment', () => {
  test('that is a Date comes out as the whole seconds before it', async () => {
    const date = fc.date({ min: new Date(0), noInvalidDate: true });
    await fc.assert(fc.asyncProperty(date, async (moment) => {
      const seconds = expectOk(await decode(unixTime, moment, border));
      expect(Number.isInteger(seconds)).toBe(true);
      expect(seconds * 1000).toBeLessThanOrEqual(moment.getTime());
      expect((seconds + 1) * 1000).toBeGreaterThan(moment.getTime());
    }));
  });

  test('that is a number of seconds stays as it is', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 99_999_999_999 }), async (seconds) => {
      expect(expectOk(await decode(unixTime, seconds, border))).toBe(seconds);
    }));
  });

  class Moment extends Date {
    override getTime(): number {
      return Number.NaN;
    }
  }
  test.each<readonly [string, unknown]>([
    ['another realm', runInNewContext('new Date(5999)')],
    ['a class of its own, whatever that says', new Moment(5999)],
    ['a frozen one', Object.freeze(new Date(5999))],
  ])('may be a Date of %s', async (_title, moment) => {
    expect(expectOk(await decode(unixTime, moment, border))).toBe(5);
  });

  const words = 'Unix time in seconds or a Date';
  test.each<readonly [string, unknown, string, string]>([
    ['an invalid Date', new Date(Number.NaN), words, 'object'],
    ['a Date before 1970', new Date(-1), words, 'object'],
    ['milliseconds', 1_767_225_600_000, `${words} (this looks like milliseconds)`, 'number'],
    ['parts of a second', 1.5, words, 'number'],
    ['a negative number', -1, words, 'number'],
    ['no number', Number.NaN, words, 'NaN'],
    ['text', '2026-01-01', words, 'string'],
    ['null', null, words, 'null'],
    ['what calls itself a Date', { [Symbol.toStringTag]: 'Date', getTime: () => 5000 }, words, 'object'],
    ['an heir of Date that is none', Object.create(Date.prototype), words, 'object'],
    ['a proxy of a Date', new Proxy(new Date(5000), {}), words, 'object'],
  ])('is not %s', async (_title, moment, expected, received) => {
    expect(expectErr(await decode(unixTime, moment, border))).toStrictEqual({ _tag: 'Misfit', issues: [{ path: '', expected, received }] });
  });

  test('is nothing that throws when it is looked at', async () => {
    const hostile = fc.oneof(hostileValue, fc.constantFrom(...explodingValues).map(([, make]) => make));
    await fc.assert(fc.asyncProperty(hostile, async (make) => {
      const result = await decode(unixTime, make(), border);
      expect(result.isOk() ? typeof result.value : result.error._tag).toMatch(/^(number|Misfit)$/);
    }), { numRuns: 300 });
  });
});
