import fc from 'fast-check';
import { errAsync, okAsync } from 'neverthrow';
import { describe, expect, test, vi } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import type { TenableException } from '../../src/errors/model/tenable-exception.js';
import { withBorder } from '../../src/transport/foreign-transport.js';
import { readBody } from '../../src/transport/read-body.js';
import type { ByteSource, Sender, Transport, TransportRequest, TransportResponse } from '../../src/transport/transport.js';
import { arbitraryHostileValue, explodingValues } from '../support/arbitrary-errors.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const request: TransportRequest = { method: 'GET', url: 'https://x.example/', headers: {}, body: null, isIdempotent: true };
const signal = new AbortController().signal;
const send = (transport: unknown): ReturnType<Sender<ConnectionError | TenableException>> => withBorder(transport as Transport, { operation: 'transport' })(request, signal);

const explode = (): never => {
  throw new Error('hostile');
};
const emptyBody = { next: () => okAsync(null), cancel: () => undefined };
const answer = (parts: object): unknown => okAsync({ status: 200, headers: {}, body: emptyBody, ...parts });
const withBody = async (body: object): Promise<ByteSource> => expectOk(await send(() => answer({ body: { ...emptyBody, ...body } }))).body;

describe('a transport that somebody else wrote', () => {
  test('has its answers taken as they are, with header names in lower case and only texts as values', async () => {
    const headers = { 'X-Request-Uuid': 'u', 'Retry-After': 7, list: ['a'], __proto__: { inherited: 'x' } };
    const response = expectOk(await send(() => answer({ status: 404, headers })));
    expect([response.status, response.headers]).toStrictEqual([404, { 'x-request-uuid': 'u' }]);
    expect(expectOk(await response.body.next())).toBeNull();
  });

  test('has its ConnectionErrors rebuilt from the fields that they may have', async () => {
    const error = { ...ConnectionError({ reason: 'refused', delivery: 'not-sent' }), secret: 'CANARY' };
    expect(expectErr(await send(() => errAsync(error)))).toStrictEqual(ConnectionError({ reason: 'refused', delivery: 'not-sent' }));
  });

  test.each<readonly [string, unknown]>([
    ['throws', explode], ['rejects', () => Promise.reject(new Error('hostile'))], ['gives nothing', () => undefined], ['gives text', () => 'x'],
    ['gives a plain response', () => ({ status: 200 })], ['has no status', () => answer({ status: '200' })], ['has no headers', () => answer({ headers: null })],
    ['has no body', () => answer({ body: null })], ['has a body of text', () => answer({ body: 'x' })], ['has a body without cancel', () => answer({ body: { next: explode } })],
    ['has an error of another kind', () => errAsync(new Error('x'))], ['has a getter that throws', () => ({ get value(): never { return explode(); } })],
    ['is a thenable that throws', () => ({ then: explode })], ['is no function', 7],
  ])('that %s is a defect', async (_title, transport) => {
    expect(expectErr(await send(transport))).toMatchObject({ _tag: 'TenableException', operation: 'transport' });
  });

  test('may answer anything', async () => {
    const hostile = fc.oneof(arbitraryHostileValue, fc.constantFrom(...explodingValues).map(([, make]) => make));
    await fc.assert(fc.asyncProperty(hostile, hostile, hostile, async (a, b, c) => {
      const results = [await send(() => a()), await send(() => okAsync({ status: 200, headers: a(), body: b() })), await send(() => errAsync(c()))];
      for (const result of results) expect(result.isOk() || ['TenableException', 'ConnectionError'].includes(result.error._tag)).toBe(true);
    }), { numRuns: 300 });
  });
});

describe('a body that somebody else wrote', () => {
  const misshapen = class extends Uint8Array {
    override get byteLength(): number { return explode(); }
  };
  test.each<readonly [string, unknown]>([
    ['throws', explode], ['rejects', () => Promise.reject(new Error('hostile'))], ['gives nothing', () => undefined], ['gives bytes bare', () => new Uint8Array(1)],
    ['gives text', () => okAsync('x')], ['gives numbers', () => okAsync([1])], ['gives an error of another kind', () => errAsync('x')],
    ['gives an object that passes for bytes', () => okAsync(Object.create(Uint8Array.prototype))], ['gives a proxy of bytes', () => okAsync(new Proxy(new Uint8Array(3), {}))],
    ['gives bytes whose length throws', () => okAsync(new misshapen(3))], ['is no function any more', 7],
  ])('that %s ends as an answer that is not HTTP', async (_title, next) => {
    const source = await withBody({ get next() { return typeof next === 'function' ? next : () => (next as () => unknown)(); } });
    expect((await readBody(source, 100)).failure).toMatchObject({ _tag: 'ConnectionError', reason: 'protocol', delivery: 'answered' });
  });

  test('gives its bytes and its own failures', async () => {
    const next = vi.fn().mockReturnValueOnce(okAsync(Buffer.from('ab'))).mockReturnValueOnce(errAsync(ConnectionError({ reason: 'reset', delivery: 'unknown' })));
    const source = await withBody({ next });
    expect([...(expectOk(await source.next()) ?? [])]).toStrictEqual([97, 98]);
    expect(expectErr(await source.next())).toMatchObject({ reason: 'reset' });
  });

  test.each<readonly [string, () => unknown]>([
    ['throws', explode], ['rejects', () => Promise.reject(new Error('hostile'))], ['gives a thenable that throws', () => ({ then: explode })],
  ])('may have a cancel that %s', async (_title, cancel) => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    process.on('unhandledRejection', note);
    const source = await withBody({ cancel });
    source.cancel();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', note);
    expect(rejections).toStrictEqual([]);
  });
});

test('the answer type is the one that every transport gives', async () => {
  const response: TransportResponse = expectOk(await send(() => answer({})));
  expect(Object.keys(response)).toStrictEqual(['status', 'headers', 'body']);
});
