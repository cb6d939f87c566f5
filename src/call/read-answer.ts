/** From an answer to what the caller gets: the decoded output, or the error that the answer is. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { answerForms } from '../errors/answer-form.js';
import { isWholeSuccess } from '../errors/classification-rules.js';
import { toExchange } from '../errors/exchange.js';
import type { SnapshotInit } from '../errors/exchange.js';
import { fromResponse } from '../errors/from-response.js';
import type { Issue } from '../errors/issue.js';
import type { RequestContext, SentPassword } from '../errors/request-context.js';
import { APIError } from '../errors/response-errors.js';
import { maxBodyLength } from '../errors/response-snapshot.js';
import { toEnvelope } from '../errors/security-center-envelope.js';
import type { Envelope } from '../errors/security-center-envelope.js';
import type { TenableError } from '../errors/tenable-error.js';
import { attempt } from '../internal/attempt.js';
import { boundText } from '../internal/bound-text.js';
import { isDeeperThan } from '../internal/is-deeper-than.js';
import { ownValue } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import type { FileNames, OutputForm } from '../operation/output.js';
import { decode } from '../schema/standard-schema.js';
import type { Schema, SchemaFailure } from '../schema/standard-schema.js';
import { runHook } from '../transport/hooks.js';
import type { WarningEvent } from '../transport/hooks.js';
import { peekBody } from '../transport/peek-body.js';
import { readBody, toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import type { TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';
import { createFileDownload } from './file-download.js';
import type { PreparedRequest } from './prepare-request.js';
import { withCall } from './send-request.js';

/** No answer of Tenable's is known to nest deeper than some ten levels. */
const maxDepth = 256;

const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** One answer on its way to the caller. */
interface Arrival {
  readonly call: Call;
  readonly prepared: PreparedRequest;
  readonly response: TransportResponse;
}

/** What the caller gets for an answer. */
export async function readAnswer(
  call: Call,
  prepared: PreparedRequest,
  response: TransportResponse,
): Promise<Result<unknown, TenableError>> {
  const arrival: Arrival = { call, prepared, response };
  const { output } = call.operation;
  if (isWholeSuccess(response.status) && output.kind === 'file') return readFile(arrival, output.names);
  const isData = isWholeSuccess(response.status) && output.kind === 'json';
  const body = await readBody(response.body, isData ? call.connection.maxBodyBytes : maxBodyLength);
  if (body.isErr()) return err(withCall(body.error, call));
  const refused = classify(arrival, body.value);
  if (refused.isErr()) return err(refused.error);
  if (output.kind === 'json') return readJson(arrival, output, body.value);
  const envelope = openEnvelope(arrival, body.value);
  if (envelope !== null) tellWarnings(call, envelope);
  return ok(undefined);
}

/** A file, unless there is an envelope in its place, whatever that is called. */
async function readFile(arrival: Arrival, names: FileNames): Promise<Result<unknown, TenableError>> {
  const { call, response } = arrival;
  if (!isEnveloped(call)) return createFileDownload(call, names, response);
  const peeked = await peekBody(response.body, maxBodyLength);
  if (peeked.isErr()) return err(withCall(peeked.error, call));
  const { object, source } = peeked.value;
  if (object !== null) {
    const body: ReadBody = { bytes: object, truncated: false, bytesSeen: object.byteLength };
    const refused = classify(arrival, body);
    if (refused.isErr()) return err(refused.error);
    if (openEnvelope(arrival, body) !== null) return err(toApiError(arrival, body, 'unexpected-body', [{ path: '', expected: 'a file', received: 'an envelope' }]));
  }
  return createFileDownload(call, names, { ...response, body: source });
}

function isEnveloped({ connection }: Call): boolean {
  return answerForms[connection.product].isEnveloped;
}

/** The envelope of an answer that was read; `null` where there is none. */
function openEnvelope({ call }: Arrival, { bytes }: ReadBody): Envelope | null {
  return isEnveloped(call) ? toEnvelope(parseJson(toLenientText(bytes))) : null;
}

/** The error that an answer is. An envelope may say so inside of a 200; without one the status says it alone. */
function classify(arrival: Arrival, body: ReadBody): Result<unknown, TenableError> {
  const { call, response } = arrival;
  if (isWholeSuccess(response.status) && !isEnveloped(call) && !call.connection.isFirstContact) return ok(undefined);
  return fromResponse(toSnapshotInit(arrival, body), toRequestContext(arrival), call.redact);
}

/** At once unless the schema takes its time. */
function readJson(
  arrival: Arrival,
  { schema }: Extract<OutputForm<unknown>, { kind: 'json' }>,
  body: ReadBody,
): Result<unknown, TenableError> | Promise<Result<unknown, TenableError>> {
  const { operation, redact } = arrival.call;
  if (body.truncated) return err(toApiError(arrival, body, 'body-too-large'));
  if (body.bytesSeen === 0) return err(toApiError(arrival, body, 'empty-body'));
  const value = toData(arrival, body);
  if (value.isErr()) return err(value.error);
  const decoded = decode(schema as Schema<unknown>, value.value, { operation: operation.id, redact });
  return decoded instanceof Promise
    ? decoded.then((settled) => toOutput(arrival, body, value.value, settled))
    : toOutput(arrival, body, value.value, decoded);
}

function toOutput(arrival: Arrival, body: ReadBody, data: unknown, decoded: Result<unknown, SchemaFailure>): Result<unknown, TenableError> {
  if (decoded.isOk()) return ok(decoded.value);
  if (decoded.error._tag === 'Defect') return err(decoded.error.error);
  return arrival.call.connection.onUnexpectedBody === 'pass' ? ok(data) : err(toApiError(arrival, body, 'unexpected-body', decoded.error.issues));
}

/** The JSON of a body, or what its envelope holds. The content type is not looked at: it lies. */
function toData(arrival: Arrival, body: ReadBody): Result<unknown, TenableError> {
  const text = attempt(() => strictUtf8.decode(body.bytes));
  if (text.ok && isDeeperThan(text.value, maxDepth)) {
    return err(toApiError(arrival, body, 'unexpected-body', [{ path: '', expected: `JSON of at most ${maxDepth} levels`, received: 'deeper nesting' }]));
  }
  const json = text.ok ? parseJson(text.value) : undefined;
  if (json === undefined) return err(toApiError(arrival, body, 'unexpected-body', [{ path: '', expected: 'JSON in UTF-8', received: 'other bytes' }]));
  if (!isEnveloped(arrival.call)) return ok(json);
  const envelope = toEnvelope(json);
  if (envelope === null) return err(toApiError(arrival, body, 'unexpected-body', [{ path: '', expected: 'an object with error_code and response', received: typeof json }]));
  tellWarnings(arrival.call, envelope);
  return ok(envelope.response);
}

/** What the service says besides a good answer. */
function tellWarnings({ connection: { hooks }, operation, redact }: Call, { errorMessage, warnings }: Envelope): void {
  if (hooks === null) return;
  for (const warning of [errorMessage, ...warnings].filter((words) => words !== '')) {
    const event: WarningEvent = Object.freeze({ kind: 'service', operation: operation.id, message: boundText(redact(warning), 500) });
    runHook(hooks, () => hooks.onWarning?.(event), { operation: operation.id, redact });
  }
}

function toApiError(arrival: Arrival, body: ReadBody, reason: APIError['reason'], issues: readonly Issue[] = []): APIError {
  const { fields } = toExchange(toSnapshotInit(arrival, body), toRequestContext(arrival), arrival.call.redact);
  return APIError({ ...fields, reason, issues });
}

function toSnapshotInit({ prepared, response }: Arrival, body: ReadBody): SnapshotInit {
  const kept = body.bytes.subarray(0, maxBodyLength);
  return {
    status: response.status,
    headers: response.headers,
    body: toLenientText(kept),
    truncated: body.truncated || kept.byteLength < body.bytesSeen,
    bytesSeen: body.bytesSeen,
    url: prepared.request.url,
    method: prepared.request.method,
  };
}

function toRequestContext({ call, prepared }: Arrival): RequestContext {
  const { connection, operation, progress } = call;
  return {
    product: connection.product,
    method: operation.method,
    path: prepared.path,
    operation: operation.id,
    impersonating: connection.impersonating,
    isFirstContact: connection.isFirstContact,
    sentPassword: toSentPassword(call),
    attempts: progress.attemptLog.length,
    attemptLog: progress.attemptLog,
    nowMs: connection.clock.now(),
  };
}

/** Whether the call sets a password, and how it stands to the documented rule; the password itself goes no further. */
function toSentPassword({ connection, input, operation }: Call): SentPassword | null {
  if (!operation.secrets.includes('password')) return null;
  return answerForms[connection.product].checkPassword(ownValue(input, 'password'));
}
