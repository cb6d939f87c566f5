/** A request and its answer, prepared once for the rules of the classifier. */
import { parseJson } from '../../internal/parse-json.js';
import { answerForms } from './answer-form.js';
import { digDetail } from './dig-detail.js';
import { whole } from '../model/fields.js';
import type { Redactor } from './redact.js';
import type { RequestContext } from './request-context.js';
import type { ResponseFields } from '../model/response-errors.js';
import { toSnapshot } from '../model/response-snapshot.js';
import type { ResponseSnapshot } from '../model/response-snapshot.js';
import { toEnvelope } from './security-center-envelope.js';
import type { Envelope } from './security-center-envelope.js';

/** What is known of an answer; all but the status may be left out. Header names in lower case. */
export type SnapshotInit = Partial<ResponseSnapshot> & Pick<ResponseSnapshot, 'status'>;

/** An answer that was read and parsed already. */
export interface ParsedAnswer {
  readonly status: number;
  /** The value of all of its body; `undefined` where that is no JSON. */
  readonly json: unknown;
  /** What an error would keep of it. Asked for when there is one. */
  readonly toSnapshotInit: () => SnapshotInit;
}

/** One answer with all that the rules look at. What a verdict rests on is the whole answer; what an error keeps of it is cut. */
export interface Exchange {
  readonly request: RequestContext;
  readonly status: number;
  /** As it came: nothing of it enters an error without `redact`. */
  readonly json: unknown;
  /** The envelope of a product that has one; `null` for other products and other bodies. */
  readonly envelope: Envelope | null;
  readonly redact: Redactor;
  readonly detail: string;
  readonly fields: ResponseFields & { readonly operation: string | null };
}

/** The answer with all that the rules look at, from its text. */
export function toExchange(answer: SnapshotInit, request: RequestContext, redact: Redactor): Exchange {
  const body: unknown = answer.body;
  return openExchange({ status: answer.status, json: typeof body === 'string' ? parseJson(body) : undefined, toSnapshotInit: () => answer }, request, redact);
}

/** The same for an answer that was parsed. */
export function openExchange(answer: ParsedAnswer, request: RequestContext, redact: Redactor): Exchange {
  return new OpenExchange(answer, request, redact);
}

const statusField = /* @__PURE__ */ whole();

/** A class, because most answers are good ones, and of those nobody asks for `fields`: they are made when they are needed. */
class OpenExchange implements Exchange {
  readonly request: RequestContext;
  readonly status: number;
  readonly json: unknown;
  readonly envelope: Envelope | null;
  readonly redact: Redactor;
  private readonly answer: ParsedAnswer;
  private made: Exchange['fields'] | null = null;

  constructor(answer: ParsedAnswer, request: RequestContext, redact: Redactor) {
    this.answer = answer;
    this.request = request;
    this.redact = redact;
    this.status = statusField.keep(answer.status);
    this.json = answer.json;
    this.envelope = answerForms[request.product].isEnveloped ? toEnvelope(answer.json) : null;
  }

  get detail(): string {
    return this.fields.detail;
  }

  get fields(): Exchange['fields'] {
    this.made ??= this.toFields();
    return this.made;
  }

  private toFields(): Exchange['fields'] {
    const { json, redact, request, status } = this;
    const init = this.answer.toSnapshotInit();
    const response = toSnapshot(init.method === undefined ? { ...init, method: request.method } : init, redact);
    const uuid = toRequestUuid(response.headers);
    const attemptLog = request.attemptLog ?? [{ status, reason: null, waitedMs: 0, uuid }];
    return { operation: request.operation ?? null, code: status, uuid, response, detail: digDetail(response.body, json, redact), attemptLog };
  }
}

/** The `X-Request-Uuid` of an answer: some arrive inside double quotes; not all have the form of a UUID. */
export function toRequestUuid(headers: Readonly<Record<string, string>>): string {
  const uuid = headers['x-request-uuid'] ?? '';
  let start = 0;
  let end = uuid.length;
  while (start < end && uuid[start] === '"') start += 1;
  while (end > start && uuid[end - 1] === '"') end -= 1;
  return uuid.slice(start, end).trim();
}
