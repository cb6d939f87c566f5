/** Answers on their way through a port: whole, late, compressed, cut off, or not at all. */
import type { ServerResponse } from 'node:http';
import type * as zlib from 'node:zlib';

import { attempt } from '../internal/attempt.js';
import { toHostProcess } from '../internal/host-process.js';
import type { Clock } from '../transport/clock.js';
import { encodeText, toAnnouncedBytes, toBodyBytes } from './body-bytes.js';
import { createRecentValues } from './recent-values.js';
import type { AnswerParts, SimulatedAnswer } from './simulated-exchange.js';

/** `acceptEncoding` is the header of the request; `''` where it has none. */
export type SendAnswer = (answer: SimulatedAnswer, acceptEncoding: string, response: ServerResponse) => void;

/** How much of chunks is kept to be sent again, their texts included, which the simulator keeps as well. */
const maxKeptBytes = 134_217_728;

/** With `isGzipped`, chunks are compressed for clients that accept it. */
export function createAnswerSender(clock: Clock, isGzipped: boolean): SendAnswer {
  const toBytes = createChunkEncoder();
  const gzip = isGzipped ? createGzip() : null;
  const sendWhole = (answer: AnswerParts, acceptEncoding: string, response: ServerResponse): void => {
    const bytes = answer.isChunk === true ? toBytes(answer.body) : toBodyBytes(answer);
    if (gzip === null || answer.isChunk !== true || !acceptsGzip(acceptEncoding)) {
      sendBytes(answer, bytes, response);
      return;
    }
    gzip(answer.body, bytes, (zipped) => {
      const headers = { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' };
      sendBytes({ ...answer, headers }, zipped, response);
    });
  };
  return (answer, acceptEncoding, response) => {
    if (answer._tag !== 'Answer') {
      sendFault(answer, response);
    } else if (answer.delayMs > 0) {
      response.on('close', clock.schedule(answer.delayMs, () => {
        sendWhole(answer, acceptEncoding, response);
      }));
    } else sendWhole(answer, acceptEncoding, response);
  };
}

function sendFault(answer: Exclude<SimulatedAnswer, { _tag: 'Answer' }>, response: ServerResponse): void {
  const socket = response.socket;
  switch (answer._tag) {
    case 'CutBody':
      sendStart(answer, answer.afterBytes, response, () => {
        socket?.destroy();
      });
      return;
    case 'StallBody':
      sendStart(answer, answer.afterBytes, response, () => undefined);
      return;
    case 'Reset':
      socket?.resetAndDestroy();
      return;
    case 'Garbage':
      socket?.end('This is not HTTP.\r\n\r\n');
      return;
    case 'Hang':
      return;
  }
}

function sendBytes({ headers, status }: AnswerParts, bytes: Uint8Array, response: ServerResponse): void {
  const hasLength = status >= 200 && status !== 204 && status !== 304;
  const sent = attempt(() => response
    .writeHead(status, { ...headers, ...(hasLength ? { 'content-length': bytes.byteLength } : {}) })
    .end(bytes));
  if (!sent.ok) response.destroy(); // a scripted status or header that HTTP does not have
}

function sendStart(answer: AnswerParts, afterBytes: number, response: ServerResponse, onSent: () => void): void {
  const bytes = toBodyBytes(answer);
  const length = toAnnouncedBytes(bytes.byteLength, afterBytes);
  const sent = attempt(() => {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': length });
    response.flushHeaders();
    response.write(bytes.subarray(0, afterBytes), onSent);
  });
  if (!sent.ok) response.destroy();
}

/** Texts of chunks as bytes; those of the ones sent last are at hand. */
function createChunkEncoder(): (text: string) => Uint8Array {
  const recent = createRecentValues<Uint8Array>(maxKeptBytes);
  return (text) => {
    const bytes = recent.find(text) ?? encodeText(text);
    recent.keep(text, bytes);
    return bytes;
  };
}

type Gzip = (text: string, bytes: Uint8Array, onDone: (zipped: Uint8Array) => void) => void;

/** Compresses outside this thread, quickly rather than well, and keeps what it made last. `null` without `node:zlib`. */
function createGzip(): Gzip | null {
  const zlibModule: typeof zlib | undefined = toHostProcess()?.getBuiltinModule?.('node:zlib');
  if (zlibModule === undefined) return null;
  const recent = createRecentValues<Uint8Array>(maxKeptBytes);
  return (text, bytes, onDone) => {
    const kept = recent.find(text);
    if (kept !== undefined) {
      onDone(kept);
      return;
    }
    zlibModule.gzip(bytes, { level: 1 }, (_failure, zipped) => { // it fails only when it is given no bytes
      recent.keep(text, zipped);
      onDone(zipped);
    });
  };
}

/** Whether `gzip` is listed with a weight that is not 0. */
function acceptsGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(',').some((one) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));
}
