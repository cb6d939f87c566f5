import { expect, test } from 'vitest';

import {
  APIError, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError,
  RetryError, ServerError, UnknownError, UnsupportedError,
} from '../../../src/errors/model/response-errors.js';

const words = 'words of the server';
const fields = {
  operation: 'scans.details', code: 404, uuid: '', detail: words, attemptLog: [],
  response: { status: 404, headers: {}, body: words, truncated: false, bytesSeen: 0, url: '', method: 'GET' },
};

test.each([
  [APIError({ ...fields, reason: 'empty-body' }), 'scans.details got an answer (HTTP 404) without a body.'],
  [APIError({ ...fields, reason: 'error-code', errorCode: 146 }), 'scans.details got an answer (HTTP 404) with the error code 146.'],
  [
    APIError({ ...fields, reason: 'unexpected-body', issues: [{ path: 'scans[0].id', expected: 'number', received: 'string' }] }),
    'scans.details got an answer (HTTP 404) with a body that is not what was expected: scans[0].id should be number (got text).',
  ],
  [InvalidInputError(fields), 'scans.details was refused because of its input (HTTP 404).'],
  [NotFoundError(fields), 'scans.details found no such object (HTTP 404).'],
  [UnsupportedError(fields), 'scans.details is not supported in the present state (HTTP 404).'],
  [ServerError(fields), 'scans.details failed inside Tenable (HTTP 404).'],
  [RetryError({ ...fields, attempts: 1, reason: 'unavailable' }), 'scans.details still got HTTP 404 (unavailable) after 1 attempt.'],
  [RetryError({ ...fields, attempts: 6, reason: 'rate-limit' }), 'scans.details still got HTTP 404 (rate-limit) after 6 attempts.'],
  [UnknownError({ ...fields, operation: null }), 'The request got the unexpected status HTTP 404.'],
  [ImpersonationError({ ...fields, username: 'ann@example.com' }), 'scans.details was refused because the user could not be impersonated (HTTP 404).'],
  [PasswordComplexityError(fields), 'scans.details was refused because the new password is too weak (HTTP 404).'],
])('$_tag has a sentence of our own words', (error, message) => {
  expect(error.message).toBe(message);
  expect(error.detail).toBe(words);
});

test('PermissionError tells in words whether the keys or the rights were refused', () => {
  const refused = PermissionError({ ...fields, reason: 'unauthenticated' }).message;
  expect(refused).not.toBe(PermissionError({ ...fields, reason: 'forbidden' }).message);
  expect(refused).toContain('HTTP 404');
  expect(refused).not.toContain(words);
});

test('fields that only some answers have are empty unless given', () => {
  expect(APIError({ ...fields, reason: 'other' })).toMatchObject({ errorCode: null, issues: [] });
  expect(UnsupportedError(fields).activeJobId).toBeNull();
  expect(RetryError({ ...fields, attempts: 1, reason: 'unavailable' }).retryAfterMs).toBeNull();
});
