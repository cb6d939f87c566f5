/** The simulator as a `Transport`: in process, with the clock that it was given. */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError, Delivery } from '../errors/model/connection-error.js';
import type { Clock } from '../transport/clock.js';
import { sleep } from '../transport/clock.js';
import { toAttemptError } from '../transport/connection-failure.js';
import { toEndReason } from '../transport/deadline.js';
import type { ByteSource, Transport, TransportRequest, TransportResponse } from '../transport/transport.js';
import { toUploadHeaders, toUploadStream } from '../internal/upload.js';
import type { Upload } from '../internal/upload.js';
import { toAnnouncedBytes, toBodyBytes } from './body-bytes.js';
import type { AnswerParts, SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';

type Piece = Result<Uint8Array | null, ConnectionError>;
type Sent = Result<TransportResponse, ConnectionError>;

export function createSimulatedTransport(handle: (request: SimulatedRequest) => SimulatedAnswer, clock: Clock): Transport {
  return (request, signal) => new ResultAsync(send(handle, clock, request, signal));
}

async function send(
  handle: (request: SimulatedRequest) => SimulatedAnswer,
  clock: Clock,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<Sent> {
  if (signal.aborted) return err(toAttemptError(request, toEndReason(signal), 'not-sent'));
  const answer = handle(request.upload === undefined ? request : await withForm(request, request.upload));
  switch (answer._tag) {
    case 'Answer':
      return sendLater(clock, answer, request, signal);
    case 'CutBody':
      return ok(toResponse(answer, err(toAttemptError(request, 'reset', 'answered')), answer.afterBytes));
    case 'StallBody':
      return ok(toResponse(answer, untilEnd(request, signal, 'answered'), answer.afterBytes));
    case 'Reset':
      return err(toAttemptError(request, 'reset'));
    case 'Garbage':
      return err(toAttemptError(request, 'protocol'));
    case 'Hang':
      return untilEnd(request, signal);
  }
}

/** The request with its file read to the end, as a server has it. Of a file that is larger than this, a test has no use. */
async function withForm(request: TransportRequest, upload: Upload): Promise<SimulatedRequest> {
  return { ...request, headers: { ...request.headers, ...toUploadHeaders(upload) }, body: await new Response(toUploadStream(upload)).text() };
}

async function sendLater(
  clock: Clock,
  answer: Extract<SimulatedAnswer, { _tag: 'Answer' }>,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<Sent> {
  if (answer.delayMs > 0) await sleep(clock, answer.delayMs, signal);
  return signal.aborted ? err(toAttemptError(request, toEndReason(signal))) : ok(toResponse(answer, ok(null)));
}

/** An answer with as much of its body as comes, and what comes then. */
function toResponse(answer: AnswerParts, ending: Piece | Promise<Piece>, afterBytes = Number.POSITIVE_INFINITY): TransportResponse {
  const { headers, status } = answer;
  const bytes = toBodyBytes(answer);
  const length = toAnnouncedBytes(bytes.byteLength, afterBytes);
  return {
    status,
    headers: { ...headers, ...(length === 0 ? {} : { 'content-length': String(length) }) },
    body: createSource(bytes.subarray(0, afterBytes), ending),
  };
}

/** The bytes in one piece, then the ending. */
function createSource(bytes: Uint8Array, ending: Piece | Promise<Piece>): ByteSource {
  let isRead = bytes.byteLength === 0;
  return {
    next: () => {
      if (isRead) return Promise.resolve(ending);
      isRead = true;
      return Promise.resolve(ok(bytes));
    },
    cancel: () => {
      isRead = true;
    },
  };
}

/** Waits for as long as the caller does. */
function untilEnd(request: TransportRequest, signal: AbortSignal, delivery: Delivery = 'unknown'): Promise<Result<never, ConnectionError>> {
  return new Promise((resolve) => {
    const end = (): void => {
      resolve(err(toAttemptError(request, toEndReason(signal), delivery)));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
