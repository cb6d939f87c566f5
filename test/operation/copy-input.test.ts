import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { copyInput } from '../../src/operation/copy-input.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { hostileValue } from '../support/hostile.js';

describe('the copy of an input', () => {
  test('is equal to it and shares nothing plain with it', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => {
      const { value, odd } = expectOk(copyInput(input));
      expect(value).toStrictEqual(input);
      expect(odd).toStrictEqual([]);
      if (typeof input === 'object' && input !== null) expect(value).not.toBe(input);
    }));
  });

  test('reads each getter once', () => {
    let reads = 0;
    const input = { filters: { get severity(): number { return (reads += 1); } } };
    const { value } = expectOk(copyInput(input));
    expect([value, value]).toStrictEqual([{ filters: { severity: 1 } }, { filters: { severity: 1 } }]);
    expect(reads).toBe(1);
  });

  test('keeps what is not plain as it is, and names it', () => {
    const [date, map] = [new Date(0), new Map()];
    const { value, odd } = expectOk(copyInput({ since: date, filters: { map, not: undefined, list: [undefined] }, top: undefined }));
    expect(value).toStrictEqual({ since: date, filters: { map, not: undefined, list: [undefined] }, top: undefined });
    expect(odd.map(({ path }) => path)).toStrictEqual(['since', 'filters.map', 'filters.not']);
  });

  test('of a getter that throws names the getter', () => {
    expect(expectErr(copyInput({ a: [{ get b(): never { throw new Error('CANARY'); } }] })))
      .toStrictEqual([{ path: 'a[0].b', expected: 'a value that can be read', received: 'a getter or proxy that throws' }]);
  });

  test('has at most 100 values that are not plain', () => {
    const dates = (length: number): unknown => Array.from({ length }, () => new Date(0));
    expect(expectOk(copyInput({ dates: dates(100) })).odd).toHaveLength(100);
    expect(expectErr(copyInput({ dates: dates(10_000) }))[0]).toMatchObject({ path: 'dates[100]' });
  });

  test('is there for any value, or issues are', () => {
    fc.assert(fc.property(hostileValue, (make) => {
      expect(copyInput(make())).toHaveProperty('isOk');
    }), { numRuns: 2000 });
  });
});
