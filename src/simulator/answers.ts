/**
 * Answers in the forms that Tenable VM was recorded to use. Errors come in several shapes, tied to the service behind
 * the path rather than to the status, so each route says which shape is its own.
 */
import { attempt } from '../internal/attempt.js';
import type { AnswerParts } from './simulated-exchange.js';

/** The content type of most answers. */
export const jsonType = 'application/json; charset=utf-8';

/** The documented type of what is labelled as bytes and is JSON, or a file. */
export const bytesType = 'application/octet-stream';

/** The names that stand in `error` beside a `statusCode`. */
const statusNames: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 406: 'Not Acceptable', 409: 'Conflict',
  413: 'Request Entity Too Large', 415: 'Unsupported Media Type', 429: 'Too Many Requests', 500: 'Internal Server Error',
  501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
};

/** 200 with a JSON body. */
export function toJsonAnswer(value: unknown, contentType: string = jsonType): AnswerParts {
  return { status: 200, headers: { 'content-type': contentType }, body: toJsonText(value) };
}

/** 200 without a body. No content type either: that is how it was recorded. */
export const emptyAnswer: AnswerParts = { status: 200, headers: {}, body: '' };

/** `{ statusCode, error, message }`: the gateway and the platform services (users, session). */
export function toNamedRefusal(status: number, message: string = toStatusName(status)): AnswerParts {
  return toRefusal(status, { statusCode: status, error: toStatusName(status), message });
}

/** `{ error }` with the reason in it: the scan services. */
export function toReasonRefusal(status: number, error: string): AnswerParts {
  return toRefusal(status, { error });
}

/** `{ status, message }`: the export services. */
export function toStatusRefusal(status: number, message: string): AnswerParts {
  return toRefusal(status, { status, message });
}

/** 409 to a request for an export, with the job that has the same filters. */
export function toActiveJobRefusal(uuid: string): AnswerParts {
  return toRefusal(409, { active_job_id: uuid, failure_reason: 'An export with the same filters is in progress' });
}

/** 429 to a request for an export, as it was before 2024: the job that has the same filters stands in the message. */
export function toDuplicateLimit(uuid: string): AnswerParts {
  return toStatusRefusal(429, toDuplicateMessage(uuid));
}

export function toDuplicateMessage(uuid: string): string {
  return `Duplicate export not allowed. Please modify request or wait until existing export is complete. (job_uuid=${uuid})`;
}

/** 400 to a request for a chunk that is still to come. */
export const notReadyRefusal: AnswerParts = toReasonRefusal(400, 'Chunk not ready for download');

/** An error with a JSON body of any shape. */
export function toRefusal(status: number, body: unknown): AnswerParts {
  return { status, headers: { 'content-type': jsonType }, body: toJsonText(body) };
}

/** The answer with more headers. */
export function withHeaders(answer: AnswerParts, headers: Readonly<Record<string, string>>): AnswerParts {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

export function toStatusName(status: number): string {
  return statusNames[status] ?? 'Error';
}

/** JSON text; `''` for what JSON can not hold. */
export function toJsonText(value: unknown): string {
  const text = attempt((): string | undefined => JSON.stringify(value) as string | undefined);
  return text.ok ? text.value ?? '' : '';
}
