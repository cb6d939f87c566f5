import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toExchange, toRequestUuid } from '../../../src/errors/classification/exchange.js';
import { createRedactor, redacted, redactMembers } from '../../../src/errors/classification/redact.js';
import type { RequestContext } from '../../../src/errors/classification/request-context.js';
import { maxBodyLength } from '../../../src/errors/model/response-snapshot.js';
import { arbitrarySnapshot } from '../../support/arbitrary-errors.js';

const request: RequestContext = { product: 'vm', method: 'GET', path: '/scans/7' };
const envelope = '{"response":"","error_code":12,"error_msg":"This request contains an invalid token."}';

test.each([
  ['e3c5f0d2e3c5f0d2e3c5f0d2e3c5f0d2', 'e3c5f0d2e3c5f0d2e3c5f0d2e3c5f0d2'],
  ['"e3c5f0d2"', 'e3c5f0d2'],
  ['not a uuid', 'not a uuid'],
  ['""', ''],
])('reads the request uuid %j as %j', (header, uuid) => {
  expect(toRequestUuid({ 'x-request-uuid': header })).toBe(uuid);
});

test('has an empty uuid where the product sends none', () => {
  expect(toRequestUuid({})).toBe('');
});

test('is one attempt unless the caller logged more', () => {
  const { fields } = toExchange({ status: 404, headers: { 'x-request-uuid': 'a1' } }, request, redactMembers);
  expect(fields.attemptLog).toStrictEqual([{ status: 404, reason: null, waitedMs: 0, uuid: 'a1' }]);
  const attemptLog = [{ status: null, reason: 'reset', waitedMs: 0, uuid: '' }];
  expect(toExchange({ status: 404 }, { ...request, attemptLog }, redactMembers).fields.attemptLog).toStrictEqual(attemptLog);
});

test('takes the method of the request where the answer does not say', () => {
  expect(toExchange({ status: 404 }, request, redactMembers).fields.response.method).toBe('GET');
  expect(toExchange({ status: 404, method: 'PUT' }, request, redactMembers).fields.response.method).toBe('PUT');
});

test('looks for an envelope only on Security Center', () => {
  expect(toExchange({ status: 403, body: envelope }, request, redactMembers).envelope).toBeNull();
  expect(toExchange({ status: 403, body: envelope }, { ...request, product: 'sc' }, redactMembers).envelope?.errorCode).toBe(12);
});

test('takes secrets out before it cuts', () => {
  const secret = 'SECRET-0123456789abcdef';
  const body = `${'x'.repeat(maxBodyLength - 10)}${secret}`;
  const { response } = toExchange({ status: 500, body }, request, createRedactor([secret])).fields;
  expect(response.body).not.toContain(secret.slice(0, 4));
  expect(response.body.length).toBeLessThanOrEqual(maxBodyLength);
});

test.each([
  ['was already cut', 'x', true, true],
  ['is cut here', 'x'.repeat(maxBodyLength + 1), false, true],
  ['is whole', 'x'.repeat(maxBodyLength), false, false],
])('says whether a body %s', (_title, body, truncated, expected) => {
  expect(toExchange({ status: 500, body, truncated }, request, redactMembers).fields.response.truncated).toBe(expected);
});

test('runs every text of the answer through the redactor', () => {
  fc.assert(fc.property(arbitrarySnapshot, (snapshot) => {
    const { body, headers, url } = toExchange(snapshot, request, () => redacted).fields.response;
    expect(new Set([body, url, ...Object.values(headers)])).toStrictEqual(new Set([redacted]));
  }));
});

test('survives headers and bodies of the wrong type', () => {
  const odd = { status: 404, body: 7, headers: { 'content-type': ['a'] }, url: null } as unknown as { readonly status: number };
  expect(toExchange(odd, request, redactMembers).fields.response).toMatchObject({ body: '', headers: {}, url: '' });
});
