import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

import { describe, expect, test } from 'vitest';

import { createNessusClient } from 'tenable-result';

import { isPinned } from '../../../src/transport/node/pinned-certificate.js';
import { certificates } from '../../faults/certificates.js';
import { expectOk } from '../../support/expect-result.js';

describe.skipIf(certificates === null)('a server whose certificate is pinned', () => {
  const { selfSigned = { cert: '', key: '' } } = certificates ?? {};
  const fingerprint256 = certificates === null ? '' : new X509Certificate(selfSigned.cert).fingerprint256;

  test('is trusted on its second connection as on its first', async () => {
    const server = createServer(selfSigned, (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"status":"ready"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is no pipe
    const nessus = expectOk(createNessusClient({ url, accessKey: 'a', secretKey: 'b', tls: { fingerprint256 }, retry: { maxRetries: 0 } }));
    for (let connection = 1; connection <= 3; connection += 1) expect(expectOk(await nessus.server.status())).toMatchObject({ status: 'ready' });
    await new Promise((resolve) => server.close(resolve));
  });
});

test('a connection that shows no certificate is not the pinned one', () => {
  const pinned = (socket: object): boolean => isPinned(socket as TLSSocket, 'AB'.repeat(32)); // what is used of a socket
  expect([{ getPeerCertificate: () => ({}) }, { getPeerCertificate: () => ({ fingerprint256: 'CD'.repeat(32) }) }].map(pinned)).toStrictEqual([false, false]);
  expect(pinned({ getPeerCertificate: () => ({ fingerprint256: 'ab'.repeat(32) }) })).toBe(true);
});
