import { err, ok } from 'neverthrow';
import { describe, expect, test, vi } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import { withByteCount } from '../../src/transport/byte-count.js';
import type { Sender, TransportRequest } from '../../src/transport/transport.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { createScript } from '../support/scripted-transport.js';

const request: TransportRequest = { method: 'GET', url: 'https://cloud.tenable.com/', headers: {}, body: null, isIdempotent: true };
const { signal } = new AbortController();

describe('a count of bytes', () => {
  test('is told of each piece when it is read, and of nothing at the end', async () => {
    const count = vi.fn();
    const transport = withByteCount(createScript([{ pieces: ['{"a', new Uint8Array(5), 'ä'] }]).transport, count);
    const { body } = expectOk(await transport(request, signal));
    expect(count).not.toHaveBeenCalled();
    expect(expectOk(await body.next())).toStrictEqual(new TextEncoder().encode('{"a'));
    expect(count.mock.calls).toStrictEqual([[3]]);
    for (let left = 3; left > 0; left -= 1) await body.next();
    expect(count.mock.calls).toStrictEqual([[3], [5], [2]]);
  });

  test('is not told of a body that breaks off, beyond what came', async () => {
    const count = vi.fn();
    const { body } = expectOk(await withByteCount(createScript([{ pieces: ['1234'], end: 'reset' }]).transport, count)(request, signal));
    await body.next();
    expect(expectErr(await body.next())).toMatchObject({ _tag: 'ConnectionError', reason: 'reset' });
    expect(count.mock.calls).toStrictEqual([[4]]);
  });

  test('leaves status, headers, errors and the end of a body as they are', async () => {
    const cancel = vi.fn();
    const given: Sender = () => Promise.resolve(ok({ status: 418, headers: { 'x-tea': 'yes' }, body: { next: () => Promise.resolve(ok(null)), cancel } }));
    const response = expectOk(await withByteCount(given, () => undefined)(request, signal));
    response.body.cancel();
    expect([response.status, response.headers, cancel.mock.calls.length]).toStrictEqual([418, { 'x-tea': 'yes' }, 1]);
    const broken: Sender = () => Promise.resolve(err(ConnectionError({ reason: 'dns', delivery: 'not-sent' })));
    expect(expectErr(await withByteCount(broken, () => undefined)(request, signal))).toMatchObject({ reason: 'dns' });
  });
});
