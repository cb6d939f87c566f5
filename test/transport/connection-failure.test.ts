import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ConnectionFailure } from '../../src/errors/model/connection-error.js';
import { toConnectionFailure } from '../../src/transport/connection-failure.js';
import { arbitraryHostileValue, explodingValues } from '../support/arbitrary-errors.js';

const withCode = (code: string): Error => Object.assign(new Error('m'), { code });

describe('a failure is told by its code', () => {
  test.each<readonly [ConnectionFailure, readonly string[]]>([
    ['dns', ['ENOTFOUND', 'EAI_AGAIN']],
    ['refused', ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']],
    ['reset', ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']],
    ['timeout', ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']],
    ['tls', ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO']],
    ['protocol', ['HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW', 'Z_DATA_ERROR', 'UND_ERR_HEADERS_OVERFLOW']],
    ['other', ['ENOENT', '', 'constructor', '__proto__', 'toString']],
  ])('%s', (failure, codes) => {
    for (const code of codes) expect([code, toConnectionFailure(withCode(code))]).toStrictEqual([code, failure]);
  });

  test('also where fetch hides it below', () => {
    const cause = withCode('ECONNREFUSED');
    expect(toConnectionFailure(new TypeError('fetch failed', { cause }))).toBe('refused');
    expect(toConnectionFailure(new TypeError('fetch failed', { cause: new Error('again', { cause }) }))).toBe('refused');
    expect(toConnectionFailure(new TypeError('fetch failed', { cause: new AggregateError([cause, withCode('ENOTFOUND')]) }))).toBe('refused');
  });

  test('never by what its message says', () => {
    expect(toConnectionFailure(new Error('ECONNREFUSED certificate timeout'))).toBe('other');
  });

  test('also by the name that undici gives where there is no code', () => {
    expect(toConnectionFailure(Object.assign(new Error('m'), { name: 'HTTPParserError' }))).toBe('protocol');
  });
});

test('anything that is thrown is some failure, circles of causes included', () => {
  const circle: Error & { cause?: unknown } = new Error('m');
  circle.cause = circle;
  expect(toConnectionFailure(circle)).toBe('other');
  const hostile = fc.oneof(arbitraryHostileValue, fc.constantFrom(...explodingValues).map(([, make]) => make));
  fc.assert(fc.property(hostile, fc.anything(), (make, other) => {
    expect(typeof toConnectionFailure(make())).toBe('string');
    expect(typeof toConnectionFailure({ cause: make(), code: other, errors: other })).toBe('string');
    expect(typeof toConnectionFailure({ errors: [make()] })).toBe('string');
  }), { numRuns: 300 });
});
