import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';

import type { DecodeFailure, TenableError } from 'tenable-result';

import { decodeResult, decodeResultAs, encodeResult } from '../../src/schema/result-codec.js';
import { arbitraryError, arbitraryHostileValue, constructors, explodingValues } from '../support/arbitrary-errors.js';
import { expectErr, expectTag } from '../support/expect-result.js';
import { objectsIn } from '../support/walk-values.js';

const arbitraryResult: fc.Arbitrary<Result<unknown, TenableError>> = fc.oneof(
  fc.jsonValue().map((value) => ok(JSON.parse(JSON.stringify(value)) as unknown)), // without -0
  arbitraryError.map((error) => err(error)),
);

describe('a Result', () => {
  test.each<readonly [string, (value: unknown) => unknown]>([
    ['JSON', (value): unknown => JSON.parse(JSON.stringify(value))],
    ['structuredClone', (value): unknown => structuredClone(value)],
  ])('comes through %s as it was, its error frozen again', (_border, cross) => {
    fc.assert(fc.property(arbitraryResult, (result) => {
      const decoded = decodeResult(cross(encodeResult(result)));
      expect(decoded).toStrictEqual(result);
      if (decoded.isErr()) expect(objectsIn(decoded.error).every(Object.isFrozen)).toBe(true);
    }), { numRuns: 300 });
  });

  test('without a value comes through JSON', () => {
    expect(decodeResult(JSON.parse(JSON.stringify(encodeResult(ok(undefined)))))).toStrictEqual(ok(undefined));
  });

  test('is plain data on its way', () => {
    expect(encodeResult(ok({ id: 1 }))).toStrictEqual({ ok: true, value: { id: 1 } });
    const error = constructors.NotFoundError({ operation: 'scans.details' });
    expect(encodeResult(err({ ...error, apiKey: 'CANARY' }))).toStrictEqual({ ok: false, error });
  });

  test('whose error is none of ours goes as a defect', () => {
    for (const [, make] of explodingValues) {
      expectTag(decodeResult(encodeResult(err(make() as TenableError))), 'TenableException');
    }
    expectTag(decodeResult(encodeResult(err('text' as never))), 'TenableException');
  });
});

describe('decoding', () => {
  test('takes any value', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      expect(expectErr(decodeResult({ ok: false, error: makeValue() }))._tag).not.toBe('');
      expect(decodeResult(makeValue()).isErr()).toBe(true);
    }), { numRuns: 500 });
  });

  test.each<readonly [string, unknown, Partial<DecodeFailure>]>([
    ['no Result', { value: 1 }, { _tag: 'Malformed', path: 'ok', expected: 'true or false' }],
    ['a list', [], { _tag: 'Malformed', path: '', expected: 'an encoded Result' }],
    ['an error that lost a field', { ok: false, error: { ...constructors.NotFoundError({}), uuid: 7 } }, { _tag: 'Malformed', path: 'error.uuid', expected: 'string' }],
    ['no error', { ok: false }, { _tag: 'Malformed', path: 'error._tag' }],
    ['an error of a newer sender', { ok: false, error: { _tag: 'QuotaError' } }, { _tag: 'UnknownTag', tag: 'QuotaError' }],
  ])('tells %s', (_title, value, failure) => {
    expect(expectErr(decodeResult(value))).toMatchObject(failure);
  });

  test('checks the value with a schema', async () => {
    const schema = v.object({ id: v.number() });
    const good = decodeResultAs(schema, { ok: true, value: { id: 1, more: true } });
    expectTypeOf<Awaited<typeof good>>().toEqualTypeOf<Result<{ id: number }, TenableError | DecodeFailure>>();
    expect(await good).toStrictEqual(ok({ id: 1 }));
    expect(expectErr(await decodeResultAs(schema, { ok: true, value: { id: 'CANARY' } }))).toStrictEqual({
      _tag: 'Malformed', path: 'value.id', expected: 'number', message: 'Not an encoded Result: value.id should be number.',
    });
    expect(expectErr(await decodeResultAs(v.array(v.number()), { ok: true, value: ['x'] }))).toMatchObject({ path: 'value[0]' });
    expect(expectErr(await decodeResultAs(schema, { ok: true }))).toMatchObject({ _tag: 'Malformed', path: 'value' });
    const error = constructors.ServerError({});
    expect(await decodeResultAs(schema, encodeResult(err(error)))).toStrictEqual(err(error));
  });

  test('with a schema that throws ends in a TenableException', async () => {
    const bad = v.pipe(v.unknown(), v.transform(() => { throw new Error('schema'); }));
    expectTag(await decodeResultAs(bad, { ok: true, value: 1 }), 'TenableException');
  });
});
