import { toRetryReason } from '../errors/classification/classification-rules.js';
import { digDetail } from '../errors/classification/dig-detail.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import { parseJson } from '../internal/parse-json.js';
import { toPieceSource } from './peek-body.js';
import { toLenientText } from './read-body.js';
import type { TransportResponse } from './transport.js';

/** How much of a 429's body is looked at. */
const maxBytes = 8_192;

export interface Limit {
  /** Whether it is too many requests, which waiting helps against, and not too many jobs or one that runs already. */
  readonly isRateLimit: boolean;
  /** The answer with its body from the beginning on. */
  readonly response: TransportResponse;
}

/** Which limit a 429 tells of. Tenable uses the status for three things, and only the body tells them apart. */
export async function readLimit(response: TransportResponse): Promise<Limit> {
  const read = new GrowingBytes();
  let isWhole = false;
  while (read.length <= maxBytes && !isWhole) {
    const piece = await response.body.next();
    if (piece.isOk() && piece.value !== null) read.append(piece.value);
    else isWhole = true; // what broke off is looked at as it came
  }
  const bytes = read.toExact();
  const text = toLenientText(bytes);
  const { cancel, next } = toPieceSource([bytes], isWhole ? null : response.body);
  const giveUp = (): void => {
    cancel();
    response.body.cancel();
  };
  return {
    isRateLimit: toRetryReason(429, digDetail(text, parseJson(text), (detail) => detail)) === 'rate-limit',
    response: { ...response, body: { next, cancel: giveUp } },
  };
}
