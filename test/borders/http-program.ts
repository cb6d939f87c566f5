/** A service of its own process: `GET /0` to `GET /5` give outcomes as JSON, `GET /cut` half of one. Prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { encodeResult } from 'tenable-result';

import { collectOutcomes, newerError } from './outcomes.js';

const bodies = [...(await collectOutcomes()).map(encodeResult), { ok: false, error: newerError }].map((encoded) => JSON.stringify(encoded));
const cut = JSON.stringify({ ok: false, error: { _tag: 'NotFoundError' } });

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(request.url === '/cut' ? cut : bodies[Number(request.url?.slice(1))] ?? '{}');
});
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port); // a TCP server, which is listening
});
