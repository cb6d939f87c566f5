/** The simulator as a `fetch`-style handler, for service workers, interceptors and other people's clients. */
import { attempt } from '../internal/attempt.js';
import type { Clock } from '../transport/clock.js';
import { sleep } from '../transport/clock.js';
import { toAnnouncedBytes, toBodyBytes } from './body-bytes.js';
import type { AnswerParts, SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';

/** A handler that rejects as `fetch` does, where a fault breaks the connection or the request is aborted. */
export function createSimulatedFetch(
  handle: (request: SimulatedRequest) => SimulatedAnswer,
  clock: Clock,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await request.text();
    const answer = handle({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body });
    switch (answer._tag) {
      case 'Answer':
        if (answer.delayMs > 0) await sleep(clock, answer.delayMs, request.signal);
        return request.signal.aborted ? Promise.reject(toReason(request.signal)) : toWholeResponse(answer);
      case 'CutBody':
        return toCutResponse(answer, Promise.resolve(toFailure('ECONNRESET')));
      case 'StallBody':
        return toCutResponse(answer, untilAborted(request));
      case 'Reset':
        return Promise.reject(toFailure('ECONNRESET'));
      case 'Garbage':
        return Promise.reject(toFailure('HPE_INVALID_CONSTANT'));
      case 'Hang':
        return Promise.reject(await untilAborted(request));
    }
  };
}

/** Bodies are not allowed with these. */
const bodiless: readonly number[] = [204, 205, 304];

function toWholeResponse(answer: AnswerParts): Response | Promise<Response> {
  const bytes = toBodyBytes(answer);
  return toResponse(answer, bytes, bytes.byteLength);
}

function toResponse({ headers, status }: AnswerParts, content: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, length: number): Response | Promise<Response> {
  const init = { status, headers: { ...headers, ...(length === 0 ? {} : { 'content-length': String(length) }) } };
  const response = attempt(() => new Response(bodiless.includes(status) ? null : content, init));
  return response.ok ? response.value : Promise.reject(toFailure('UND_ERR_RESPONSE')); // a status that `Response` does not know
}

/** The first bytes, then the failure when it comes. */
function toCutResponse(answer: Extract<SimulatedAnswer, { _tag: 'CutBody' | 'StallBody' }>, failure: Promise<Error>): Response | Promise<Response> {
  const bytes = toBodyBytes(answer);
  const start = bytes.subarray(0, answer.afterBytes);
  let isSent = start.byteLength === 0;
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (isSent) {
        controller.error(await failure);
        return;
      }
      isSent = true;
      controller.enqueue(start);
    },
  });
  return toResponse(answer, stream, toAnnouncedBytes(bytes.byteLength, answer.afterBytes));
}

/** What Node's `fetch` rejects with: the system's code is in the cause. */
function toFailure(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

function toReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('This operation was aborted', 'AbortError');
}

/** Requests that wait for their end. Nobody else may hold one, and a `Request` that was collected passes no abort on. */
const waiting = new Set<Request>();

function untilAborted(request: Request): Promise<Error> {
  const { signal } = request;
  return new Promise((resolve) => {
    const end = (): void => {
      waiting.delete(request);
      resolve(toReason(signal));
    };
    if (signal.aborted) {
      end();
      return;
    }
    waiting.add(request);
    signal.addEventListener('abort', end, { once: true });
  });
}
