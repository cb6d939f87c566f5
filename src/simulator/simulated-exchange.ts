/**
 * What goes into the simulator and what comes out, free of any platform's HTTP. The transport, the `fetch` handler
 * and the server each carry these over their own kind of wire.
 */

/** A request as the simulator takes it. */
export interface SimulatedRequest {
  readonly method: string;
  /** Absolute, or just path and query. */
  readonly url: string;
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  /** Whether the connection has a client certificate that was verified. Default `false`. */
  readonly hasClientCertificate?: boolean;
}

/** A request that reached the simulator. */
export interface SeenRequest {
  readonly method: string;
  /** Without the query, as received (percent-encoded). */
  readonly path: string;
  /** Without the question mark; `''` where there is none. */
  readonly query: string;
  /** Names in lower case, values as received: keys included. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Left out where the connection has no client certificate. */
  readonly hasClientCertificate?: true;
  /** When it came: Unix time in milliseconds by the simulator's clock. */
  readonly atMs: number;
}

/** An HTTP answer. */
export interface AnswerParts {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A body that is no text. `body` is then `''`. */
  readonly bytes?: Uint8Array;
  /** Whether it is a chunk of an export. Left out for all that is not. */
  readonly isChunk?: true;
}

/** What a request comes to: an answer, or one of the ways in which a network fails. */
export type SimulatedAnswer =
  | AnswerParts & { readonly _tag: 'Answer'; readonly delayMs: number }
  /** The connection breaks after so many bytes of the body, before its announced end. */
  | AnswerParts & { readonly _tag: 'CutBody'; readonly afterBytes: number }
  /** Nothing more comes after so many bytes of the body; the connection stays open. */
  | AnswerParts & { readonly _tag: 'StallBody'; readonly afterBytes: number }
  /** The connection breaks before any answer. */
  | { readonly _tag: 'Reset' }
  /** No answer ever comes. */
  | { readonly _tag: 'Hang' }
  /** Bytes that are not HTTP. */
  | { readonly _tag: 'Garbage' };
