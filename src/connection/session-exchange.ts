/** The requests that open and end a session, apart from the calls that need it. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { isWholeSuccess, retryStatuses } from '../errors/classification/classification-rules.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import { toExchange } from '../errors/classification/exchange.js';
import type { SnapshotInit } from '../errors/classification/exchange.js';
import { fromResponse } from '../errors/classification/from-response.js';
import { createRedactor } from '../errors/classification/redact.js';
import type { Redactor } from '../errors/classification/redact.js';
import type { Product, RequestContext } from '../errors/classification/request-context.js';
import { APIError } from '../errors/model/response-errors.js';
import type { Border } from '../result.js';
import type { Clock } from '../transport/clock.js';
import type { SendError } from './connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import { KeptBody } from '../transport/kept-body.js';
import { maxErrorBytes, readBody, toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import type { Sender, TransportRequest, TransportResponse } from '../transport/transport.js';

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

/** The same with what was read of it. */
interface ReadAnswer extends TextAnswer {
  readonly body: ReadBody;
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
}

/** A log-in that may do better later. Whoever repeats sees its answer in the place of the call's. */
export interface Postponed {
  readonly toResponse: () => TransportResponse;
}

export type OpenedSession = SessionProof | Postponed;

export function isProof(opened: OpenedSession): opened is SessionProof {
  return 'secrets' in opened;
}

/** The most time for a log-in or log-out, in milliseconds. */
const deadlineMs = 30_000;

/** Opens a session. An answer without a token is an `APIError`, whatever its status says. */
export async function logIn(scheme: SessionScheme, context: SessionContext): Promise<Result<OpenedSession, SendError>> {
  const asked = await ask(context, 'session.logIn', { ...scheme.logIn, isIdempotent: false });
  if (asked.isErr()) return err(asked.error);
  const { body, headers, status } = asked.value;
  if (retryStatuses.includes(status)) return ok({ toResponse: () => ({ status, headers, body: new KeptBody(body) }) });
  const { answer, redact, request } = toSessionExchange(scheme, context, 'session.logIn', scheme.logIn, asked.value);
  const refused = fromResponse(answer, request, redact);
  if (refused.isErr()) return err(refused.error);
  const proof = scheme.toProof(asked.value);
  if (proof === null) {
    const { fields } = toExchange(answer, request, redact);
    return err(APIError({ ...fields, reason: 'unexpected-body', issues: [{ path: '', expected: 'an answer with a session token', received: 'another answer' }] }));
  }
  proof.secrets.forEach(context.remember);
  return ok(proof);
}

/** Ends a session. One that had ended already is as good. */
export async function logOut(scheme: SessionScheme, context: SessionContext, proof: SessionProof): Promise<Result<undefined, SendError>> {
  const sent = { method: 'DELETE', url: scheme.logOutUrl, headers: { accept: 'application/json', ...proof.headers }, body: null, isIdempotent: true } as const;
  const asked = await ask(context, 'session.logOut', sent);
  if (asked.isErr()) return err(asked.error);
  if (scheme.isLost(asked.value)) return ok(undefined);
  const { answer, redact, request } = toSessionExchange(scheme, context, 'session.logOut', sent, asked.value);
  return fromResponse(answer, request, redact).map(() => undefined);
}

/** What the classifier wants to know of a log-in or log-out. */
function toSessionExchange(
  { product }: SessionScheme,
  { clock, secrets }: SessionContext,
  operation: string,
  { method, url }: Pick<TransportRequest, 'method' | 'url'>,
  { body, headers, status, text }: ReadAnswer,
): { readonly answer: SnapshotInit; readonly request: RequestContext; readonly redact: Redactor } {
  return {
    answer: { status, headers, body: text, truncated: body.truncated, bytesSeen: body.bytesSeen, url, method },
    request: { product, method, path: new URL(url).pathname, operation, nowMs: clock.now() },
    redact: createRedactor(secrets()),
  };
}

/** Sends once and reads the answer, within the time for it, even where the transport never answers. */
async function ask({ clock, secrets, transport }: SessionContext, operation: string, request: TransportRequest): Promise<Result<ReadAnswer, SendError>> {
  const deadline = openDeadline(clock, { deadlineMs });
  const read = async (): Promise<Result<ReadAnswer, SendError>> => {
    const sent = await transport({ operation, redact: createRedactor(secrets()) })(request, deadline.ending);
    if (sent.isErr()) return err(sent.error);
    const { headers, status } = sent.value;
    const body = await readBody(sent.value.body, maxErrorBytes, deadline.ending);
    const { failure } = body;
    if (failure !== null && isWholeSuccess(status)) return err(failure); // of a refusal, the status says enough
    return ok({ status, headers, text: toLenientText(body.bytes), body });
  };
  const asked = await deadline.race(read(), () => ConnectionError({ reason: toEndReason(deadline.ending), delivery: 'unknown' }));
  deadline.close();
  return asked.mapErr((error) => (error._tag === 'ConnectionError'
    ? ConnectionError({ ...error, operation, origin: new URL(request.url).origin, attempts: 1, message: '' })
    : error));
}
