/** A body that is read while it is sent, and never held whole. */

/** What a file is made of. */
export type FileContent = Blob | Uint8Array | AsyncIterable<Uint8Array>;

/** A file to send, as callers give it. */
export interface UploadFile {
  readonly name: string;
  readonly content: FileContent;
  readonly sizeBytes?: number | undefined;
}

export interface Upload {
  readonly contentType: string;
  /** Bytes in all; `null` where nobody knows before they were read. */
  readonly sizeBytes: number | null;
  /** Whether it was read, and cannot be read again. */
  readonly isSpent: () => boolean;
  /** The bytes, from the first one on. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** The same as a `Blob`, where it can be read again: browsers send no streams. */
  readonly toBlob: (() => Blob) | null;
}

/** Headers that say what comes. */
export function toUploadHeaders({ contentType, sizeBytes }: Upload): Readonly<Record<string, string>> {
  return sizeBytes === null ? { 'content-type': contentType } : { 'content-type': contentType, 'content-length': String(sizeBytes) };
}

/** The bytes as a stream that is read as fast as it is sent. */
export function toUploadStream({ open }: Upload): ReadableStream<Uint8Array> {
  const iterator = open()[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  }, { highWaterMark: 0 });
}
