/** Redirects: each is an answer. The keys must reach no other origin and no other path. */
import { createServer as createTcpServer } from 'node:net';
import { createServer as createHttpsServer } from 'node:https';

import { counting, http } from './bench.js';
import type { Bench } from './bench.js';
import { post } from './calls.js';
import { certificates } from './certificates.js';
import { keys, tlsFailure } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

const unknown: Expected = { tag: 'UnknownError', requests: 1 };

/** A place that the client must not go to. */
const openElsewhere = (bench: Bench): Promise<string> => bench.open(createTcpServer((socket) => {
  bench.strayConnections += 1;
  socket.destroy();
}));

const toElsewhere = (status: number): Serve => async (bench) => {
  const location = `${await openElsewhere(bench)}/taken?key=${keys.secretKey}`;
  return http((_request, response) => response.writeHead(status, { location }).end())(bench);
};

const toPlace = (location: string): Serve => http((_request, response) => response.writeHead(302, { location }).end());

const statuses = [300, 301, 302, 303, 304, 305, 306, 307, 308, 399];
const places: Readonly<Record<string, string>> = {
  'points to itself, in a loop': '/fault',
  'points to a file': 'file:///etc/passwd',
  'points to data': 'data:application/json,{"id":1}',
  'points to a script': 'javascript:alert(1)',
  'points to nowhere': '',
  'points to a place that is no URL': 'http://[',
};

const downgrade = (cert: string, key: string): Serve => async (bench) => {
  const location = await openElsewhere(bench);
  const listener = counting((_request, response) => response.writeHead(302, { location }).end(), bench);
  return bench.open(createHttpsServer({ cert, key }, listener), 'https');
};

const overTls: readonly Omit<Fault, 'group'>[] = certificates === null ? [] : [{
  name: 'points from https to http',
  serve: downgrade(certificates.good.cert, certificates.good.key),
  config: () => ({ tls: { ca: certificates?.ca ?? '' } }),
  expected: unknown,
  // fetch cannot be told of the authority.
  expectedOfFetch: { ...tlsFailure, requests: 0 },
}];

export const redirects: readonly Fault[] = [
  ...statuses.map((status) => ({ name: `says ${status} to another origin`, serve: toElsewhere(status), expected: unknown })),
  ...[302, 303, 307, 308].map((status) => ({ name: `answers a POST with ${status} to another origin`, serve: toElsewhere(status), call: post, expected: unknown })),
  ...Object.entries(places).map(([name, place]) => ({ name, serve: toPlace(place), expected: unknown })),
  { name: 'redirects without a location', serve: http((_request, response) => response.writeHead(302).end()), expected: unknown },
  ...overTls,
].map((row) => ({ group: 'redirects', ...row }));
