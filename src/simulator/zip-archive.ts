/** A ZIP archive with one file in it, stored as it is: for downloads that are archives. */
import { encodeText } from './body-bytes.js';

/** No time: 1 January 1980, the earliest that the format has. */
const dosTime = 0x00210000;

export function toZipArchive(name: string, text: string): Uint8Array<ArrayBuffer> {
  const [nameBytes, content] = [encodeText(name), encodeText(text)];
  const shared = [2, 20, 2, 0, 2, 0, 4, dosTime, 4, toCrc32(content), 4, content.byteLength, 4, content.byteLength, 2, nameBytes.byteLength, 2, 0];
  const local = [toFields([4, 0x04034b50, ...shared]), nameBytes, content];
  const central = [toFields([4, 0x02014b50, 2, 20, ...shared, 2, 0, 2, 0, 2, 0, 4, 0, 4, 0]), nameBytes];
  const [localLength, centralLength] = [toLength(local), toLength(central)];
  const end = toFields([4, 0x06054b50, 2, 0, 2, 0, 2, 1, 2, 1, 4, centralLength, 4, localLength, 2, 0]);
  return join([...local, ...central, end]);
}

/** Numbers as little-endian fields; each is given as its size in bytes and its value. */
function toFields(pairs: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [size = 0, value = 0] = [pairs[at], pairs[at + 1]];
    for (let byte = 0; byte < size; byte += 1) bytes.push((value >>> (8 * byte)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function toCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function toLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((length, { byteLength }) => length + byteLength, 0);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(toLength(parts));
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.byteLength;
  }, 0);
  return bytes;
}
