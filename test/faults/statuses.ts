/** Every status from 400 to 599, each with the keys echoed in body and headers; and 429 with its waits. */
import { answers, http, inTurn, json } from './bench.js';
import type { Listener } from './bench.js';
import { post, put } from './calls.js';
import { good, once } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

const known: Readonly<Record<number, Expected>> = {
  400: { tag: 'InvalidInputError' },
  401: { tag: 'PermissionError', reason: 'unauthenticated' },
  403: { tag: 'PermissionError', reason: 'forbidden' },
  404: { tag: 'NotFoundError' },
  409: { tag: 'UnsupportedError' },
  429: { tag: 'RetryError', reason: 'rate-limit' },
  500: { tag: 'ServerError' },
  501: { tag: 'RetryError', reason: 'unavailable' },
  502: { tag: 'RetryError', reason: 'unavailable' },
  503: { tag: 'RetryError', reason: 'unavailable' },
  504: { tag: 'RetryError', reason: 'unavailable' },
};

const knownOfFetch: Readonly<Record<number, Expected>> = {
  // fetch holds back an answer that asks for the credentials of a proxy.
  407: { tag: 'ConnectionError', reason: 'other', requests: 1 },
  // fetch itself sends again what was sent to the wrong place; 421 says that it was not carried out.
  421: { tag: 'UnknownError', requests: 2, attempts: 1 },
};

const echo = (status: number): Serve => http((request, response) => {
  const sent = String(request.headers['x-apikeys']);
  response.writeHead(status, { ...json, 'x-request-uuid': sent, 'x-echo': sent, 'www-authenticate': sent, location: `/?${sent}` })
    .end(JSON.stringify({ error: `refused: ${sent}`, headers: request.headers }));
});

const every = Array.from({ length: 200 }, (_, index) => index + 400);

export const statuses: readonly Fault[] = every.map((status) => {
  const ofFetch = knownOfFetch[status];
  return {
    group: 'statuses',
    name: `says ${status}`,
    serve: echo(status),
    expected: { tag: 'UnknownError', requests: 1, ...known[status] },
    ...(ofFetch === undefined ? {} : { expectedOfFetch: ofFetch }),
  };
});

const waits: Readonly<Record<string, string | null>> = {
  'in seconds': '3600',
  'of no time': '0',
  'as a date to come': new Date(Date.now() + 3_600_000).toUTCString(),
  'as a date gone by': new Date(0).toUTCString(),
  'that is negative': '-1',
  'that is garbage': 'soon',
  'of 1e12': '1e12',
  'of a number past all numbers': '9'.repeat(400),
  'that is empty': '',
  'that is missing': null,
};

const refuse = (status: number, wait: string | null): Listener => (_request, response) => {
  response.writeHead(status, wait === null ? {} : { 'retry-after': wait }).end('slow down');
};
const serveGood: Listener = (_request, response) => response.end(good);

const passing = (status: number): readonly Omit<Fault, 'group'>[] => Object.entries(waits).map(([name, wait]) => ({
  name: `says ${status} with a wait ${name}, then an answer`,
  serve: inTurn(refuse(status, wait), serveGood),
  options: once,
  expected: { tag: 'Ok', requests: 2 },
}));

const retryError = (reason: string, requests: number): Expected => ({ tag: 'RetryError', reason, requests });

const throttles: readonly Omit<Fault, 'group'>[] = [
  ...passing(429),
  ...passing(503),
  { name: 'says 429 for good', serve: http(refuse(429, '1')), options: once, expected: retryError('rate-limit', 2) },
  { name: 'says 429 for good under a POST', serve: http(refuse(429, '1')), call: post, options: once, expected: retryError('rate-limit', 2) },
  { name: 'says 503 with a wait under a POST', serve: inTurn(refuse(503, '1'), serveGood), call: post, options: once, expected: { tag: 'Ok', requests: 2 } },
  { name: 'says 429 with a wait beyond the deadline', serve: http(refuse(429, '60')), options: { deadlineMs: 200 }, config: () => ({ retry: { maxRetries: 5 } }), expected: retryError('rate-limit', 1) },
  { name: 'says 429 of a concurrency limit', serve: answers(429, '{"error":"Concurrency limit reached"}'), expected: retryError('concurrency-limit', 1) },
  { name: 'says 429 of a duplicate export', serve: answers(429, '{"error":"Duplicate export not allowed"}'), expected: retryError('duplicate-export', 1) },
  { name: 'says 502, then an answer', serve: inTurn(refuse(502, null), serveGood), call: put, options: once, expected: { tag: 'Ok', requests: 2 } },
];

export const throttling: readonly Fault[] = throttles.map((row) => ({ group: 'throttling', ...row }));
