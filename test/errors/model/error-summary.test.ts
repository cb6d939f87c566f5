import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import { errorSummaryField, summarizeError } from '../../../src/errors/model/error-summary.js';
import { TioExportsError } from '../../../src/errors/model/job-errors.js';
import { APIError, RetryError } from '../../../src/errors/model/response-errors.js';
import { arbitraryError } from '../../support/arbitrary-errors.js';

const response = { status: 200, headers: {}, body: '{"secret":"of a customer"}', truncated: false, bytesSeen: 26, url: 'https://cloud.tenable.com/x', method: 'GET' };
const misfits = Array.from({ length: 9 }, (_, at) => ({ path: `[${at}].asset`, expected: 'object', received: 'string' }));

describe('a summary of an error', () => {
  test('has what the error says of itself, and not the body', () => {
    const summary = summarizeError(APIError({ operation: 'exports.vulns.chunk', reason: 'unexpected-body', uuid: 'req-1', response, issues: misfits }));
    expect(summary).toEqual({
      tag: 'APIError', operation: 'exports.vulns.chunk', status: 200, reason: 'unexpected-body', detail: '', uuid: 'req-1',
      message: 'exports.vulns.chunk got an answer (HTTP 200) with a body that is not what was expected: [0].asset should be object (got text).',
      issues: misfits.slice(0, 5),
    });
    expect(JSON.stringify(summary)).not.toContain('customer');
  });

  test('has the words of the service, and the status of the last answer', () => {
    const limited = RetryError({ operation: 'exports.vulns.chunk', code: 502, reason: 'unavailable', attempts: 4, detail: 'Bad gateway', response });
    expect(summarizeError(limited)).toMatchObject({ tag: 'RetryError', status: 502, reason: 'unavailable', detail: 'Bad gateway' });
    const attemptLog = [{ status: 503, reason: null, waitedMs: 0, uuid: 'a' }, { status: null, reason: 'reset', waitedMs: 5, uuid: '' }] as const;
    expect(summarizeError(ConnectionError({ reason: 'reset', delivery: 'unknown', attemptLog }))).toMatchObject({ status: 503, reason: 'reset', issues: [] });
    expect(summarizeError(ConnectionError({ reason: 'refused', delivery: 'not-sent' })).status).toBeNull();
  });

  test('does not take the id of a job for the id of a request', () => {
    const checkpoint = { version: 1, kind: 'vulns', uuid: 'job', done: [], failed: [], cancelled: [] } as const;
    expect(summarizeError(TioExportsError({ export: 'vulns', uuid: 'job', reason: 'error', checkpoint })).uuid).toBe('');
  });

  test('of any error is bounded, frozen, JSON, and kept as it is when it is read back', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      const summary = summarizeError(error);
      const decoded: unknown = JSON.parse(JSON.stringify(summary));
      expect(decoded).toEqual(summary);
      expect(errorSummaryField.misfit(decoded, 'cause')).toBeNull();
      expect(errorSummaryField.keep(decoded)).toEqual(summary);
      expect(Object.isFrozen(summary) && Object.isFrozen(summary.issues)).toBe(true);
      expect(JSON.stringify(summary).length).toBeLessThan(20_000); // control characters take six times their length
    }));
  });

  test('that is none says where it is not', () => {
    const summary = summarizeError(ConnectionError({ reason: 'reset', delivery: 'unknown' }));
    expect(errorSummaryField.misfit({ ...summary, status: '500' }, 'cause')).toEqual({ path: 'cause.status', expected: 'number of 0 or more' });
    expect(errorSummaryField.misfit(null, 'cause')).toEqual({ path: 'cause', expected: 'object' });
  });
});
