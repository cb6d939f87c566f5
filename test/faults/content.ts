/** Faults of what an answer holds: JSON that is none, encodings, codings, sizes. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { answers, http, json } from './bench.js';
import { fine, good, keys, protocol, unexpectedBody } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

type Row = readonly [name: string, serve: Serve, expected: Expected, expectedOfFetch?: Expected];

const depth = 100_000;
const nest = (inside: string): string => '['.repeat(depth) + inside + ']'.repeat(depth);
const packed = { ...json, 'content-encoding': 'gzip' };
const apiError = (reason: string): Expected => ({ tag: 'APIError', reason, requests: 1 });

const bodies: readonly Row[] = [
  ['is empty', answers(200), apiError('empty-body')],
  ['is blank', answers(200, ' \r\n'), unexpectedBody],
  ['is a page of HTML', answers(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }), unexpectedBody],
  ['is HTML that calls itself JSON', answers(200, '<html></html>'), unexpectedBody],
  ['is JSON that breaks off', answers(200, '{"id":1'), unexpectedBody],
  ['is JSON and more', answers(200, `${good}${good}`), unexpectedBody],
  ['is JSON behind a guard', answers(200, `)]}',\n${good}`), unexpectedBody],
  ['is JSON with a comma too many', answers(200, '{"id":1,}'), unexpectedBody],
  ['is NaN', answers(200, '{"id":NaN}'), unexpectedBody],
  ['is a number past all numbers', answers(200, '{"id":1e999}'), { tag: 'Ok', value: { id: Infinity } }],
  ['is a scalar', answers(200, '42'), unexpectedBody],
  ['is a text', answers(200, '"id"'), unexpectedBody],
  ['is null', answers(200, 'null'), unexpectedBody],
  ['is an array', answers(200, `[${good}]`), unexpectedBody],
  ['is an empty object', answers(200, '{}'), unexpectedBody],
  ['has the wrong type inside', answers(200, '{"id":"1"}'), unexpectedBody],
  ['has duplicate keys', answers(200, '{"id":2,"id":1}'), fine],
  ['has an integer past 2^53', answers(200, '{"id":9007199254740993}'), { tag: 'Ok', value: { id: 9007199254740992 } }],
  ['has 100,000 levels', answers(200, nest('1')), unexpectedBody],
  ['has 100,000 levels inside', answers(200, `{"id":1,"deep":${nest('')}}`), unexpectedBody],
  ['has 100,000 levels in an error', answers(400, `{"error":${nest('')}}`), { tag: 'InvalidInputError', requests: 1 }],
  ['has 7,000 levels in an error that is read whole', answers(400, '{"error":'.repeat(7000) + '1' + '}'.repeat(7000)), { tag: 'InvalidInputError', requests: 1 }],
  ['has the key __proto__', answers(200, '{"id":1,"__proto__":{"polluted":true}}'), fine],
  ['has __proto__ instead of what is due', answers(200, '{"__proto__":{"id":1}}'), unexpectedBody],
  ['has the key constructor', answers(200, '{"id":1,"constructor":{"prototype":{"polluted":true}}}'), fine],
  ['has __proto__ in an error', answers(400, '{"__proto__":{"polluted":true},"error":{"__proto__":{"message":"x"}}}'), { tag: 'InvalidInputError', requests: 1 }],
];

const texts: readonly Row[] = [
  ['has a byte order mark', answers(200, `\u{feff}${good}`), fine],
  ['has two byte order marks', answers(200, `\u{feff}\u{feff}\u{feff}${good}`), unexpectedBody],
  ['is invalid UTF-8', answers(200, Buffer.from('{"id":1,"x":"\xff\xfe"}', 'latin1')), unexpectedBody],
  ['is UTF-16', answers(200, Buffer.from(`\u{feff}${good}`, 'utf16le')), unexpectedBody],
  ['is UTF-16 and says so', answers(200, Buffer.from(good, 'utf16le'), { 'content-type': 'application/json; charset=utf-16le' }), unexpectedBody],
  ['holds NUL bytes', answers(200, Buffer.alloc(64)), unexpectedBody],
  ['ends in the middle of a character', answers(200, Buffer.from('{"id":1,"x":"ü').subarray(0, -1)), unexpectedBody],
  ['is invalid UTF-8 in an error', answers(404, Buffer.from([0x7b, 0xff, 0xfe, 0xc3])), { tag: 'NotFoundError', requests: 1 }],
];

const codings: readonly Row[] = [
  ['is good gzip', answers(200, gzipSync(good), packed), fine],
  ['is gzip of an error', answers(404, gzipSync('{"error":"gone"}'), packed), { tag: 'NotFoundError', requests: 1 }],
  ['is a bomb of gzip', answers(200, gzipSync(Buffer.alloc(20_000_000)), packed), apiError('body-too-large')],
  ['is a bomb of gzip in an error', answers(400, gzipSync(Buffer.alloc(20_000_000)), packed), { tag: 'InvalidInputError', requests: 1 }],
  ['is gzip of gzip', answers(200, gzipSync(gzipSync(good)), packed), unexpectedBody],
  ['says gzip and is plain', answers(200, good, packed), protocol],
  ['is corrupt gzip', answers(200, corrupt(gzipSync(good)), packed), protocol],
  ['is gzip with a wrong checksum', answers(200, wrongChecksum(gzipSync(good)), packed), protocol],
  // fetch flushes what it has where a gzip stream breaks off, as browsers do: the JSON is cut instead.
  ['is gzip that breaks off', answers(200, gzipSync(`{"id":1,"x":"${'abc'.repeat(50)}"}`).subarray(0, -12), packed), protocol, unexpectedBody],
  ['is gzip that breaks off in an error', answers(400, gzipSync('{"error":"no"}').subarray(0, -9), packed), { tag: 'InvalidInputError', requests: 1 }],
  ['is gzip that nobody announced', answers(200, gzipSync(good)), unexpectedBody],
  // fetch undoes every coding of the web, those that nobody asked for included.
  ['is brotli that nobody asked for', answers(200, brotliCompressSync(good), { ...json, 'content-encoding': 'br' }), unexpectedBody, fine],
  ['says brotli and is plain', answers(200, good, { ...json, 'content-encoding': 'br' }), fine, { tag: 'ConnectionError' }],
  ['says a coding that nobody knows', answers(200, good, { ...json, 'content-encoding': 'x-none' }), fine],
];

const statuses: readonly Row[] = [
  ['has a wrong content type', answers(200, good, { 'content-type': 'image/png' }), fine],
  ['has no content type', answers(200, good, {}), fine],
  ['has a content type that is none', answers(200, good, { 'content-type': ';;;=' }), fine],
  ['is 201 with what is due', answers(201, good), fine],
  ['is 202 with nothing', answers(202), apiError('empty-body')],
  ['is 204', answers(204), apiError('empty-body')],
  ['is 205', answers(205), apiError('unexpected-status')],
  ['is 206 with a part', answers(206, good, { ...json, 'content-range': 'bytes 0-7/100' }), apiError('unexpected-status')],
  ['is 207 with several answers', answers(207, good), apiError('unexpected-status')],
  ['is 226 with a delta', answers(226, good), apiError('unexpected-status')],
  ['is larger than the client takes', answers(200, `{"id":1,"x":"${'x'.repeat(200_000)}"}`), apiError('body-too-large')],
];

/** The keys in every form in which servers echo them. */
const forms: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => JSON.stringify({ error: `bad key ${key}` }),
  'twice quoted': (key) => JSON.stringify({ error: JSON.stringify({ accessKey: key }) }),
  'in Base64': (key) => JSON.stringify({ error: Buffer.from(`user:${key}`).toString('base64') }),
  'in a URL': (key) => JSON.stringify({ error: `https://x.example/?k=${encodeURIComponent(key)}` }),
  'as names of members': (key) => JSON.stringify({ [key]: { [key]: key } }),
  'where a body is cut': (key) => 'x'.repeat(65_536 - 20) + key,
};

const echoes: readonly Row[] = Object.entries(forms).flatMap(([form, write]) => [400, 500].map((status): Row => [
  `echoes the keys ${form} with ${status}`,
  http((_request, response) => response.writeHead(status, { 'x-request-uuid': keys.secretKey, 'content-type': keys.accessKey, 'set-cookie': keys.secretKey })
    .end(write(keys.accessKey) + write(keys.secretKey))),
  { tag: status === 400 ? 'InvalidInputError' : 'ServerError', requests: 1 },
]));

const echoesOfBadData: readonly Row[] = [
  ['echoes the keys in JSON of the wrong form', http((_request, response) => response.end(JSON.stringify({ id: keys.secretKey }))), unexpectedBody],
  ['echoes the keys in a body that is no JSON', http((_request, response) => response.end(`{${keys.secretKey}`)), unexpectedBody],
];

function corrupt(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 10), Buffer.alloc(bytes.length - 10, 0xff)]);
}

function wrongChecksum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 1)]);
}

export const content: readonly Fault[] = [...bodies, ...texts, ...codings, ...statuses, ...echoes, ...echoesOfBadData]
  .map(([name, serve, expected, expectedOfFetch]) => ({
    group: 'content',
    name,
    serve,
    // The bodies of 100,000 levels fit; those that must not fit do not.
    config: () => ({ maxBodyBytes: /bomb|larger/.test(name) ? 100_000 : 1_000_000 }),
    isReleased: name.includes('larger'),
    expected: { requests: 1, ...expected },
    ...(expectedOfFetch === undefined ? {} : { expectedOfFetch }),
  }));
