/** Files of which a part is missing, or that are something else: none of them may pass for a file. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';

import { createVmClient } from 'tenable-result';

import { expectOk } from '../support/expect-result.js';
import { answers, connections, head, readRequests } from './bench.js';
import type { Expected, Fault, FaultCall, Serve } from './fault.js';

const text = '<?xml version="1.0" ?><NessusClientData_v2>'.padEnd(200_000, 'abc ');
const whole = gzipSync(text);
const okLine = 'HTTP/1.1 200 OK';
const octets = { 'content-type': 'application/octet-stream' };
const coded = (coding: string): Readonly<Record<string, string>> => ({ ...octets, 'content-encoding': coding });

const download: FaultCall = async ({ config, options }) => {
  const vm = expectOk(createVmClient(config));
  const bytes = await vm.scans.exportDownload({ scan_id: 7, file_id: 'f' }, options).andThen((file) => file.toBytes());
  return bytes.map((all) => ({ text: new TextDecoder().decode(all) }));
};

/** A part of the file after this head, then what ends the connection. */
const ends = (lines: readonly string[], end: (socket: Socket) => void, part: string | Buffer = text.slice(0, 50_000)): Serve =>
  connections((socket, bench) => {
    readRequests(socket, bench, () => {
      socket.write(head(okLine, ...lines));
      socket.write(part, () => setTimeout(() => { end(socket); }, 20)); // the part arrives before the end does
    });
  });

const reset = (socket: Socket): void => { socket.resetAndDestroy(); };
const close = (socket: Socket): void => { socket.end(); };
const chunked = 'transfer-encoding: chunked';
const aChunk = `c350\r\n${text.slice(0, 50_000)}\r\n`;

const brokenOff: Expected = { tag: 'FileDownloadError', reason: 'broken-off', requests: 1 };
const damaged: Expected = { tag: 'FileDownloadError', reason: 'checksum', requests: 1 };
const refused: Expected = { tag: 'APIError', reason: 'unexpected-body', requests: 1 };
const fine: Expected = { tag: 'Ok', value: { text }, requests: 1 };

const corrupt = (at: number): Buffer => {
  const copy = Buffer.from(whole);
  copy[copy.length + at] = (copy[copy.length + at] ?? 0) ^ 0xff;
  return copy;
};

// Through fetch a file is asked for without a coding; one that comes with one all the same cannot be looked at.
const rows: readonly (readonly [name: string, serve: Serve, expected: Expected, expectedOfFetch?: Expected])[] = [
  ['is whole', answers(200, text, octets), fine],
  ['has neither length nor chunks and is closed in order', ends([], close, text), fine],
  ['has neither length nor chunks and is reset', ends([], reset), brokenOff],
  ['says that it closes, and is reset', ends(['connection: close'], reset), brokenOff, { tag: 'FileDownloadError', requests: 1 }],
  ['is reset within its length', ends([`content-length: ${text.length}`], reset), brokenOff],
  ['is closed within its length', ends([`content-length: ${text.length}`], close), brokenOff],
  ['is reset between its chunks', ends([chunked], reset, aChunk), brokenOff],
  ['is closed between its chunks', ends([chunked], close, aChunk), brokenOff],
  ['is good gzip', answers(200, whole, coded('gzip')), fine, refused],
  ['is good GZIP', answers(200, whole, coded('GZIP')), fine, refused],
  ['is good gzip in a list', answers(200, whole, coded('identity, x-gzip')), fine, refused],
  ['says identity', answers(200, text, coded('identity')), fine],
  ['is gzip that breaks off', answers(200, whole.subarray(0, whole.length >> 1), coded('gzip')), brokenOff, refused],
  ['is gzip without its last byte', answers(200, whole.subarray(0, -1), coded('GZip')), brokenOff, refused],
  ['is gzip with a wrong checksum', answers(200, corrupt(-8), coded('gzip')), damaged, refused],
  ['is gzip with a wrong length', answers(200, corrupt(-2), coded('gzip')), damaged, refused],
  ['is brotli that nobody asked for', answers(200, brotliCompressSync(text), coded('br')), refused],
  ['is in a coding that nobody knows', answers(200, 'coded', coded('zstd')), refused],
  ['is in two codings', answers(200, gzipSync(whole), coded('gzip, gzip')), refused],
  ['is a log-in page', answers(200, '<!DOCTYPE html><html>Sign in</html>', { 'content-type': 'text/html' }), refused],
  ['is nothing', answers(204, '', {}), { tag: 'FileDownloadError', reason: 'not-prepared', requests: 1 }],
];

export const halfFiles: readonly Fault[] = rows.map(([name, serve, expected, expectedOfFetch]) => ({
  group: 'files', name, serve, call: download, expected, ...(expectedOfFetch === undefined ? {} : { expectedOfFetch }),
}));
