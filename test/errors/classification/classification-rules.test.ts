import { describe, expect, test } from 'vitest';

import { firstContactRules, isWholeSuccess, retryStatuses, rulesByProduct } from '../../../src/errors/classification/classification-rules.js';
import { toExchange } from '../../../src/errors/classification/exchange.js';
import { fromResponse } from '../../../src/errors/classification/from-response.js';
import { redactMembers } from '../../../src/errors/classification/redact.js';
import type { Product, RequestContext } from '../../../src/errors/classification/request-context.js';

/** `null` where the answer is a good one. */
type Expected = Readonly<Record<string, unknown>> | null;
type Row = readonly [row: string, title: string, request: RequestContext, status: number, body: unknown, expected: Expected];

const ask = (product: Product, method = 'GET', path = '/scans/7', more: Partial<RequestContext> = {}): RequestContext => ({ product, method, path, ...more });
const vm = ask('vm');
const sc = ask('sc', 'GET', '/rest/policy/7');
const nessus = ask('nessus');

const envelope = (error_code: unknown, error_msg = '', response: unknown = ''): unknown => ({ type: 'regular', response, error_code, error_msg, warnings: [], timestamp: 1 });
const named = (statusCode: number, error: string, message = error): unknown => ({ statusCode, error, message });
const blacklisted = 'The access key is not tied to any active container and has been blacklisted';

const scFirst = { ...sc, isFirstContact: true };
const nessusFirst = ask('nessus', 'GET', '/server/properties', { isFirstContact: true });
const notTenable = { _tag: 'ConnectionError', reason: 'not-tenable', delivery: 'answered' };

const firstContact: readonly Row[] = [
  ['1', 'SC: a page of something else', scFirst, 200, '<html>Welcome</html>', notTenable],
  ['1', 'SC: no body', scFirst, 200, '', notTenable],
  ['1', 'SC: Nessus answers', scFirst, 404, { error: 'The requested file was not found.' }, notTenable],
  ['1', 'SC: a redirect', scFirst, 302, '', notTenable],
  ['1', 'Nessus: a page of something else', nessusFirst, 200, '<html>Welcome</html>', notTenable],
  ['1', 'Nessus: properties of something else', nessusFirst, 200, { nessus_type: 'Scanner', server_version: '10.8.3' }, notTenable],
  ['1', 'Nessus: properties before a log-in', nessusFirst, 200, { nessus_type: 'Nessus Expert' }, null],
  ['1', 'Nessus: a redirect', nessusFirst, 301, '', notTenable],
  ['1', 'Nessus: its properties', nessusFirst, 200, { server_version: '10.8.3', nessus_type: 'Nessus' }, null],
  ['3', 'SC: an envelope without a version', scFirst, 200, envelope(0, '', { uuid: 'x' }), null],
  ['3', 'SC: an empty envelope with 403', scFirst, 403, envelope(0), null],
  ['3', 'SC: an envelope with any status', scFirst, 500, envelope(1, 'x'), null],
];

const impersonating = ask('vm', 'GET', '/session', { impersonating: 'ann@example.com' });
const impersonation = { _tag: 'ImpersonationError', username: 'ann@example.com' };
const impersonateCalls = ['/users/7/impersonate', '/session/restore'].map((path) => ask('vm', 'POST', path));

const impersonationRows: readonly Row[] = [
  ['4', 'VM: the message is Forbidden', impersonating, 403, named(403, 'Forbidden'), { ...impersonation, code: 403, detail: 'Forbidden' }],
  ...impersonateCalls.map((call): Row => ['5', `VM: POST ${call.path}`, call, 401, '', { _tag: 'ImpersonationError' }]),
  ...impersonateCalls.flatMap((call) => [403, 404, 409].map((status): Row => ['6', `VM: POST ${call.path} with ${status}`, call, status, named(status, 'x'), { _tag: 'ImpersonationError' }])),
  ['7', 'VM: an empty 403', impersonating, 403, '', impersonation],
  ['7', 'VM: an unreadable 403', impersonating, 403, '\u0000\u0001', impersonation],
  ['8', 'VM: any other text', impersonating, 403, named(403, 'Forbidden', 'Insufficient scope'), { _tag: 'PermissionError', reason: 'forbidden' }],
  ['8', 'VM: wrong keys while impersonating', impersonating, 401, '', { _tag: 'PermissionError', reason: 'unauthenticated' }],
  ['17', 'VM: Forbidden without impersonating', vm, 403, named(403, 'Forbidden'), { _tag: 'PermissionError', reason: 'forbidden' }],
  ['17', 'Nessus knows no impersonation', { ...nessus, impersonating: 'ann' }, 403, named(403, 'Forbidden'), { _tag: 'PermissionError' }],
];

const vmPassword = ask('vm', 'PUT', '/users/7/chpasswd', { sentPassword: 'keeps-rule' });
const weakVmPassword: RequestContext = { ...vmPassword, sentPassword: 'breaks-rule' };
const nessusPassword: RequestContext = { ...vmPassword, product: 'nessus', path: '/session/chpasswd' };
const scPassword = ask('sc', 'PATCH', '/rest/currentUser', { sentPassword: 'unchecked' });
const tooShort = 'Password is too short';

const passwordRows: readonly Row[] = [
  ['9', 'VM: words about quality', vmPassword, 400, { error: tooShort }, { _tag: 'PasswordComplexityError', detail: tooShort }],
  ['9', 'VM: no words, and the rule was broken', weakVmPassword, 400, '', { _tag: 'PasswordComplexityError' }],
  ['9', 'VM: another field is named', weakVmPassword, 400, { error: 'x', message: 'x', validation: { keys: ['username'] } }, { _tag: 'InvalidInputError' }],
  ['9', 'VM: the current password is wrong', weakVmPassword, 400, { error: 'current password is incorrect' }, { _tag: 'InvalidInputError' }],
  ['9', 'VM: other words', vmPassword, 400, { error: 'Invalid request' }, { _tag: 'InvalidInputError' }],
  ['9', 'VM: a new user is no change', { ...weakVmPassword, method: 'POST', path: '/users' }, 400, { error: tooShort }, { _tag: 'InvalidInputError' }],
  ['9', 'VM: only a 400 is about the password', weakVmPassword, 403, named(403, 'Forbidden', 'Insufficient scope'), { _tag: 'PermissionError' }],
  ['9', 'Nessus: words about quality', nessusPassword, 400, { error: tooShort }, { _tag: 'PasswordComplexityError' }],
  ['10', 'SC: 403 with code 146', scPassword, 403, envelope(146, tooShort), { _tag: 'PasswordComplexityError' }],
  ['10', 'SC: 200 with a code', { ...scPassword, path: '/rest/user/3' }, 200, envelope(146, tooShort), { _tag: 'PasswordComplexityError' }],
  ['10', 'SC: no words about quality', scPassword, 403, envelope(146, 'Invalid parameters'), { _tag: 'APIError', errorCode: 146 }],
  ['10', 'SC: another code', scPassword, 403, envelope(143, tooShort), { _tag: 'APIError', errorCode: 143 }],
  ['10', 'SC: no password was sent', { ...scPassword, sentPassword: null }, 403, envelope(146, tooShort), { _tag: 'APIError' }],
];

const createExport = ask('vm', 'POST', '/vulns/export');
const duplicate = 'Duplicate export not allowed. (job_uuid=1)';
const serialized = { values: [], strings: [], empty: false, bytes: Buffer.from(duplicate).toString('base64'), value_count: 2 };

const retryRows: readonly Row[] = [
  ...(['vm', 'sc', 'nessus'] as const).flatMap((product) => [429, 501, 502, 503, 504].map((status): Row =>
    ['11', `${product}: ${status}`, { ...ask(product), attempts: 6 }, status, named(status, 'x'), { _tag: 'RetryError', code: status, attempts: 6 }])),
  ['11', 'VM: a page that names the rate limit', vm, 429, '<title>429 Too Many Requests</title>', { _tag: 'RetryError', reason: 'rate-limit' }],
  ['11', 'VM: too many active scans', vm, 429, { error: 'more than 25 scans are active' }, { _tag: 'RetryError', reason: 'concurrency-limit' }],
  ['11', 'VM: not ready', vm, 503, '', { _tag: 'RetryError', reason: 'unavailable' }],
  ['12', 'VM: a running job is named', createExport, 409, { active_job_id: 'job-1', failure_reason: 'running' }, { _tag: 'UnsupportedError', activeJobId: 'job-1', detail: 'running' }],
  ['13', 'VM: no running job is named', createExport, 409, { message: 'Conflict' }, { _tag: 'UnsupportedError', activeJobId: null }],
  ['14', 'VM: a duplicate, in a message', createExport, 429, { status: 429, message: duplicate }, { _tag: 'RetryError', reason: 'duplicate-export' }],
  ['14', 'VM: a duplicate, serialized', createExport, 429, serialized, { _tag: 'RetryError', reason: 'duplicate-export' }],
];

const plainStatuses: readonly (readonly [row: string, status: number, tag: string])[] = [
  ['15', 400, 'InvalidInputError'], ['16', 401, 'PermissionError'], ['17', 403, 'PermissionError'],
  ['18', 404, 'NotFoundError'], ['19', 409, 'UnsupportedError'], ['20', 500, 'ServerError'],
];

const statusRows: readonly Row[] = [
  ...[vm, nessus].flatMap((request) => plainStatuses.flatMap(([row, status, _tag]) => [
    [row, `${request.product}: ${status} with JSON`, request, status, { error: 'words' }, { _tag, code: status, detail: 'words' }],
    [row, `${request.product}: ${status} without a body`, request, status, '', { _tag, code: status, detail: '' }],
  ] satisfies Row[])),
  ['16', 'VM: 401 in plain text', vm, 401, blacklisted, { _tag: 'PermissionError', reason: 'unauthenticated', detail: blacklisted }],
  ['18', 'VM: an expired chunk', ask('vm', 'GET', '/vulns/export/u/chunks/1'), 404, '404 Export expired or not found', { _tag: 'NotFoundError' }],
  ['20', 'SC: 500', sc, 500, '', { _tag: 'ServerError' }],
  ['21', 'Nessus: the API is switched off', nessus, 412, { error: 'API is not available' }, { _tag: 'UnsupportedError', activeJobId: null }],
  ['21', 'Nessus: the same without a body', nessus, 412, '', { _tag: 'UnsupportedError' }],
  ['21', 'VM: 412 has no such meaning', vm, 412, '', { _tag: 'UnknownError' }],
  ['22', 'VM: a policy in use', ask('vm', 'DELETE', '/policies/7'), 405, '', { _tag: 'UnknownError', code: 405 }],
  ['33', 'VM: a chunk that is not there yet', ask('vm', 'GET', '/vulns/export/u/chunks/1'), 204, '', null],
  ...[100, 301, 302, 304, 307, 402, 405, 406, 408, 410, 413, 415, 418, 422, 428, 431, 505, 511, 599, 999].flatMap((status) =>
    [vm, sc, nessus].map((request): Row => ['37', `${request.product}: ${status}`, request, status, '', { _tag: 'UnknownError', code: status }])),
  ...[200, 201, 202, 204, 299].flatMap((status) => [vm, sc, nessus].map((request): Row => ['37', `${request.product}: ${status} is a good answer`, request, status, '', null])),
  ...[205, 206, 207, 226].flatMap((status) =>
    [vm, sc, nessus].map((request): Row => ['37', `${request.product}: ${status} is not the whole answer`, request, status, '', { _tag: 'APIError', reason: 'unexpected-status' }])),
];

const login = ask('sc', 'POST', '/rest/token');

const securityCenterRows: readonly Row[] = [
  ['23', 'SC: 400', sc, 400, '', { _tag: 'InvalidInputError' }],
  ['23', 'SC: 404', sc, 404, '', { _tag: 'NotFoundError' }],
  ['24', 'SC: 403 with an unknown code', sc, 403, envelope(143, 'x'), { _tag: 'APIError', reason: 'error-code', errorCode: 143, detail: 'x' }],
  ['24', 'SC: 403 without an envelope', sc, 403, '<html>', { _tag: 'APIError', reason: 'unexpected-status', errorCode: null }],
  ['25', 'SC: 200 with a code', sc, 200, envelope(146, 'x'), { _tag: 'APIError', reason: 'error-code', errorCode: 146 }],
  ['25', 'SC: 200 with a code in text', sc, 200, envelope('146', 'x'), { _tag: 'APIError', errorCode: 146 }],
  ['25', 'SC: 200 with a code that is no number', sc, 200, envelope('EFAIL', 'x'), { _tag: 'APIError', reason: 'error-code', errorCode: null }],
  ['25', 'SC: 200 with code null', sc, 200, envelope(null), { _tag: 'APIError', reason: 'error-code', errorCode: null }],
  ['25', 'SC: 200 with code 0 and a message is a warning', sc, 200, envelope(0, 'Scan Result email failed.'), null],
  ['26', 'SC: the session is missing', sc, 403, envelope(12, 'This request contains an invalid token.\n'), { _tag: 'PermissionError', reason: 'unauthenticated', code: 403 }],
  ['26', 'SC: a clean envelope with 403', sc, 403, envelope(0), { _tag: 'PermissionError', reason: 'unauthenticated' }],
  ['26', 'SC: code 0 with a message', sc, 403, envelope(0, 'x'), { _tag: 'APIError', reason: 'unexpected-status', errorCode: 0 }],
  ['26', 'SC: no such object', sc, 403, envelope(147, 'Policy #7 does not exist.\n'), { _tag: 'NotFoundError', detail: 'Policy #7 does not exist.' }],
  ['26', 'SC: no such object under another code', sc, 403, envelope(146, 'Policy #7 does not exist.'), { _tag: 'APIError' }],
  ['26', 'SC: bad input', sc, 403, envelope(146, 'Invalid parameters specified'), { _tag: 'APIError', errorCode: 146 }],
  ['26', 'SC: no access', sc, 403, envelope(146, 'Group #0 does not have access'), { _tag: 'APIError', errorCode: 146 }],
  ['26', 'SC: 401', sc, 401, '', { _tag: 'UnknownError', code: 401 }],
  ['26', 'SC: 409', sc, 409, '', { _tag: 'UnknownError', code: 409 }],
  ['27', 'SC: too many sessions', login, 200, envelope(0, '', { releaseSession: true }), { _tag: 'APIError', reason: 'unexpected-body', errorCode: 0 }],
  ['27', 'SC: a log-in', login, 200, envelope(0, '', { token: 1234567890 }), null],
];

describe.each(Object.entries({ firstContact, impersonationRows, passwordRows, retryRows, statusRows, securityCenterRows }))('%s', (_group, rows) => {
  test.each(rows)('row %s, %s', (_row, _title, request, status, body, expected) => {
    const result = fromResponse({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }, request);
    if (expected === null) expect(result.isOk()).toBe(true);
    else expect(result._unsafeUnwrapErr()).toMatchObject(expected);
  });
});

test('the retried statuses are the documented five', () => {
  expect(retryStatuses).toStrictEqual([429, 501, 502, 503, 504]);
});

test('a whole success is any 2xx but those that bring a part', () => {
  const statuses = Array.from({ length: 900 }, (_, index) => index + 100).filter(isWholeSuccess);
  expect(statuses.every((status) => status >= 200 && status <= 299)).toBe(true);
  expect(statuses).toHaveLength(96);
  expect([205, 206, 207, 226].some(isWholeSuccess)).toBe(false);
});

test.each([205, 206, 207, 226])('a part of what was asked for is an unexpected status, in Security Center, too: %i', (status) => {
  for (const request of [vm, { ...vm, product: 'sc' } as const]) {
    expect(fromResponse({ status, body: '{"type":"regular","response":{},"error_code":0}' }, request)._unsafeUnwrapErr()).toMatchObject({ _tag: 'APIError', reason: 'unexpected-status', code: status });
  }
});

test.each([200, 201, 204, 298, 299])('all else from 200 to 299 is a good answer: %i', (status) => {
  expect(fromResponse({ status, body: '{}' }, vm).isOk()).toBe(true);
  expect(fromResponse({ status, body: '{"type":"regular","response":"","error_code":143,"error_msg":"no"}' }, { ...vm, product: 'sc' })._unsafeUnwrapErr()).toMatchObject({ _tag: 'APIError', reason: 'error-code', errorCode: 143 });
});

test.each<readonly [string, Parameters<typeof fromResponse>[1], unknown, boolean]>([
  ['an offer to release a session, without a token', { ...vm, product: 'sc', method: 'POST', path: '/rest/token' }, { releaseSession: true }, true],
  ['the same with a token', { ...vm, product: 'sc', method: 'POST', path: '/rest/token' }, { releaseSession: true, token: 7 }, false],
  ['no offer', { ...vm, product: 'sc', method: 'POST', path: '/rest/token' }, { releaseSession: false }, false],
  ['another method', { ...vm, product: 'sc', method: 'GET', path: '/rest/token' }, { releaseSession: true }, false],
  ['another path', { ...vm, product: 'sc', method: 'POST', path: '/rest/token/x' }, { releaseSession: true }, false],
])('a log-in that succeeds with too many sessions is none: %s', (_title, request, response, isRefusal) => {
  const result = fromResponse({ status: 200, body: JSON.stringify({ type: 'regular', response, error_code: 0 }) }, request);
  expect(result.isErr()).toBe(isRefusal);
  if (isRefusal) expect(result._unsafeUnwrapErr()).toMatchObject({ _tag: 'APIError', reason: 'unexpected-body', errorCode: 0 });
});

test('the last rule of every list applies to anything', () => {
  const odd = toExchange({ status: NaN, body: '' }, vm, redactMembers);
  for (const rules of [firstContactRules, ...Object.values(rulesByProduct)]) {
    expect(rules.at(-1)?.applies(odd)).toBe(true);
    expect(rules.at(-1)?.toError(odd)).not.toBeNull();
  }
});
