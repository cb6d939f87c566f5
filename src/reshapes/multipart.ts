/** One file as a form, `multipart/form-data`, that is read while it is sent. */
import type { FileContent, Upload, UploadFile } from '../internal/upload.js';

/** Pieces that are handed on at once, of content that lies in memory whole. */
const pieceBytes = 64 * 1024;

/* @__NO_SIDE_EFFECTS__ */
export function toMultipart(part: string, { content, name, sizeBytes }: UploadFile): Upload {
  const boundary = `tenable-result-${crypto.randomUUID()}`;
  const text = new TextEncoder();
  const head = text.encode(`--${boundary}\r\ncontent-disposition: form-data; name="${part}"; filename="${toFormName(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`);
  const tail = text.encode(`\r\n--${boundary}--\r\n`);
  const again = toBlob(content);
  const size = again?.size ?? sizeBytes ?? null;
  let isRead = false;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    sizeBytes: size === null ? null : head.byteLength + size + tail.byteLength,
    isSpent: () => isRead && again === null,
    open: async function* () {
      isRead = true;
      yield head;
      yield* again === null ? (content as AsyncIterable<Uint8Array>) : readBlob(again); // what is no Blob and no bytes is a stream
      yield tail;
    },
    toBlob: again === null ? null : () => new Blob([head, again, tail]),
  };
}

async function* readBlob(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += pieceBytes) yield new Uint8Array(await blob.slice(start, start + pieceBytes).arrayBuffer());
}

/** What can be read again; `null` for a stream. The bytes are copied: a later change of them is none. */
function toBlob(content: FileContent): Blob | null {
  if (content instanceof Uint8Array) return new Blob([content.slice()]);
  return content instanceof Blob ? content : null;
}

/** A name in a header, as browsers write it: nothing in it ends the text or the line. */
function toFormName(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22');
}
