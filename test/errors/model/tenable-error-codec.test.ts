import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { NotFoundError, PermissionError } from '../../../src/errors/model/response-errors.js';
import { decodeTenableError, encodeTenableError } from '../../../src/errors/model/tenable-error-codec.js';
import { arbitraryError, arbitraryErrorByTag, arbitraryHostileValue, explodingValues } from '../../support/arbitrary-errors.js';
import { objectsIn } from '../../support/walk-values.js';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const sample = NotFoundError({
  operation: 'scans.details',
  code: 404,
  uuid: 'e3c5',
  detail: 'Scan not found',
  attemptLog: [],
  response: { status: 404, headers: {}, body: '', truncated: false, bytesSeen: 0, url: '', method: 'GET' },
});

describe.each(tenableErrorTags)('%s crosses borders whole', (tag) => {
  test('through structuredClone', () => {
    fc.assert(fc.property(arbitraryErrorByTag[tag], (error) => {
      expect(structuredClone(error)).toStrictEqual(error);
    }), { numRuns: 60 });
  });

  test('through JSON and back, frozen again', () => {
    fc.assert(fc.property(arbitraryErrorByTag[tag], (error) => {
      const decoded = decodeTenableError(throughJson(error))._unsafeUnwrap();
      expect(decoded).toStrictEqual(error);
      expect(objectsIn(decoded).every(Object.isFrozen)).toBe(true);
    }), { numRuns: 60 });
  });

  test('through its own encoding, which is plain JSON', () => {
    fc.assert(fc.property(arbitraryErrorByTag[tag], (error) => {
      const encoded = encodeTenableError(error);
      expect(throughJson(encoded)).toStrictEqual(encoded);
      expect(decodeTenableError(encoded)._unsafeUnwrap()).toStrictEqual(error);
    }), { numRuns: 60 });
  });
});

describe('decoding', () => {
  test('takes any value, and what it accepts is accepted again unchanged', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      decodeTenableError(makeValue()).match(
        (error) => { expect(decodeTenableError(throughJson(error))._unsafeUnwrap()).toStrictEqual(error); },
        (failure) => { expect(failure.message).not.toBe(''); },
      );
    }), { numRuns: 1000 });
  });

  test.each(explodingValues)('calls %s malformed', (_title, make) => {
    expect(decodeTenableError(make())._unsafeUnwrapErr()._tag).toBe('Malformed');
  });

  test.each(['RateLimited', 'toString', '__proto__', 'hasOwnProperty'])('tells the unknown tag %s apart from a malformed value', (tag) => {
    expect(decodeTenableError({ ...sample, _tag: tag })._unsafeUnwrapErr()).toMatchObject({ _tag: 'UnknownTag', tag });
  });

  test('shows an endless unknown tag cut short', () => {
    expect(decodeTenableError({ _tag: 'x'.repeat(10_000) })._unsafeUnwrapErr().message.length).toBeLessThan(150);
  });

  test.each([
    ['an inherited tag', Object.create(sample), '_tag', 'the tag of a TenableError'],
    ['a lost field', { ...sample, uuid: undefined }, 'uuid', 'string'],
    ['a field of another type', { ...sample, code: '404' }, 'code', 'number of 0 or more'],
    ['a misfit deep inside', { ...sample, attemptLog: [{ status: null, reason: null, waitedMs: 'soon', uuid: '' }] }, 'attemptLog[0].waitedMs', 'number of 0 or more'],
    ['no headers', { ...sample, response: { ...sample.response, headers: [] } }, 'response.headers', 'object'],
  ])('says where %s departs, without the value', (_title, value, path, expected) => {
    expect(decodeTenableError(value)._unsafeUnwrapErr()).toMatchObject({ _tag: 'Malformed', path, expected });
  });

  test('reads errors of a newer minor version: new fields are dropped, new reasons fall back', () => {
    const newer = { ...PermissionError({ ...sample, reason: 'forbidden' }), reason: 'expired-license', severity: 3 };
    expect(decodeTenableError(newer)._unsafeUnwrap()).toStrictEqual(PermissionError({ ...sample, message: newer.message, reason: 'forbidden' }));
  });
});

test('encoding leaves fields behind that were spread into the error', () => {
  fc.assert(fc.property(arbitraryError, (error) => {
    const spread = { ...error, request: { headers: { 'X-ApiKeys': 'accessKey=CANARY' } } };
    expect(JSON.stringify(encodeTenableError(spread))).not.toContain('CANARY');
  }));
});
