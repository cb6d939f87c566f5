/** Where NDJSON goes: a function that is given each chunk's lines, or a stream of bytes. */
import { ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { Checkpoint } from '../errors/model/checkpoint.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { isRecord } from '../internal/is-record.js';
import { guard, guardAsync } from '../result.js';
import type { Border } from '../result.js';

/** The records of a chunk, each as a line of JSON that ends with a line feed. */
export interface NdjsonChunk {
  /** The chunk's number. */
  readonly id: number;
  readonly records: number;
  /** UTF-8. Good until the destination has settled: the memory is then used again. */
  readonly bytes: Uint8Array;
  /** How far the job is with this chunk: to be saved together with its lines. */
  readonly checkpoint: () => Checkpoint;
}

/** What a function says of a chunk that it was given: done with it, or an error of its own, which ends the job. */
export type ChunkTaken<E> = Result<unknown, E> | ResultAsync<unknown, E> | PromiseLike<Result<unknown, E>>;

/** A `WritableStream` of bytes, as far as it is used. On Node, `Writable.toWeb(stream)` makes one. */
export interface ByteStream {
  readonly getWriter: () => ByteStreamWriter;
}

export interface ByteStreamWriter {
  readonly write: (bytes: Uint8Array) => PromiseLike<unknown>;
  readonly close: () => PromiseLike<unknown>;
  readonly abort: (reason?: unknown) => PromiseLike<unknown>;
}

/** Chunks come one after the other, in any order; the next one when the one before was taken. */
export type NdjsonDestination<E> = ByteStream | ((chunk: NdjsonChunk, signal: AbortSignal) => ChunkTaken<E>);

/** A destination as it is used. */
export interface OpenDestination<E> {
  readonly take: (chunk: NdjsonChunk, signal: AbortSignal) => ChunkTaken<E>;
  /** All of it was taken: a stream is closed. */
  readonly finish: () => Promise<Result<unknown, TenableException>>;
  /** No more will come: a stream is aborted. */
  readonly fail: () => Promise<Result<unknown, TenableException>>;
}

/** The destination, ready to be written to. */
export function openDestination<E>(destination: NdjsonDestination<E>, border: Border): Result<OpenDestination<E>, TenableException> {
  if (!isStream(destination)) {
    const nothing = (): Promise<Result<undefined, never>> => Promise.resolve(ok(undefined));
    return ok({ take: destination, finish: nothing, fail: nothing });
  }
  return guard(() => destination.getWriter(), border).map((writer) => ({
    take: async ({ bytes }) => ok(await writer.write(bytes.slice())), // a stream may keep what it is given
    finish: () => guardAsync(() => writer.close(), border),
    fail: () => guardAsync(() => writer.abort('the export ended early'), border),
  }));
}

function isStream<E>(destination: NdjsonDestination<E>): destination is ByteStream {
  return isRecord(destination);
}
