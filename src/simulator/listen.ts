/**
 * The simulator behind a real port of this machine, for other programs. `node:http` is loaded only when it is asked
 * for, and in a way that bundlers for browsers do not follow.
 */
import type * as http from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/connection-error.js';
import { attempt } from '../internal/attempt.js';
import { toHostProcess } from '../internal/host-process.js';
import { toConnectionFailure } from '../transport/connection-failure.js';
import type { SendAnswer } from './answer-sender.js';
import { toNamedRefusal } from './answers.js';
import type { SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';

/** A simulator that listens. */
export interface SimulatorServer {
  /** Scheme, address and port: what `createVmClient` takes as `url`. */
  readonly url: string;
  /** Ends all connections, those that hang too, and frees the port. May be called twice. */
  readonly close: () => ResultAsync<void, ConnectionError>;
}

type Handle = (request: SimulatedRequest) => SimulatedAnswer;

const host = '127.0.0.1';

/** No request of Tenable's API that the simulator knows comes near this. */
const maxRequestBytes = 8_388_608;

/** A server on a port; 0 takes any that is free. */
export function listen(handle: Handle, send: SendAnswer, port = 0): ResultAsync<SimulatorServer, ConnectionError> {
  return new ResultAsync(open(handle, send, port));
}

function open(handle: Handle, send: SendAnswer, port: number): Promise<Result<SimulatorServer, ConnectionError>> {
  const server = loadHttp()?.createServer((request, response) => {
    receive(handle, send, request, response);
  });
  if (server === undefined) return Promise.resolve(err(toListenError(port, 'this platform has no node:http')));
  return new Promise((resolve) => {
    server.once('error', (thrown) => {
      resolve(err(toListenError(port, thrown)));
    });
    const begun = attempt(() => server.listen(port, host, () => {
      const address = server.address();
      resolve(ok({
        url: `http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`,
        close: () => new ResultAsync(close(server)),
      }));
    }));
    if (!begun.ok) resolve(err(toListenError(port, begun.thrown))); // no port has that number
  });
}

/** Through `process`: an import would have to be resolved by every bundler, on platforms that have no such module too. */
function loadHttp(): typeof http | undefined {
  return toHostProcess()?.getBuiltinModule?.('node:http');
}

function close(server: Server): Promise<Result<void, ConnectionError>> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve(ok()); // the only failure is that it is closed already
    });
    server.closeAllConnections();
  });
}

function toListenError(port: number, thrown: unknown): ConnectionError {
  return ConnectionError({ operation: 'simulator.listen', reason: toConnectionFailure(thrown), delivery: 'not-sent', origin: `http://${host}:${port}` });
}

function receive(handle: Handle, send: SendAnswer, request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  let byteLength = 0;
  request.on('data', (part: Buffer) => {
    byteLength += part.byteLength;
    if (byteLength <= maxRequestBytes) parts.push(part);
  });
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
    const isTooLarge = byteLength > maxRequestBytes;
    const answer: SimulatedAnswer = isTooLarge
      ? { ...toNamedRefusal(413), _tag: 'Answer', delayMs: 0 }
      : handle({ method: request.method ?? '', url: request.url ?? '', headers, body });
    send(answer, headers['accept-encoding'] ?? '', response);
  });
}
