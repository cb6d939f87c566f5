import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fromResponse } from '../../../src/errors/classification/from-response.js';
import { createRedactor } from '../../../src/errors/classification/redact.js';
import { toLogRecord } from '../../../src/errors/projections/to-log-record.js';
import { arbitraryError, arbitraryHostileValue, constructors } from '../../support/arbitrary-errors.js';

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const sizeOf = (record: object): number => Object.values(record).join('').length;

describe('a log record', () => {
  test('has the names of the error, flat', () => {
    const answer = { status: 404, body: '{"error":"Scan\\nnot found"}', url: 'https://cloud.tenable.com/scans/7', headers: { 'x-request-uuid': 'e3c5' } };
    const error = fromResponse(answer, { product: 'vm', method: 'GET', path: '/scans/7', operation: 'scans.details' })._unsafeUnwrapErr();
    expect(toLogRecord(error)).toStrictEqual({
      _tag: 'NotFoundError', operation: 'scans.details', message: 'scans.details found no such object (HTTP 404).', code: 404, uuid: 'e3c5',
      detail: 'Scan not found', method: 'GET', url: 'https://cloud.tenable.com/scans/7', attemptLog: '404',
    });
  });

  test('tells lists in a line, a checkpoint by its numbers, a defect by its parts', () => {
    const attemptLog = [{ status: 503, reason: null, waitedMs: 0, uuid: '' }, { status: null, reason: 'reset', waitedMs: 9, uuid: '' }];
    expect(toLogRecord(constructors.ConnectionError({ reason: 'reset', attempts: 2, attemptLog }))).toMatchObject({ attemptLog: '503; reset', attempts: 2 });
    const issues = [{ path: 'a', expected: 'a number', received: 'string' }, { path: '', expected: 'given', received: 'undefined' }];
    expect(toLogRecord(constructors.UnexpectedValueError({ issues }))).toMatchObject({ issues: 'a should be a number (got text); the whole is missing' });
    const checkpoint = { version: 1, kind: 'vulns', uuid: 'u', done: [1, 2], failed: [3], cancelled: [] };
    expect(toLogRecord(constructors.TioExportsError({ checkpoint }))).toMatchObject({ chunksDone: 2, chunksFailed: 1, chunksCancelled: 0 });
    const defect = { name: 'TypeError', message: 'm', stack: 'at a\nat b' };
    expect(toLogRecord(constructors.TenableException({ defect }))).toMatchObject({ defectName: 'TypeError', defectMessage: 'm', defectStack: 'at a at b' });
  });

  test('names its message as the logger wants it', () => {
    const record = toLogRecord(constructors.NotFoundError({ message: 'gone' }), { messageKey: 'msg' });
    expect(record).toMatchObject({ msg: 'gone' });
    expect(record).not.toHaveProperty('message');
  });

  test.each([[0, undefined], [NaN, undefined], [5, 'body'], [4, 'bod…'], [1e9, 'body']])('with a bodyLength of %d tells %s of the body', (bodyLength, body) => {
    const error = constructors.ServerError({ response: { status: 500, headers: {}, body: 'body' + (bodyLength === 4 ? '.' : ''), truncated: false, bytesSeen: 4, url: '', method: 'GET' } });
    expect(toLogRecord(error, { bodyLength })['body']).toBe(body);
  });

  test('is flat, of scalars, JSON, on one line each and bounded, whatever the error', () => {
    fc.assert(fc.property(arbitraryError, fc.nat(5000), (error, bodyLength) => {
      const record = toLogRecord(error, { bodyLength });
      expect(record).toMatchObject({ _tag: error._tag });
      expect(Object.values(record).filter((value) => !isScalar(value))).toStrictEqual([]);
      expect(Object.values(record).filter((value) => /[\r\n]/.test(String(value)))).toStrictEqual([]);
      expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record);
      expect(sizeOf(record)).toBeLessThan(10_000);
    }), { numRuns: 400 });
  });

  test('exists for any value', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      const record = toLogRecord(makeValue() as never, { bodyLength: 100 });
      expect(Object.values(record).filter((value) => !isScalar(value))).toStrictEqual([]);
      expect(sizeOf(record)).toBeLessThan(20_000);
    }), { numRuns: 500 });
  });

  test('holds no secret that the request carried, and no field that was spread into the error', () => {
    fc.assert(fc.property(fc.stringMatching(/^CANARY[a-z0-9]{4,20}$/), (secret) => {
      const echo = { status: 400, body: JSON.stringify({ error: `bad ${secret}`, token: secret }), url: `https://cloud.tenable.com/x?key=${secret}` };
      const error = fromResponse(echo, { product: 'vm', method: 'GET', path: '/x' }, createRedactor([secret]))._unsafeUnwrapErr();
      const spread = { ...error, request: { headers: { 'x-apikeys': secret } }, apiKey: secret };
      expect(JSON.stringify(toLogRecord(spread, { bodyLength: 2000 }))).not.toContain('CANARY');
    }), { numRuns: 100 });
  });
});
