/**
 * The simulator behind a real port of this machine, for other programs. `node:http` and `node:https` are loaded only
 * when they are asked for, and in a way that bundlers for browsers do not follow.
 */
import type * as http from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type * as https from 'node:https';

import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import { attempt } from '../internal/attempt.js';
import { toHostProcess } from '../internal/host-process.js';
import { toConnectionFailure } from '../transport/connection-failure.js';
import type { SendAnswer } from './answer-sender.js';
import type { SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';

/** Key and certificates of a server that speaks HTTPS, PEM. */
export interface ServerTls {
  readonly key: string;
  /** The server's certificate, and those between it and its authority. */
  readonly cert: string;
  /** The authorities that may have signed client certificates. */
  readonly ca?: string | readonly string[];
  /** Whether clients are asked for a certificate. Those without one are still served. Default `false`. */
  readonly requestCert?: boolean;
}

export interface ListenOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** HTTPS instead of HTTP. */
  readonly tls?: ServerTls;
}

/** A simulator that listens. */
export interface SimulatorServer {
  /** Scheme, address and port: what a client takes as `url`. */
  readonly url: string;
  /** Ends all connections, those that hang too, and frees the port. May be called twice. */
  readonly close: () => ResultAsync<void, ConnectionError>;
}

type Handle = (request: SimulatedRequest) => SimulatedAnswer;

const host = '127.0.0.1';

/** No request of Tenable's API that the simulator knows comes near this. */
const maxRequestBytes = 8_388_608;

/** A server on a port; 0 takes any that is free. */
export function listen(handle: Handle, send: SendAnswer, { port = 0, tls }: ListenOptions = {}): ResultAsync<SimulatorServer, ConnectionError> {
  return new ResultAsync(open((request, response) => {
    receive(handle, send, request, response);
  }, port, tls));
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function open(listener: Listener, port: number, tls: ServerTls | undefined): Promise<Result<SimulatorServer, ConnectionError>> {
  const origin = `${tls === undefined ? 'http' : 'https'}://${host}`;
  const toError = (thrown: unknown): ConnectionError => ConnectionError({
    operation: 'simulator.listen', reason: toConnectionFailure(thrown), delivery: 'not-sent', origin: `${origin}:${port}`,
  });
  const created = attempt(() => createServer(listener, tls));
  if (!created.ok) return Promise.resolve(err(toError(created.thrown))); // a key or certificate that cannot be read
  const server = created.value;
  if (server === undefined) return Promise.resolve(err(toError('this platform has no node:http')));
  return new Promise((resolve) => {
    server.once('error', (thrown) => {
      resolve(err(toError(thrown)));
    });
    const begun = attempt(() => server.listen(port, host, () => {
      const address = server.address();
      resolve(ok({
        url: `${origin}:${typeof address === 'object' && address !== null ? address.port : port}`,
        close: () => new ResultAsync(close(server)),
      }));
    }));
    if (!begun.ok) resolve(err(toError(begun.thrown))); // no port has that number
  });
}

/** Through `process`: an import would have to be resolved by every bundler, on platforms that have no such module too. */
function createServer(listener: Listener, tls: ServerTls | undefined): Server | undefined {
  const platform = toHostProcess();
  if (tls === undefined) {
    const plain: typeof http | undefined = platform?.getBuiltinModule?.('node:http');
    return plain?.createServer(listener);
  }
  const secure: typeof https | undefined = platform?.getBuiltinModule?.('node:https');
  const { ca, cert, key, requestCert = false } = tls;
  return secure?.createServer({ key, cert, ...(ca === undefined ? {} : { ca: [ca].flat() }), requestCert, rejectUnauthorized: false }, listener);
}

function close(server: Server): Promise<Result<void, ConnectionError>> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve(ok()); // the only failure is that it is closed already
    });
    server.closeAllConnections();
  });
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
      ? { status: 413, headers: {}, body: '', _tag: 'Answer', delayMs: 0 }
      : handle({ method: request.method ?? '', url: request.url ?? '', headers, body, hasClientCertificate: isVerified(request) });
    send(answer, headers['accept-encoding'] ?? '', response);
  });
}

/** Whether the connection has a client certificate of an authority that the server knows. */
function isVerified({ socket }: IncomingMessage): boolean {
  return 'authorized' in socket && socket.authorized === true;
}
