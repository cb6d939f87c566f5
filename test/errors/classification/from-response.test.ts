import { inspect } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isResponseError } from '../../../src/errors/model/error-group.js';
import { fromResponse } from '../../../src/errors/classification/from-response.js';
import { createRedactor } from '../../../src/errors/classification/redact.js';
import type { Product, RequestContext } from '../../../src/errors/classification/request-context.js';
import { decodeTenableError } from '../../../src/errors/model/tenable-error-codec.js';
import { arbitraryText } from '../../support/arbitrary-errors.js';
import { textsIn } from '../../support/walk-values.js';

const products: readonly Product[] = ['vm', 'sc', 'nessus'];

const body = fc.oneof(
  fc.constantFrom(
    '', ' ', 'null', '0', '"{\\"error\\":\\"x\\"}"', '{"error":"{\\"error\\":\\"x\\"}"}', '<html><title>502</title></html>',
    '['.repeat(100_000), '{"error":'.repeat(100_000), '{"a":'.repeat(5000), '\ufeff{"error":"x"}', '\u0000',
    '{"response":"","error_code":0,"error_msg":""}', '{"response":"","error_code":{},"error_msg":7}', '{"__proto__":{"message":"x"}}',
  ),
  arbitraryText,
  fc.json(),
  fc.tuple(fc.integer({ min: -1, max: 200 }), fc.string()).map(([error_code, error_msg]) => JSON.stringify({ response: '', error_code, error_msg })),
  fc.dictionary(fc.constantFrom('error', 'message', 'errors', 'fields', 'reasons', 'bytes', 'info'), fc.jsonValue()).map((json) => JSON.stringify(json)),
);

const request: fc.Arbitrary<RequestContext> = fc.record({
  product: fc.constantFrom(...products),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  path: fc.constantFrom('/scans/7', '/users/7/chpasswd', '/users/7/impersonate', '/session/restore', '/rest/currentUser', '/rest/token', ''),
  impersonating: fc.option(fc.string()),
  sentPassword: fc.option(fc.constantFrom('keeps-rule', 'breaks-rule', 'unchecked')),
  isFirstContact: fc.boolean(),
}, { requiredKeys: ['product', 'method', 'path'] });

/** What has to hold of every answer. */
function checkOneAnswer(status: number, text: string, context: RequestContext): void {
  const result = fromResponse({ status, body: text, headers: { 'retry-after': text.slice(0, 20) } }, context);
  const atFirstContact = context.isFirstContact === true && context.product !== 'vm';
  if (result.isOk()) {
    const isEnvelope = context.product === 'sc' && atFirstContact && text.includes('"error_code"');
    expect(isEnvelope || (status >= 200 && status <= 299)).toBe(true);
    expect(result.value.status).toBe(status);
    return;
  }
  const { error } = result;
  expect(isResponseError(error)).toBe(!atFirstContact);
  expect(error._tag === 'ConnectionError').toBe(atFirstContact);
  expect(decodeTenableError(JSON.parse(JSON.stringify(error)))._unsafeUnwrap()).toStrictEqual(error);
}

describe('totality', () => {
  test('any status, product, request and body gives exactly one answer', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 999 }), body, request, checkOneAnswer), { numRuns: 500 });
  });

  test('so does each status from 100 to 999 on each product', () => {
    for (let status = 100; status <= 999; status += 1) {
      for (const product of products) {
        for (const isFirstContact of [false, true]) {
          checkOneAnswer(status, '{"error":"x"}', { product, method: 'GET', path: '/', isFirstContact });
        }
      }
    }
  });

  test.each([NaN, -1, 0, Infinity, 1.5])('a status of %s is an UnknownError', (status) => {
    expect(fromResponse({ status }, { product: 'vm', method: 'GET', path: '/' })._unsafeUnwrapErr()._tag).toBe('UnknownError');
  });
});

describe('what an error knows of its answer', () => {
  const answer = {
    status: 429, body: '{"error":"slow down"}', url: 'https://cloud.tenable.com/scans?limit=5', bytesSeen: 21,
    headers: { 'x-request-uuid': '"e3c5f0d2"', 'retry-after': '30', 'set-cookie': 'a=b' },
  };
  const context: RequestContext = { product: 'vm', method: 'GET', path: '/scans', operation: 'scans.list', attempts: 6 };

  test('stands in its fields', () => {
    expect(fromResponse(answer, context)._unsafeUnwrapErr()).toMatchObject({
      _tag: 'RetryError', operation: 'scans.list', code: 429, uuid: 'e3c5f0d2', detail: 'slow down', attempts: 6, retryAfterMs: 30_000,
      response: {
        status: 429, method: 'GET', url: 'https://cloud.tenable.com/scans?limit=', body: '{"error":"slow down"}', bytesSeen: 21,
        headers: { 'x-request-uuid': '"e3c5f0d2"', 'retry-after': '30' },
      },
    });
  });

  test('a date in Retry-After counts from the time of the answer', () => {
    const nowMs = Date.parse('2024-03-05T10:00:00Z');
    const dated = { ...answer, headers: { 'retry-after': 'Tue, 05 Mar 2024 10:00:40 GMT' } };
    expect(fromResponse(dated, { ...context, nowMs })._unsafeUnwrapErr()).toMatchObject({ retryAfterMs: 40_000 });
  });

  test('a host that is not the product is named by its origin', () => {
    const elsewhere = { status: 302, url: 'https://user:pass@sc.example.com:8443/rest/system?x=1', headers: { location: 'https://login/?token=1' } };
    const error = fromResponse(elsewhere, { product: 'sc', method: 'GET', path: '/rest/system', isFirstContact: true })._unsafeUnwrapErr();
    expect(error).toMatchObject({ _tag: 'ConnectionError', origin: 'https://sc.example.com:8443', attempts: 1 });
    expect(JSON.stringify(error)).not.toMatch(/pass|token=1/);
  });

  test('the default redactor empties members that hold secrets', () => {
    const error = fromResponse({ ...answer, body: '{"error":"accessKey=hunter2","token":"hunter2"}' }, context)._unsafeUnwrapErr();
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(error).toMatchObject({ detail: 'accessKey=[redacted]' });
  });
});

describe('a secret that the server echoes', () => {
  const secret = 'S3cret/with "quotes"+and\\slash';
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
  const redact = createRedactor([secret]);
  /** Escaped once or twice or by `inspect`: it is the same secret. */
  const bare = (text: string): string => text.replaceAll('\\', '');

  const places: readonly (readonly [place: string, echo: (form: string) => object])[] = [
    ['the body as text', (form) => ({ body: `bad: ${form}.` })],
    ['the body as JSON', (form) => ({ body: JSON.stringify({ error: `bad: ${form}.` }) })],
    ['the body as JSON from PHP', (form) => ({ body: JSON.stringify({ error_msg: form, response: '', error_code: 1 }).replaceAll('/', '\\/') })],
    ['the body as JSON that was cut', (form) => ({ body: JSON.stringify({ error: form }).slice(0, -3), truncated: true })],
    ['JSON inside JSON', (form) => ({ body: JSON.stringify({ error: JSON.stringify({ error: form }) }) })],
    ['the end of a body that was cut', (form) => ({ body: `bad: ${form.slice(0, -1)}`, truncated: true })],
    ['a page', (form) => ({ body: `<html><title>${form}</title>${form}</html>` })],
    ['the name of a member', (form) => ({ body: JSON.stringify({ [form]: form, message: form }) })],
    ['the request uuid', (form) => ({ headers: { 'x-request-uuid': form } })],
    ['other headers', (form) => ({ headers: { server: form, location: form, 'set-cookie': form, 'content-type': `text/${form}` } })],
    ['the path of the URL', (form) => ({ url: `https://h/users/${form}/x` })],
    ['the query of the URL', (form) => ({ url: `https://h/users?${form}=${form}#${form}` })],
  ];

  test.each(places)('in %s is nowhere in the error', (_place, echo) => {
    for (const product of products) {
      for (const status of [200, 302, 400, 401, 403, 404, 409, 412, 429, 500, 503]) {
        for (const form of forms) {
          const value = fromResponse({ status, ...echo(form) }, { product, method: 'GET', path: '/' }, redact).match((ok): unknown => ok, (error) => error);
          const shown = [...textsIn(value).map(([, text]) => text), inspect(value, { depth: Infinity, showHidden: true })];
          for (const text of shown) for (const each of forms) expect(bare(text)).not.toContain(bare(each.slice(0, -1)));
        }
      }
    }
  });
});
