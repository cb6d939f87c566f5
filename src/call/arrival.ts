/** One answer on its way to the caller, as the classifier and errors look at it. */
import { answerForms } from '../errors/classification/answer-form.js';
import { openExchange } from '../errors/classification/exchange.js';
import type { Exchange, SnapshotInit } from '../errors/classification/exchange.js';
import type { Issue } from '../errors/model/issue.js';
import type { RequestContext, SentPassword } from '../errors/classification/request-context.js';
import { APIError } from '../errors/model/response-errors.js';
import { maxBodyLength } from '../errors/model/response-snapshot.js';
import { ownValue } from '../internal/is-record.js';
import { toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import type { TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';
import type { PreparedRequest } from './prepare-request.js';

export interface Arrival {
  readonly call: Call;
  readonly prepared: PreparedRequest;
  readonly response: Pick<TransportResponse, 'headers' | 'status'>;
  readonly body: ReadBody;
}

/** What of a body is made text for an error: somewhat more than is kept, so that no secret is cut before it is found. */
const keptBytes = maxBodyLength + 8_192;

export function isEnveloped({ connection }: Call): boolean {
  return answerForms[connection.product].isEnveloped;
}

/** All that the rules look at; `json` is the value of all of the body. */
export function toExchange(arrival: Arrival, json: unknown): Exchange {
  const { call, response } = arrival;
  return openExchange({ status: response.status, json, toSnapshotInit: () => toSnapshotInit(arrival) }, toRequestContext(arrival), call.redact);
}

export function toApiError(exchange: Exchange, reason: APIError['reason'], issues: readonly Issue[] = []): APIError {
  return APIError({ ...exchange.fields, reason, issues });
}

function toSnapshotInit({ body, prepared, response }: Arrival): SnapshotInit {
  const kept = body.bytes.subarray(0, keptBytes);
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
  return answerForms[connection.product].checkPassword(ownValue(input.value, 'password'));
}
