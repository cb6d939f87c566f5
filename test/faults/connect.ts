/** Faults before there is an answer: the connection, and TLS on top of it. */
import { createServer as createTlsServer } from 'node:tls';
import type { TlsOptions } from 'node:tls';

import { bytes, connections, head, readRequests, replies } from './bench.js';
import { certificates } from './certificates.js';
import type { Certificate } from './certificates.js';
import { good, protocol, reset, soon, timeout, tlsFailure } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

type Row = Omit<Fault, 'group'>;

/** The URL of a server as if it spoke TLS. */
const asHttps = (serve: Serve): Serve => async (bench) => (await serve(bench)).replace('http:', 'https:');

/** An unassigned port: one that a server has just left may be another server's by now. */
const refuses: Serve = () => Promise.resolve('http://127.0.0.1:4');

const drips: Serve = replies((socket) => {
  const text = [...head('HTTP/1.1 200 OK', `x-filler: ${'x'.repeat(200)}`)];
  const timer = setInterval(() => socket.write(text.shift() ?? 'x'), 20);
  socket.on('close', () => {
    clearInterval(timer);
  });
});

const answer = head('HTTP/1.1 200 OK', 'content-type: application/json', `content-length: ${good.length}`) + good;
const unused: Expected = { tag: 'ConnectionError', requests: 0 };

const plain: readonly Row[] = [
  { name: 'refuses the connection', serve: refuses, expected: { ...unused, reason: 'refused', attempts: 1 } },
  { name: 'refuses the connection twice', serve: refuses, options: { retry: { maxRetries: 1, baseDelayMs: 1 } }, expected: { ...unused, reason: 'refused', attempts: 2 } },
  // The fetch of Node 20 may never settle here: then only the deadline ends the call.
  { name: 'accepts, then closes', serve: connections((socket) => socket.resume().end()), expected: reset, expectedOfFetch: { tag: 'ConnectionError' } },
  { name: 'accepts, then resets', serve: connections((socket) => socket.resetAndDestroy()), expected: reset, expectedOfFetch: { tag: 'ConnectionError' } },
  { name: 'reads the request, then closes', serve: replies((socket) => socket.end()), expected: { ...reset, requests: 1 } },
  { name: 'reads the request, then resets', serve: replies((socket) => socket.resetAndDestroy()), expected: { ...reset, requests: 1 } },
  { name: 'never reads', serve: connections((socket) => socket.pause()), options: soon, expected: { ...timeout, requests: 0 } },
  { name: 'reads and never answers', serve: replies(() => undefined), options: soon, expected: { ...timeout, requests: 1 } },
  { name: 'drips the head', serve: drips, options: soon, expected: { ...timeout, requests: 1 } },
  { name: 'speaks before it is asked', serve: connections((socket) => socket.resume().end('220 mail.example ESMTP\r\n')), expected: { tag: 'ConnectionError' } },
];

const handshakes: readonly Row[] = [
  { name: 'answers a TLS hello with garbage', serve: asHttps(connections((socket) => socket.once('data', () => socket.end(Buffer.alloc(200, 'garbage'))))), expected: { ...tlsFailure, requests: 0 } },
  { name: 'answers a TLS hello with HTTP', serve: asHttps(connections((socket) => socket.once('data', () => socket.end(answer)))), expected: { ...tlsFailure, requests: 0 } },
  { name: 'closes on a TLS hello', serve: asHttps(connections((socket) => socket.once('data', () => socket.destroy()))), expected: { ...reset, requests: 0 } },
  { name: 'never answers a TLS hello', serve: asHttps(connections((socket) => socket.resume())), options: soon, expected: { ...timeout, requests: 0 } },
];

/** A server of TLS whose answers are good. */
const overTls = (options: TlsOptions, scheme: 'http' | 'https' = 'https'): Serve => (bench) =>
  bench.open(createTlsServer(options, (socket) => {
    readRequests(socket, bench, () => socket.end(answer));
  }), scheme);

const withCa = (ca: string): Pick<Fault, 'config'> => ({ config: () => ({ tls: { ca } }) });
const withCertificate = ({ cert, key }: Certificate): TlsOptions => ({ cert, key });

const certified: readonly Row[] = certificates === null ? [] : [
  // fetch cannot be told of the authority: to it, every certificate here is of an unknown one.
  { name: 'shows a good certificate of the own authority', serve: overTls(withCertificate(certificates.good)), ...withCa(certificates.ca), expected: { tag: 'Ok', requests: 1 }, expectedOfFetch: { ...tlsFailure, requests: 0 } },
  { name: 'shows a certificate of an unknown authority', serve: overTls(withCertificate(certificates.good)), expected: { ...tlsFailure, requests: 0 } },
  { name: 'shows a self-signed certificate', serve: overTls(withCertificate(certificates.selfSigned)), ...withCa(certificates.ca), expected: { ...tlsFailure, requests: 0 } },
  { name: 'shows an expired certificate', serve: overTls(withCertificate(certificates.expired)), ...withCa(certificates.ca), expected: { ...tlsFailure, requests: 0 } },
  { name: 'shows the certificate of another host', serve: overTls(withCertificate(certificates.wrongHost)), ...withCa(certificates.ca), expected: { ...tlsFailure, requests: 0 } },
  { name: 'speaks an old TLS only', serve: overTls({ ...withCertificate(certificates.good), maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }), ...withCa(certificates.ca), expected: { ...tlsFailure, requests: 0 } },
  { name: 'is asked in plain HTTP on a port of TLS', serve: overTls(withCertificate(certificates.good), 'http'), expected: { tag: 'ConnectionError', requests: 0 } },
];

export const connect: readonly Fault[] = [
  ...plain,
  ...handshakes,
  ...certified,
  { name: 'speaks HTTP/2 from the start', serve: bytes(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])), expected: { ...protocol, requests: 1 } },
].map((row) => ({ group: 'connect', ...row }));
