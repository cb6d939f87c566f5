/**
 * Moving one request. A `Transport` takes a request and gives an answer or a typed error; inside of a
 * call, retry and authentication wrap one `Sender` into another. It knows nothing of Tenable.
 */
import type { Result, ResultAsync } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import type { HttpMethod } from '../internal/http-method.js';
import type { EndSignal } from './end-signal.js';
import type { Upload } from '../internal/upload.js';

export interface TransportRequest {
  readonly method: HttpMethod;
  /** Absolute URL. Its origin has been checked. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** A file that is the body, read while it is sent. `body` is then `null`. Left out where there is none. */
  readonly upload?: Upload;
  /** Whether carrying it out twice is the same as once. Only the retry asks. */
  readonly isIdempotent: boolean;
  /**
   * Whether a good answer is handed on as it is, piece by piece: if a part of it is missing, only the transport can see that.
   * Default `false`.
   */
  readonly isFile?: boolean;
}

/** The bytes of an answer, taken when they are wanted. */
export interface ByteSource {
  /** The next bytes, `null` at the end. Not called again after `null` or an error. */
  readonly next: () => PromiseLike<Result<Uint8Array | null, ConnectionError>>;
  /** Gives up the rest and releases the connection. May be called at any time, also twice. */
  readonly cancel: () => void;
}

export interface TransportResponse {
  readonly status: number;
  /** Names in lower case, repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded body: transfer and content codings are undone. */
  readonly body: ByteSource;
  /**
   * Content codings that are still on the body, or were undone without a look at whether all of it came, in lower case.
   * Left out where there are none.
   */
  readonly coding?: string;
}

/**
 * Sends one request. Must not follow redirects: a redirect is an answer. Ends with a `ConnectionError` when
 * the signal aborts.
 */
export type Transport<E = ConnectionError> = (
  request: TransportRequest,
  signal: AbortSignal,
) => ResultAsync<TransportResponse, E>;

/** The same inside of a call: what a transport is wrapped into. Its Result comes bare, for there are many layers. */
export type Sender<E = ConnectionError> = (
  request: TransportRequest,
  signal: EndSignal,
) => PromiseLike<Result<TransportResponse, E>>;
