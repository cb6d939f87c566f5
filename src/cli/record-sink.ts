/** Where the bytes of an export into a stream go, one piece after the other. */
import { constants, createWriteStream, fstatSync, open } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attemptAsync } from '../internal/attempt.js';
import { attemptIo } from '../node/attempt-io.js';
import { OutputFileError } from '../node/index.js';
import type { StreamTarget } from './stream-target.js';

/** Whoever read the stream wants no more of it: `| head`. */
export interface ReaderLeft {
  readonly _tag: 'ReaderLeft';
}

export type SinkError = OutputFileError | ReaderLeft;

export interface RecordSink {
  /** Resolves when the bytes are written, so that nothing gathers before a slow reader. */
  readonly write: (bytes: Uint8Array) => Promise<Result<undefined, SinkError>>;
  /** Resolves when all has been handed over and the stream is closed, except for the standard ones, which stay open. */
  readonly end: () => Promise<Result<undefined, SinkError>>;
}

/** How often a pipe is asked whether somebody reads it by now, in milliseconds. */
const readerPollMs = 50;

/** Opens the stream. A pipe with a name waits for its reader, until the signal aborts. */
export async function openRecordSink(target: StreamTarget, signal: AbortSignal): Promise<Result<RecordSink, SinkError>> {
  if (target._tag === 'Descriptor') return openDescriptor(target.descriptor);
  const { isPipe, path } = target;
  for (;;) {
    // Without waiting for a reader: a wait inside of the system could not be ended.
    const opened = await attemptIo(path, () => promisify(open)(path, constants.O_WRONLY | (isPipe ? constants.O_NONBLOCK : 0)));
    if (opened.isOk()) return ok(toSink(path, isPipe ? toSocket(opened.value) : createWriteStream('', { fd: opened.value }), true));
    if (opened.error.code !== 'ENXIO' || !isPipe) return err(opened.error);
    await attemptAsync(() => wait(readerPollMs, undefined, { signal }));
    if (signal.aborted) return err({ _tag: 'ReaderLeft' });
  }
}

async function openDescriptor(descriptor: number): Promise<Result<RecordSink, SinkError>> {
  const path = descriptor === 1 ? 'The standard output' : `/dev/fd/${descriptor}`;
  const found = await attemptIo(path, () => Promise.resolve().then(() => fstatSync(descriptor)));
  if (found.isErr()) return err(found.error);
  if (found.value.isDirectory() || found.value.isBlockDevice()) return err(OutputFileError('not-a-file', path));
  if (descriptor === 1) return ok(toSink(path, process.stdout, false));
  if (descriptor === 2) return ok(toSink(path, process.stderr, false));
  const isPipe = found.value.isFIFO() || found.value.isSocket();
  const stream = await attemptIo(path, () => Promise.resolve().then(() => (isPipe ? toSocket(descriptor) : createWriteStream('', { fd: descriptor }))));
  return stream.map((opened) => toSink(path, opened, true));
}

/** A pipe that is written to without holding up anything else. */
function toSocket(fd: number): Writable {
  return new Socket({ fd, readable: false, writable: true });
}

/** Codes of a stream that nobody reads any more. */
const leftCodes: readonly string[] = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

function toSink(path: string, stream: Writable, isOwn: boolean): RecordSink {
  stream.on('error', () => undefined); // each write says so itself
  const settle = async (begin: (done: (thrown?: unknown) => void) => unknown): Promise<Result<undefined, SinkError>> => {
    const settled = await attemptIo(path, () => new Promise<undefined>((resolve, reject) => {
      begin((thrown) => {
        if (thrown instanceof Error) reject(thrown);
        else resolve(undefined);
      });
    }));
    return settled.mapErr((error): SinkError => (leftCodes.includes(error.code) ? { _tag: 'ReaderLeft' } : error));
  };
  return {
    write: (bytes) => settle((done) => stream.write(bytes, done)),
    end: () => settle((done) => (isOwn ? stream.end(done) : stream.write('', done))),
  };
}
