import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { digDetail } from '../../../src/errors/classification/dig-detail.js';
import { createRedactor, redactMembers } from '../../../src/errors/classification/redact.js';
import { parseJson } from '../../../src/internal/parse-json.js';

const dig = (body: string, redact = redactMembers): string => digDetail(body, parseJson(body), redact);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const duplicate = 'Duplicate export not allowed. Please modify request or wait until existing export is complete. (job_uuid=1)';

/** Every shape of body that Tenable's services were seen or are documented to answer with. */
const shapes: readonly (readonly [shape: string, json: unknown, detail: string])[] = [
  ['statusCode, error, message', { statusCode: 403, error: 'Forbidden', message: 'Insufficient scope' }, 'Insufficient scope'],
  ['error', { error: 'Scan not found' }, 'Scan not found'],
  ['error, holding JSON with an error', { error: '{"error":"Network not found"}' }, 'Network not found'],
  ['error, holding text that only looks like JSON', { error: '{not json' }, '{not json'],
  ['validation', { statusCode: 400, error: 'Bad Request', message: 'child "num" fails', validation: { source: 'query', keys: ['num'] } }, 'child "num" fails'],
  ['status, message', { status: 429, message: duplicate }, duplicate],
  ['a serialized object with bytes', { values: ['a', 'b'], strings: ['x'], empty: false, bytes: base64(duplicate), value_count: 2 }, duplicate],
  ['error, message', { error: 'Conflict', message: 'Name is taken' }, 'Name is taken'],
  ['message', { message: 'Permission exists' }, 'Permission exists'],
  ['reasons with a reason', { reasons: [{ code: 'NOT_FOUND', reason: 'No such scan' }] }, 'No such scan'],
  ['reasons with a code', { reasons: [{ code: 'INVALID_ID_FORMAT' }, { code: 'NOT_ALLOWED' }] }, 'INVALID_ID_FORMAT; NOT_ALLOWED'],
  ['active_job_id, failure_reason', { active_job_id: 'j-1', failure_reason: 'A job is running' }, 'A job is running'],
  ['conflicts', { conflicts: [{ ip: '10.0.0.1' }, { ip: '10.0.0.2' }] }, '2 conflicts'],
  ['errors, error', { errors: [{ property: 'value', rule: 'x', message: 'Value is required' }], error: 'Bad Request' }, 'Value is required'],
  ['error, type, filter, reason', { error: 'Bad filter', type: 'filter', filter_name: 'x', filter_operator: 'eq', filter_value: 'y', reason: 'Unknown filter x' }, 'Unknown filter x'],
  ['code, fields', { code: 'VALIDATION', fields: [{ field: 'name', message_type: 'E', value: { message: 'is required' } }] }, 'name: is required'],
  ['info.error', { info: { error: 'The requested file was not found.' } }, 'The requested file was not found.'],
  ['success, trace', { success: false, statusCode: 404, error: 'Not Found', message: 'No such file', trace: { rayId: 'r' } }, 'No such file'],
  ['status, message, errors', { status: 400, message: 'Invalid query', errors: [{ code: 'E1', message: 'x' }] }, 'Invalid query'],
  ['Security Center\'s envelope', { type: 'regular', response: '', error_code: 147, error_msg: 'Policy #1 does not exist.\nAsk.\n', warnings: [], timestamp: 1 }, 'Policy #1 does not exist. Ask.'],
  ['error as an object', { error: { message: 'Deep' } }, 'Deep'],
  ['error as a number', { error: 7 }, ''],
  ['an empty object', {}, ''],
  ['an empty message beside an error', { error: 'Scan not found', message: ' ' }, 'Scan not found'],
  ['a list', ['x'], ''],
  ['a JSON text', 'Just words', 'Just words'],
  ['null', null, ''],
];

test.each(shapes)('finds the server\'s words in: %s', (_shape, json, detail) => {
  expect(dig(JSON.stringify(json))).toBe(detail);
});

test.each([
  ['no body', '', ''],
  ['white space', ' \r\n ', ''],
  ['plain text', '404 Export expired or not found', '404 Export expired or not found'],
  ['control characters', 'line one\r\n\tline\u0000two', 'line one line two'],
  ['a page with a title', '<html>\r\n<head><title>429 Too Many Requests</title></head><body>nginx</body></html>', '429 Too Many Requests'],
  ['a page without a title', '<p>Service <b>is</b> down</p>', 'Service is down'],
  ['a page that was cut', '<html><head><title>502 Bad Gateway', '502 Bad Gateway'],
  ['JSON that was cut', '{"error":"Scan not', '{"error":"Scan not'],
])('finds the words in text: %s', (_title, body, detail) => {
  expect(dig(body)).toBe(detail);
});

test('is one line of at most 500 characters, whatever the body', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.repeat(300));
  const key = fc.constantFrom('error', 'message', 'reasons', 'errors', 'fields', 'info', 'bytes', 'conflicts', 'error_msg', 'reason');
  const json = fc.dictionary(key, fc.oneof(words, fc.jsonValue(), words.map((message) => [{ message }])));
  fc.assert(fc.property(fc.oneof(words, fc.string(), fc.json(), json.map((value) => JSON.stringify(value))), (body) => {
    const detail = dig(body);
    expect(detail.length).toBeLessThanOrEqual(500);
    expect(detail).toMatch(/^\P{Cc}*$/u);
    expect(detail.trim()).toBe(detail);
  }), { numRuns: 300 });
});

test.each([
  ['errors nested far down', `${'{"error":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ['brackets nested far down', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['openings of titles', '<title'.repeat(10_000)],
  ['openings of tags', '<'.repeat(65_536)],
])('comes back quickly from %s', (_title, body) => {
  const started = performance.now();
  expect(dig(body).length).toBeLessThanOrEqual(500);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe('secrets', () => {
  const redact = createRedactor(['c0ffee-s3cret']);

  test.each([
    ['escaped in JSON', '{"error":"key \\u00630ffee-s3cret"}'],
    ['encoded in bytes', JSON.stringify({ bytes: base64('the key c0ffee-s3cret') })],
    ['in lines of JSON in JSON', JSON.stringify({ error: JSON.stringify({ message: 'the\nkey c0ffee-s3cret' }) })],
  ])('that had to be decoded first are taken out: %s', (_title, body) => {
    expect(dig(body, redact)).toMatch(/key \[redacted\]$/);
  });

  test('in words that stand in the body as they are were taken out with it', () => {
    const body = JSON.stringify({ error: JSON.stringify({ message: 'key c0ffee-s3cret' }) });
    expect(dig(redact(body), redact)).toBe('key [redacted]');
  });
});
