/**
 * The transport of every other platform (browsers, Deno, Bun, Workers), over `fetch`. Picked by the
 * `#default-transport` import of package.json; also for people who bring a `fetch` of their own.
 */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError, Delivery } from '../errors/model/connection-error.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import { attemptAsync } from '../internal/attempt.js';
import { toHostProcess } from '../internal/host-process.js';
import { toAttemptError, toConnectionFailure, toThrownError } from './connection-failure.js';
import { readCodings } from './content-coding.js';
import { toEndReason } from './deadline.js';
import { toAbortSignal } from './end-signal.js';
import { withHeaders } from './header-safety.js';
import { countBreaks, watchSockets } from './node/socket-breaks.js';
import type { PlatformTransport, TransportOptions } from './transport-options.js';
import { toUploadHeaders, toUploadStream } from '../internal/upload.js';
import type { Upload } from '../internal/upload.js';
import type { ByteSource, Transport, TransportRequest, TransportResponse } from './transport.js';

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => PromiseLike<Response>;

/** A transport over the platform's `fetch`. TLS, proxy and connections are the platform's: options for them are refused. */
export function createDefaultTransport(options: TransportOptions): Result<PlatformTransport, UnexpectedValueError> {
  const [unusable] = (['tls', 'proxyUrl', 'proxyFromEnvironment'] as const).filter((name) => options[name] !== undefined);
  if (unusable !== undefined) {
    return err(UnexpectedValueError({
      issues: [{ path: unusable, expected: 'left out (fetch takes it from the platform)', received: typeof options[unusable] }],
    }));
  }
  return ok({
    send: (request, signal) => send((url, init) => fetch(url, init), request, toAbortSignal(signal)),
    close: () => undefined,
  });
}

/** A transport over `fetchLike`, by default the platform's `fetch`. Redirects are answers, never followed. */
export function createFetchTransport(fetchLike: FetchLike = (url, init) => fetch(url, init)): Transport {
  return (request, signal) => new ResultAsync(send(fetchLike, request, signal));
}

async function send(
  fetchLike: FetchLike,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<Result<TransportResponse, ConnectionError>> {
  if (signal.aborted) return err(toAttemptError(request, toEndReason(signal), 'not-sent'));
  const isBroken = request.isFile === true ? watchBreaks(request.url) : (): boolean => false;
  const answer = await attemptAsync(() => fetchLike(request.url, toInit(request, signal)));
  if (!answer.ok) return err(toFailure(request, signal, answer.thrown));
  const response = answer.value;
  const headers = toFlatHeaders(response.headers);
  const codings = readCodings(headers['content-encoding']);
  return ok({
    status: response.status,
    headers,
    body: toByteSource(response, request, signal, () => !isCounted(headers) && isBroken()),
    ...(codings.length === 0 ? {} : { coding: codings.join(', ') }),
  });
}

/** `Headers` joins what comes more than once, except for cookies. Walked once, because each walk sorts them anew. */
function toFlatHeaders(headers: Headers): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const [name, value] of headers) flat[name] = Object.hasOwn(flat, name) ? `${flat[name] ?? ''}, ${value}` : value;
  return flat;
}

/** `fetch` undoes a coding itself, and takes one that breaks off for whole. Browsers choose for themselves, and keep to it. */
const uncoded = { 'accept-encoding': 'identity' };

/** A null prototype: polluted prototypes of the host must not add a header or turn `redirect` round. */
function toInit(request: TransportRequest, signal: AbortSignal): RequestInit {
  return Object.assign(Object.create(null) as RequestInit, {
    method: request.method,
    ...toBodyInit(request.isFile === true ? withHeaders(request, uncoded) : request),
    redirect: 'manual',
    ...('credentials' in Request.prototype ? { credentials: 'omit' as const } : {}), // Workers of some years have none, and refuse the word
    signal,
  } satisfies RequestInit);
}

/**
 * `fetch` itself sends a request again after 421, unless its body is a stream. Browsers take a stream
 * over HTTP/2 at best, so only Node (and what calls itself so) sends one.
 */
function toBodyInit({ body, headers, upload }: TransportRequest): RequestInit {
  if (upload !== undefined) return toUploadInit(upload, headers);
  if (body === null || toHostProcess()?.versions?.node === undefined) return { headers: { ...headers }, body };
  const blob = new Blob([body]);
  return { headers: { ...headers, 'content-length': String(blob.size) }, body: blob.stream(), duplex: 'half' };
}

/** A file, in pieces where the platform sends streams. */
function toUploadInit(upload: Upload, headers: Readonly<Record<string, string>>): RequestInit {
  const isNode = toHostProcess()?.versions?.node !== undefined;
  if (!isNode && upload.toBlob !== null) return { headers: { ...headers, 'content-type': upload.contentType }, body: upload.toBlob() };
  return { headers: { ...headers, ...toUploadHeaders(upload) }, body: toUploadStream(upload), duplex: 'half' };
}

/** Whether a connection to where a request goes has broken since now. Only Node tells. */
function watchBreaks(url: string): () => boolean {
  watchSockets();
  const { origin } = new URL(url);
  const before = countBreaks(origin);
  return () => countBreaks(origin) > before;
}

/** Whether HTTP itself says where the body ends. If nothing does, it ends with its connection, and a reset looks like an end. */
function isCounted(headers: Readonly<Record<string, string>>): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function toByteSource(response: Response, request: TransportRequest, signal: AbortSignal, isBrokenAtEnd: () => boolean): ByteSource {
  const reader = response.body?.getReader();
  return {
    next: async () => {
      if (reader === undefined) return ok(null);
      const read = await attemptAsync(() => reader.read());
      if (!read.ok) return err(toFailure(request, signal, read.thrown, 'answered'));
      if (!read.value.done) return ok(read.value.value);
      return isBrokenAtEnd() ? err(toAttemptError(request, 'reset', 'answered')) : ok(null);
    },
    cancel: () => {
      reader?.cancel().catch(() => undefined); // releasing a broken stream may fail; it is released all the same
    },
  };
}

/** How far a request got cannot be seen through `fetch` before there is an answer, except where no connection came about. */
function toFailure(request: TransportRequest, signal: AbortSignal, thrown: unknown, known?: Delivery): ConnectionError {
  if (signal.aborted) return toAttemptError(request, toEndReason(signal), known);
  const reason = toConnectionFailure(thrown);
  return toThrownError(request, thrown, known ?? (reason === 'dns' || reason === 'refused' || reason === 'tls' ? 'not-sent' : 'unknown'));
}
