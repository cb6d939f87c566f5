/**
 * Authentication by a session: one log-in that all calls of a client share, what proves it on every request, and a
 * log-out after which no session is left on the server.
 */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { retryStatuses } from '../errors/classification-rules.js';
import { fromResponse } from '../errors/from-response.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import { toExchange } from '../errors/exchange.js';
import type { SnapshotInit } from '../errors/exchange.js';
import { createRedactor } from '../errors/redact.js';
import type { Redactor } from '../errors/redact.js';
import type { Product, RequestContext } from '../errors/request-context.js';
import { APIError } from '../errors/response-errors.js';
import { maxBodyLength } from '../errors/response-snapshot.js';
import type { Border } from '../result.js';
import type { Clock } from './clock.js';
import type { SendError } from './connection.js';
import { openDeadline } from './deadline.js';
import { readBody, toLenientText } from './read-body.js';
import type { EndSignal } from './end-signal.js';
import type { ByteSource, Sender, TransportRequest, TransportResponse } from './transport.js';

/** What proves a session on a request. */
export interface SessionProof {
  readonly headers: Readonly<Record<string, string>>;
  /** What of it must not be told. */
  readonly secrets: readonly string[];
}

/** An answer whose body was read. */
export interface TextAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What sessions of a product are like. */
export interface SessionScheme {
  readonly product: Product;
  readonly logIn: Pick<TransportRequest, 'method' | 'url' | 'headers' | 'body'>;
  /** Where sessions are ended. */
  readonly logOutUrl: string;
  /** The proof in the answer to a log-in; `null` where there is none. */
  readonly toProof: (answer: TextAnswer) => SessionProof | null;
  /** Whether an answer says that the session is not there any more. */
  readonly isLost: (answer: TextAnswer) => boolean;
}

export interface SessionContext {
  readonly clock: Clock;
  readonly transport: (border: Border) => Sender<SendError>;
  readonly secrets: () => readonly string[];
  readonly remember: (secret: string) => void;
  /** Whether a session that was lost is replaced by a new one, once for each call. */
  readonly reLogIn: boolean;
}

export interface Session {
  readonly authenticate: (sender: Sender<SendError>, border: Border) => Sender<SendError>;
  /** Ends the session. Calls after that are refused. */
  readonly logOut: () => ResultAsync<undefined, SendError>;
}

/** The most time for a log-in or log-out, in milliseconds. */
const deadlineMs = 30_000;

/** A session that is opened by the first request. */
export function createSession(scheme: SessionScheme, context: SessionContext): Session {
  let opening: Promise<Result<SessionProof | TransportResponse, SendError>> | null = null;
  let isClosed = false;
  const forget = (proofs: typeof opening): void => {
    if (opening === proofs) opening = null;
  };
  const open = (): NonNullable<typeof opening> => {
    if (isClosed) return Promise.resolve(err(UnexpectedValueError({ issues: [{ path: 'client', expected: 'a client that has not logged out', received: 'object' }] })));
    if (opening !== null) return opening;
    const begun = logIn(scheme, context);
    opening = begun;
    void begun.then((opened) => {
      if (opened.isErr() || !isProof(opened.value)) forget(begun);
    });
    return begun;
  };
  const send = async (sender: Sender<SendError>, request: TransportRequest, signal: EndSignal, mayRepeat: boolean): Promise<Result<TransportResponse, SendError>> => {
    const session = open();
    const opened = await session;
    if (opened.isErr()) return err(opened.error);
    if (!isProof(opened.value)) return ok(opened.value); // a log-in that may do better later: whoever retries sees its status
    const sent = await sender({ ...request, headers: { ...request.headers, ...opened.value.headers } }, signal);
    if (sent.isErr() || (sent.value.status !== 401 && sent.value.status !== 403)) return sent;
    const body = await readBody(sent.value.body, maxBodyLength);
    if (body.isErr()) return err(body.error);
    const isLost = scheme.isLost({ ...sent.value, text: toLenientText(body.value.bytes) });
    if (!isLost || !context.reLogIn || !mayRepeat) return ok({ ...sent.value, body: toSource(body.value.bytes) });
    forget(session);
    return send(sender, request, signal, false);
  };
  return {
    authenticate: (sender) => (request, signal) => send(sender, request, signal, true),
    logOut: () => new ResultAsync((async (): Promise<Result<undefined, SendError>> => {
      isClosed = true;
      const opened = await (opening ?? Promise.resolve(null));
      opening = null;
      return opened?.isOk() === true && isProof(opened.value) ? logOut(scheme, context, opened.value) : ok(undefined);
    })()),
  };
}

async function logIn(scheme: SessionScheme, context: SessionContext): Promise<Result<SessionProof | TransportResponse, SendError>> {
  const asked = await ask(scheme, context, 'session.logIn', { ...scheme.logIn, isIdempotent: false });
  if (asked.isErr()) return err(asked.error);
  const answer = asked.value;
  if (retryStatuses.includes(answer.status)) return ok({ ...answer, body: toSource(new TextEncoder().encode(answer.text)) });
  const exchange = toSessionExchange(scheme, context, 'session.logIn', scheme.logIn, answer);
  const refused = fromResponse(exchange.answer, exchange.request, exchange.redact);
  if (refused.isErr()) return err(refused.error);
  const proof = scheme.toProof(answer);
  if (proof === null) {
    const { fields } = toExchange(exchange.answer, exchange.request, exchange.redact);
    return err(APIError({ ...fields, reason: 'unexpected-body', issues: [{ path: '', expected: 'an answer with a session token', received: 'another answer' }] }));
  }
  proof.secrets.forEach(context.remember);
  return ok(proof);
}

async function logOut(scheme: SessionScheme, context: SessionContext, proof: SessionProof): Promise<Result<undefined, SendError>> {
  const request = { method: 'DELETE', url: scheme.logOutUrl, headers: { accept: 'application/json', ...proof.headers }, body: null, isIdempotent: true } as const;
  const asked = await ask(scheme, context, 'session.logOut', request);
  if (asked.isErr()) return err(asked.error);
  if (scheme.isLost(asked.value)) return ok(undefined); // it had ended already
  const { answer, redact, request: about } = toSessionExchange(scheme, context, 'session.logOut', request, asked.value);
  return fromResponse(answer, about, redact).map(() => undefined);
}

/** What the classifier wants to know of a log-in or log-out. */
function toSessionExchange(
  { product }: SessionScheme,
  { clock, secrets }: SessionContext,
  operation: string,
  { method, url }: Pick<TransportRequest, 'method' | 'url'>,
  { headers, status, text }: TextAnswer,
): { readonly answer: SnapshotInit; readonly request: RequestContext; readonly redact: Redactor } {
  return {
    answer: { status, headers, body: text, url, method },
    request: { product, method, path: new URL(url).pathname, operation, nowMs: clock.now() },
    redact: createRedactor(secrets()),
  };
}

function isProof(opened: SessionProof | TransportResponse): opened is SessionProof {
  return 'secrets' in opened;
}

function toSource(bytes: Uint8Array): ByteSource {
  let rest: Uint8Array | null = bytes;
  return {
    next: () => {
      const piece = rest;
      rest = null;
      return Promise.resolve(ok(piece));
    },
    cancel: () => {
      rest = null;
    },
  };
}

async function ask({ product }: SessionScheme, { clock, secrets, transport }: SessionContext, operation: string, request: TransportRequest): Promise<Result<TextAnswer, SendError>> {
  const deadline = openDeadline(clock, { deadlineMs });
  const sent = await transport({ operation: `${product}.${operation}`, redact: createRedactor(secrets()) })(request, deadline.ending);
  const body = sent.isOk() ? await readBody(sent.value.body, maxBodyLength) : null;
  deadline.close();
  if (sent.isErr()) return err(sent.error);
  if (body === null || body.isErr()) return body === null ? ok({ ...sent.value, text: '' }) : err(body.error);
  return ok({ status: sent.value.status, headers: sent.value.headers, text: toLenientText(body.value.bytes) });
}
