import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { expect, onTestFinished } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import type { ConnectionFailure, Delivery } from '../../src/errors/model/connection-error.js';
import type { EndSignal } from '../../src/transport/end-signal.js';
import type { ByteSource, TransportRequest, TransportResponse } from '../../src/transport/transport.js';

/** One answer of a script. */
export type ScriptedAnswer =
  | {
    /** Default 200. */
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** The body as JSON; `pieces` where it is none. */
    readonly json?: unknown;
    readonly pieces?: readonly (string | Uint8Array)[];
    /** Content codings that are still on the body. Default none. */
    readonly coding?: string;
    /** How the body ends: whole (default), broken off, or never. */
    readonly end?: ConnectionFailure | 'never';
  }
  | { readonly failure: ConnectionFailure; readonly delivery?: Delivery }
  /** Neither answers nor takes notice of the signal. */
  | 'silence';

export interface Script {
  /** Serves as a transport and, inside of a call, as a sender. */
  readonly transport: (request: TransportRequest, signal: EndSignal) => ResultAsync<TransportResponse, ConnectionError>;
  /** What was sent, in order. */
  readonly requests: readonly TransportRequest[];
  /** Bodies that were neither read to their end nor given up. */
  readonly openBodies: () => number;
}

/**
 * A transport that gives its answers in order. Every answer must be used up and every request have its answer,
 * else the test fails when it has finished.
 */
export function createScript(answers: readonly ScriptedAnswer[]): Script {
  const requests: TransportRequest[] = [];
  const open = new Set<ByteSource>();
  onTestFinished(() => {
    expect({ requests: requests.length, used: requests.map(toLine) }).toMatchObject({ requests: answers.length });
  });
  return {
    requests,
    openBodies: () => open.size,
    transport: (request, signal) => {
      const answer = answers[requests.push(request) - 1] ?? { failure: 'protocol' };
      signal.addEventListener('abort', () => { open.clear(); }); // the end of a call is the end of its bodies
      return new ResultAsync(toAnswer(answer, open));
    },
  };
}

function toLine({ method, url }: TransportRequest): string {
  return `${method} ${url}`;
}

function toAnswer(answer: ScriptedAnswer, open: Set<ByteSource>): Promise<Result<TransportResponse, ConnectionError>> {
  if (answer === 'silence') return new Promise(() => undefined);
  if ('failure' in answer) return Promise.resolve(err(ConnectionError({ reason: answer.failure, delivery: answer.delivery ?? 'unknown' })));
  const { coding, end, headers = {}, json, pieces = json === undefined ? [] : [JSON.stringify(json)], status = 200 } = answer;
  return Promise.resolve(ok({ status, headers, body: toSource(pieces, end, open), ...(coding === undefined ? {} : { coding }) }));
}

function toSource(pieces: readonly (string | Uint8Array)[], end: ConnectionFailure | 'never' | undefined, open: Set<ByteSource>): ByteSource {
  const queue = [...pieces];
  const source: ByteSource = {
    next: () => {
      const piece = queue.shift();
      if (piece !== undefined) return Promise.resolve(ok(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece));
      if (end === 'never') return new Promise(() => undefined);
      open.delete(source);
      return Promise.resolve(end === undefined ? ok(null) : err(ConnectionError({ reason: end, delivery: 'unknown' })));
    },
    cancel: () => {
      open.delete(source);
    },
  };
  open.add(source);
  return source;
}
