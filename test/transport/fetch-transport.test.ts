import { expect, test } from 'vitest';

import { createDefaultTransport, createFetchTransport } from '../../src/transport/fetch-transport.js';
import { describeTransport } from '../contract/transport.contract.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

describeTransport('fetch transport', () => createFetchTransport());

test('refuses options that only the platform could carry out', () => {
  expect(expectTag(createDefaultTransport({ proxyUrl: 'http://127.0.0.1:3128' }), 'UnexpectedValueError').issues)
    .toStrictEqual([{ path: 'proxyUrl', expected: 'left out (fetch takes it from the platform)', received: 'string' }]);
});

test('takes a fetch that throws at once for a failed connection', async () => {
  const transport = createFetchTransport(() => {
    throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
  });
  const request = { method: 'GET', url: 'https://example.com/', headers: {}, body: null, isIdempotent: true } as const;
  expect(expectErr(await transport(request, new AbortController().signal))).toMatchObject({ reason: 'refused', delivery: 'not-sent' });
});

test('keeps every cookie of an answer, as the other transport does', async () => {
  const headers: [string, string][] = [['set-cookie', 'TNS_SESSIONID=abc; Secure'], ['x-a', '1'], ['set-cookie', 'lang=en']];
  const transport = createFetchTransport(() => Promise.resolve(new Response('', { headers })));
  const request = { method: 'GET', url: 'https://example.com/', headers: {}, body: null, isIdempotent: true } as const;
  const answer = expectOk(await transport(request, new AbortController().signal));
  expect(answer.headers).toMatchObject({ 'set-cookie': 'TNS_SESSIONID=abc; Secure, lang=en', 'x-a': '1' });
});
