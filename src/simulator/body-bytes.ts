import type { AnswerParts } from './simulated-exchange.js';

const encoder = new TextEncoder();

/** The bytes of an answer's text. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** The body of an answer. */
export function toBodyBytes({ body, bytes }: Pick<AnswerParts, 'body' | 'bytes'>): Uint8Array<ArrayBuffer> {
  return bytes === undefined ? encodeText(body) : new Uint8Array(bytes);
}

/** The length to announce for a body of which only `afterBytes` come: always more than comes, so that it is seen to be cut. */
export function toAnnouncedBytes(byteLength: number, afterBytes: number): number {
  return Number.isFinite(afterBytes) ? Math.max(byteLength, afterBytes + 1) : byteLength;
}
