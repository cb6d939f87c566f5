import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { answerForms } from '../errors/classification/answer-form.js';
import { isWholeSuccess } from '../errors/classification/classification-rules.js';
import type { ClassifiedError } from '../errors/classification/classification-rules.js';
import { toExchange } from '../errors/classification/exchange.js';
import type { SnapshotInit } from '../errors/classification/exchange.js';
import { fromResponse } from '../errors/classification/from-response.js';
import { createRedactor } from '../errors/classification/redact.js';
import type { RequestContext } from '../errors/classification/request-context.js';
import { APIError } from '../errors/model/response-errors.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { attempt, attemptAsync } from '../internal/attempt.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import { toResultAsync } from '../result.js';
import { isBlank } from './peek-body.js';
import { maxErrorBytes, toLenientText } from './read-body.js';

export interface FromFetchOptions {
  /** Secrets that the request carried; a server may echo them. */
  readonly secrets?: readonly string[];
  /** The longest wait for a body that has to be read, in milliseconds. Of an error's, what has come until then is used. Default 10,000. */
  readonly bodyTimeoutMs?: number;
  /** The largest body of a good answer of Security Center that is read, in bytes. Default 16,777,216 (16 MiB). */
  readonly maxBodyBytes?: number;
}

/**
 * The error that a `fetch` Response is, or the Response itself, unread, where it is a good one. For people with
 * their own HTTP. Of an error's body at most 1 MiB is read. Security Center says "no" inside its 200s, so there a copy of
 * what begins as a JSON object is read to its end; one that is longer than `maxBodyBytes` or does not come whole is an `APIError`.
 */
export function fromFetchResponse(
  response: Response,
  request: RequestContext,
  options: FromFetchOptions = {},
): ResultAsync<Response, ClassifiedError | TenableException> {
  return toResultAsync(() => classify(response, request, options), { operation: toOperationName(request) });
}

function toOperationName(request: RequestContext): string | null {
  const name = attempt(() => request.operation);
  return name.ok && typeof name.value === 'string' ? name.value : null;
}

async function classify(
  response: Response,
  request: RequestContext,
  { secrets = [], bodyTimeoutMs = 10_000, maxBodyBytes = 16_777_216 }: FromFetchOptions,
): Promise<Result<Response, ClassifiedError>> {
  const isGood = isWholeSuccess(response.status);
  if (isGood && !answerForms[request.product].isEnveloped && request.isFirstContact !== true) return ok(response);
  const limits: Limits = { timeoutMs: bodyTimeoutMs, maxBytes: isGood ? maxBodyBytes : maxErrorBytes, objectsOnly: isGood && request.isFirstContact !== true };
  const read = await readStart(isGood ? response.clone() : response, limits);
  const answer: SnapshotInit = {
    body: toLenientText(read.bytes), bytesSeen: read.bytesSeen, truncated: read.ending !== 'whole',
    status: response.status, headers: Object.fromEntries(response.headers), url: response.url,
  };
  const redact = createRedactor(secrets);
  const classified = fromResponse(answer, request, redact);
  if (classified.isErr()) return err(classified.error);
  if (!isGood || read.ending === 'whole' || read.ending === 'no-object') return ok(response);
  const { fields } = toExchange(answer, request, redact);
  return err(read.ending === 'too-large'
    ? APIError({ ...fields, reason: 'body-too-large' })
    : APIError({ ...fields, reason: 'unexpected-body', issues: [{ path: '', expected: 'a body that comes whole in time', received: 'a part of one' }] }));
}

interface Limits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Whether only what begins as a JSON object is worth reading. */
  readonly objectsOnly: boolean;
}

interface BodyStart {
  readonly bytes: Uint8Array;
  readonly bytesSeen: number;
  readonly ending: 'whole' | 'broken' | 'too-large' | 'no-object';
}

/** A body up to its limit. One that breaks off or stalls is as long as what has come of it. */
async function readStart(response: Response, { maxBytes, objectsOnly, timeoutMs }: Limits): Promise<BodyStart> {
  const reader = response.body?.getReader();
  const wait = { isOver: false };
  const timer = setTimeout(() => {
    wait.isOver = true;
    void attemptAsync(() => reader?.cancel());
  }, timeoutMs);
  const bytes = new GrowingBytes();
  let ending: BodyStart['ending'] | null = null;
  for (let at = 0; ending === null;) {
    const read = await attemptAsync(() => reader?.read());
    const part: unknown = read.ok ? read.value?.value : undefined;
    if (!(part instanceof Uint8Array)) ending = read.ok && !wait.isOver ? 'whole' : 'broken';
    else {
      bytes.append(part);
      const view = bytes.view();
      while (at < view.byteLength && isBlank(view[at])) at += 1;
      if (bytes.length > maxBytes) ending = 'too-large';
      else if (objectsOnly && at < view.byteLength && view[at] !== 0x7b) ending = 'no-object';
    }
  }
  clearTimeout(timer);
  void attemptAsync(() => reader?.cancel());
  return { bytes: bytes.view(maxBytes), bytesSeen: bytes.length, ending };
}
