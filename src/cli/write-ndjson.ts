/** An export into a file with a record a line. Written beside its place and moved there when it is complete. */
import { open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportChunk, TenableError } from '../index.js';

export interface WrittenFile {
  readonly records: number;
  readonly bytes: number;
}

/** The file could not be written. */
export interface FileFailure {
  readonly _tag: 'FileFailure';
  readonly message: string;
}

/** Writes chunks as they come. A chunk is written before the next one is asked for. */
export async function writeNdjson<Item>(
  chunks: AsyncIterable<Result<ExportChunk<Item>, TenableError>>,
  path: string,
): Promise<Result<WrittenFile, TenableError | FileFailure>> {
  const partPath = `${path}.part`;
  const file = await attemptFile(open(partPath, 'w'));
  if (file.isErr()) return err(file.error);
  const written = await writeChunks(chunks, file.value);
  const closed = await attemptFile(file.value.close());
  if (written.isErr()) return err(written.error); // the part stays: what was delivered is in it
  if (closed.isErr()) return err(closed.error);
  return attemptFile(rename(partPath, path)).map(() => written.value);
}

async function writeChunks<Item>(
  chunks: AsyncIterable<Result<ExportChunk<Item>, TenableError>>,
  file: FileHandle,
): Promise<Result<WrittenFile, TenableError | FileFailure>> {
  let records = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    if (chunk.isErr()) return err(chunk.error);
    const text = chunk.value.records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const write = await attemptFile(file.write(text));
    if (write.isErr()) return err(write.error);
    records += chunk.value.records.length;
    bytes += write.value.bytesWritten;
  }
  return ok({ records, bytes });
}

function attemptFile<T>(work: Promise<T>): ResultAsync<T, FileFailure> {
  return ResultAsync.fromPromise(work, (thrown) => ({
    _tag: 'FileFailure',
    message: thrown instanceof Error ? thrown.message : 'the file system failed',
  }));
}
