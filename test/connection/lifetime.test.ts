import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import type { Result } from 'neverthrow';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { createNessusClient, createScClient, createVmClient, createVmConnection, execute } from 'tenable-result';
import type { Closable, TenableError } from 'tenable-result';
import { createNessusSimulator, createScSimulator, createSimulator } from 'tenable-result/simulator';
import { status } from 'tenable-result/vm/server';

import { expectOk, expectTag } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';

const keys = { accessKey: 'a', secretKey: 'b' };

describe('a client that is closed', () => {
  const vm = expectOk(createVmClient(createSimulator()));
  const sc = expectOk(createScClient(createScSimulator()));
  const nessus = expectOk(createNessusClient(createNessusSimulator()));
  test.each<readonly [string, Closable, () => PromiseLike<Result<unknown, TenableError>>]>([
    ['Vulnerability Management', vm, () => vm.session.details().then((result) => result)],
    ['Security Center', sc, () => sc.users.list({ fields: ['id'] }).then((result) => result)],
    ['Nessus', nessus, () => nessus.server.status().then((result) => result)],
  ])('of %s refuses calls, and can be closed again', async (_title, client, call) => {
    await Promise.all([client.close(), client.close(), client[Symbol.asyncDispose]()]);
    const result = await call();
    expect(result.isErr() ? result.error : null).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'client', expected: 'a client that has not been closed' }] });
  });

  test('without nested calls refuses them, too', async () => {
    const connection = expectOk(createVmConnection(createSimulator()));
    expectOk(await execute(connection, status, {}));
    await connection.close();
    expectTag(await execute(connection, status, {}), 'UnexpectedValueError');
  });

  test('ends its connections and the calls that wait on them, those of impersonating clients too', async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.resume().on('close', () => sockets.delete(socket)).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const vm = expectOk(createVmClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...keys })); // a TCP server's address is no pipe
    const other = expectOk(vm.impersonate('user@example.com'));
    const calls = [vm.session.details(), vm.users.list(), other.session.details()];
    await vi.waitFor(() => {
      expect(sockets.size).toBe(3);
    });
    await vm.close();
    for (const result of await Promise.all(calls)) expect(result.isErr() && result.error).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
    await vi.waitFor(() => {
      expect(sockets.size).toBe(0);
    });
    expectTag(await other.session.details(), 'UnexpectedValueError');
  });

  test('has let go of connections that were idle', async () => {
    let open = 0;
    const url = await startServer((request, response) => {
      open += 1;
      request.socket.once('close', () => {
        open -= 1;
      });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":200,"status":"ready"}');
    });
    const vm = expectOk(createVmClient({ url, ...keys }));
    expectOk(await vm.server.status());
    expect(open).toBe(1);
    await vm.close();
    await vi.waitFor(() => {
      expect(open).toBe(0);
    });
  });
});

test.each(['expect', 'Expect', 'connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'http2-settings', 'content-encoding', 'content-length', 'host', 'authorization', 'cookie', 'x-apikeys', 'X-ApiKey', 'x-cookie', 'x-securitycenter', 'x-impersonate'])('a header that authenticates, frames or is for one connection is refused: %s', async (name) => {
  const vm = expectOk(createVmClient(createSimulator()));
  expect(expectTag(await vm.session.details({}, { headers: { [name]: '100-continue' } }), 'UnexpectedValueError').issues).toMatchObject([{ path: `headers.${name}` }]);
});
