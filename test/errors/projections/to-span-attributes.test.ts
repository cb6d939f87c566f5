import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import { fromResponse } from '../../../src/errors/classification/from-response.js';
import { isFailure, toRequestAttributes, toSpanAttributes } from '../../../src/errors/projections/to-span-attributes.js';
import { arbitraryError, arbitraryHostileValue, constructors } from '../../support/arbitrary-errors.js';

/** The names that a span of ours may have. */
const names = [
  'error.type', 'http.request.method', 'http.request.method_original', 'http.request.resend_count', 'http.response.status_code',
  'server.address', 'server.port', 'url.template', 'tenable.operation', 'tenable.error.reason',
];

describe('span attributes', () => {
  test('are those of the conventions for HTTP clients', () => {
    const answer = { status: 404, body: '{"error":"Scan not found"}', url: 'https://cloud.tenable.com/scans/7', method: 'GET' };
    const error = fromResponse(answer, { product: 'vm', method: 'GET', path: '/scans/7', operation: 'scans.details' })._unsafeUnwrapErr();
    expect(toSpanAttributes(error, { urlTemplate: '/scans/{scan_id}' })).toStrictEqual({
      'error.type': 'NotFoundError',
      'http.request.method': 'GET',
      'http.response.status_code': 404,
      'server.address': 'cloud.tenable.com',
      'server.port': 443,
      'tenable.operation': 'scans.details',
      'url.template': '/scans/{scan_id}',
    });
  });

  test('of an error without an answer tell its reason and where it was going', () => {
    const error = ConnectionError({ operation: 'server.status', reason: 'timeout', delivery: 'unknown', attempts: 3, origin: 'http://[::1]:8080' });
    expect(toSpanAttributes(error)).toStrictEqual({
      'error.type': 'ConnectionError', 'tenable.error.reason': 'timeout', 'tenable.operation': 'server.status',
      'http.request.resend_count': 2, 'server.address': '::1', 'server.port': 8080,
    });
  });

  test('are few, short and of low cardinality: no uuid, no path, no words of the service', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      const attributes = toSpanAttributes(error);
      expect(attributes['error.type']).toBe(isFailure(error) ? error._tag : undefined);
      expect(Object.keys(attributes).filter((name) => !names.includes(name))).toStrictEqual([]);
      expect(JSON.parse(JSON.stringify(attributes))).toStrictEqual(attributes);
      expect(Object.values(attributes).every((value) => typeof value === 'number' || (typeof value === 'string' && value.length <= 300))).toBe(true);
    }), { numRuns: 300 });
  });

  test('exist for any value', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      const attributes = toSpanAttributes(makeValue() as never);
      if (attributes['tenable.error.reason'] !== 'aborted') expect(typeof attributes['error.type']).not.toBe('undefined');
      expect(JSON.parse(JSON.stringify(attributes))).toStrictEqual(attributes);
    }), { numRuns: 500 });
  });

  test('have no error.type where the caller aborted the call: that is no failure', () => {
    const error = ConnectionError({ operation: 'scans.list', reason: 'aborted', delivery: 'unknown' });
    expect(toSpanAttributes(error)).toStrictEqual({ 'tenable.error.reason': 'aborted', 'tenable.operation': 'scans.list' });
  });

  test('leave the status out where no server sent one', () => {
    expect(toSpanAttributes(constructors.UnknownError({ code: 0 }))).not.toHaveProperty('http.response.status_code');
  });
});

describe('attributes of a request', () => {
  test.each([
    ['https://cloud.tenable.com', 'cloud.tenable.com', 443],
    ['http://127.0.0.1', '127.0.0.1', 80],
    ['https://sc.example.com:8443', 'sc.example.com', 8443],
  ])('find the server in %s', (origin, address, port) => {
    expect(toRequestAttributes({ origin })).toStrictEqual({ 'server.address': address, 'server.port': port });
  });

  test.each(['', 'not a URL', 'file:///etc/passwd', null, 7])('know no server for %s', (origin) => {
    expect(toRequestAttributes({ origin })).toStrictEqual({});
  });

  test('tell a method that HTTP does not know as another', () => {
    expect(toRequestAttributes({ method: 'BREW' })).toStrictEqual({ 'http.request.method': '_OTHER', 'http.request.method_original': 'BREW' });
  });
});
