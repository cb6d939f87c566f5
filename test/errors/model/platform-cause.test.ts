import { expect, test } from 'vitest';

import { ConnectionError, decodeTenableError, encodeTenableError } from 'tenable-result';
import type { PlatformCause } from 'tenable-result';

import { toThrownError } from '../../../src/transport/connection-failure.js';
import { expectOk } from '../../support/expect-result.js';

const toCause = (thrown: unknown): PlatformCause | null => toThrownError({ url: 'https://x.example/' }, thrown, 'not-sent').cause;

test.each<readonly [string, unknown, PlatformCause | null]>([
  ['an error with a code', Object.assign(new Error('boom'), { code: 'EMFILE' }), { name: 'Error', code: 'EMFILE', message: 'boom' }],
  ['the first with a code below fetch', new TypeError('fetch failed', { cause: Object.assign(new RangeError('deep'), { code: 'EPERM' }) }), { name: 'RangeError', code: 'EPERM', message: 'deep' }],
  ['the innermost where none has a code', new TypeError('outer', { cause: new Error('inner') }), { name: 'Error', code: null, message: 'inner' }],
  ['a text', 'just words', { name: '', code: null, message: 'just words' }],
  ['a number', 7, null],
  ['nothing', undefined, null],
])('a failure tells what was thrown: %s', (_title, thrown, cause) => {
  expect(toCause(thrown)).toStrictEqual(cause);
});

test('is one short line without what a terminal obeys and without user information of URLs', () => {
  const thrown = Object.assign(new Error(`dial http://bob:CANARY@proxy.example:1/x\u001b[2J\nsecond\u009bline ${'x'.repeat(5000)}`), { name: 'Bad\u0000Name', code: 'A\nB' });
  const cause = toCause(thrown);
  expect(cause).toMatchObject({ name: 'Bad Name', code: 'A B' });
  expect(cause?.message).toMatch(/^dial http:\/\/proxy\.example:1\/x \[2J second line x+…$/);
  expect(cause?.message.length).toBeLessThanOrEqual(200);
});

test('comes back through the codec as it was', () => {
  const error = ConnectionError({ reason: 'proxy', delivery: 'not-sent', proxy: { origin: 'http://proxy.example:1', status: 403 }, cause: { name: 'Error', code: 'E', message: 'm' } });
  expect(expectOk(decodeTenableError(JSON.parse(JSON.stringify(encodeTenableError(error)))))).toStrictEqual(error);
});
