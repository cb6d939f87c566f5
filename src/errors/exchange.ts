/** A request and its answer, prepared once for the rules of the classifier. */
import { parseJson } from '../internal/parse-json.js';
import { answerForms } from './answer-form.js';
import { digDetail } from './dig-detail.js';
import type { Redactor } from './redact.js';
import type { RequestContext } from './request-context.js';
import type { ResponseFields } from './response-errors.js';
import { toSnapshot } from './response-snapshot.js';
import type { ResponseSnapshot } from './response-snapshot.js';
import { toEnvelope } from './security-center-envelope.js';
import type { Envelope } from './security-center-envelope.js';

/** What is known of an answer; all but the status may be left out. Header names in lower case. */
export type SnapshotInit = Partial<ResponseSnapshot> & Pick<ResponseSnapshot, 'status'>;

/** One answer with all that the rules look at. */
export interface Exchange {
  readonly request: RequestContext;
  readonly status: number;
  readonly json: unknown;
  /** The envelope of a product that has one; `null` for other products and other bodies. */
  readonly envelope: Envelope | null;
  readonly detail: string;
  readonly fields: ResponseFields & { readonly operation: string | null };
}

/** The answer without secrets, and what the rules look at. */
export function toExchange(answer: SnapshotInit, request: RequestContext, redact: Redactor): Exchange {
  const response = toSnapshot(answer.method === undefined ? { ...answer, method: request.method } : answer, redact);
  const json = parseJson(response.body);
  const detail = digDetail(response.body, json, redact);
  const uuid = toRequestUuid(response.headers);
  const { status } = response;
  const attemptLog = request.attemptLog ?? [{ status, reason: null, waitedMs: 0, uuid }];
  return {
    request,
    status,
    json,
    envelope: answerForms[request.product].isEnveloped ? toEnvelope(json) : null,
    detail,
    fields: { operation: request.operation ?? null, code: status, uuid, response, detail, attemptLog },
  };
}

/** The `X-Request-Uuid` of an answer: some arrive inside double quotes; not all have the form of a UUID. */
export function toRequestUuid(headers: Readonly<Record<string, string>>): string {
  const uuid = headers['x-request-uuid'] ?? '';
  return (uuid.includes('"') ? uuid.replace(/^"+|"+$/g, '') : uuid).trim();
}
