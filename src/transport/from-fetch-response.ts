import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { answerForms } from '../errors/answer-form.js';
import { isWholeSuccess } from '../errors/classification-rules.js';
import type { ClassifiedError } from '../errors/classification-rules.js';
import { fromResponse } from '../errors/from-response.js';
import { createRedactor } from '../errors/redact.js';
import type { RequestContext } from '../errors/request-context.js';
import { maxBodyLength } from '../errors/response-snapshot.js';
import type { TenableException } from '../errors/tenable-exception.js';
import { attemptAsync } from '../internal/attempt.js';
import { toResultAsync } from '../result.js';
import { toLenientText } from './read-body.js';

export interface FromFetchOptions {
  /** Secrets that the request carried; a server may echo them. */
  readonly secrets?: readonly string[];
  /** The longest wait for an error's body, in milliseconds. What has come until then is used. Default 10,000. */
  readonly bodyTimeoutMs?: number;
}

/**
 * The error that a `fetch` Response is, or the Response itself, unread, where it is a good one. For people with
 * their own HTTP. Of an error's body at most 64 KiB are read. Security Center says "no" inside its 200s, so there
 * the start of a copy of the body is read as well.
 */
export function fromFetchResponse(
  response: Response,
  request: RequestContext,
  options: FromFetchOptions = {},
): ResultAsync<Response, ClassifiedError | TenableException> {
  return toResultAsync(() => classify(response, request, options), { operation: request.operation ?? null });
}

async function classify(
  response: Response,
  request: RequestContext,
  { secrets = [], bodyTimeoutMs = 10_000 }: FromFetchOptions,
): Promise<Result<Response, ClassifiedError>> {
  const isGood = isWholeSuccess(response.status);
  if (isGood && !answerForms[request.product].isEnveloped && request.isFirstContact !== true) return ok(response);
  const start = await readStart(isGood ? response.clone() : response, bodyTimeoutMs);
  const classified = fromResponse(
    { ...start, status: response.status, headers: Object.fromEntries(response.headers), url: response.url },
    request,
    createRedactor(secrets),
  );
  return classified.isOk() ? ok(response) : err(classified.error);
}

interface BodyStart {
  readonly body: string;
  readonly bytesSeen: number;
  readonly truncated: boolean;
}

/** As much of a body as an error keeps. A body that breaks off or stalls is as long as what has come of it. */
async function readStart(response: Response, timeoutMs: number): Promise<BodyStart> {
  const reader = response.body?.getReader();
  const timer = setTimeout(() => void attemptAsync(() => reader?.cancel()), timeoutMs);
  const bytes: number[] = [];
  let bytesSeen = 0;
  for (;;) {
    const read = await attemptAsync(() => reader?.read());
    const part: unknown = read.ok ? read.value?.value : undefined;
    if (!(part instanceof Uint8Array)) break;
    bytesSeen += part.byteLength;
    bytes.push(...part.subarray(0, Math.max(0, maxBodyLength - bytes.length)));
    if (bytesSeen > maxBodyLength) break;
  }
  clearTimeout(timer);
  void attemptAsync(() => reader?.cancel());
  return { body: toLenientText(Uint8Array.from(bytes)), bytesSeen, truncated: bytesSeen > maxBodyLength };
}
