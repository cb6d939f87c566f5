/**
 * Errors in the forms that Tenable VM was recorded to use. They come in several shapes, tied to the service behind
 * the path rather than to the status, so each route says which shape is its own.
 */
import { toReasonRefusal, toRefusal } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';

/** The names that stand in `error` beside a `statusCode`. */
const statusNames: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 406: 'Not Acceptable', 409: 'Conflict',
  413: 'Request Entity Too Large', 415: 'Unsupported Media Type', 429: 'Too Many Requests', 500: 'Internal Server Error',
  501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
};

/** `{ statusCode, error, message }`: the gateway and the platform services (users, session). */
export function toNamedRefusal(status: number, message: string = toStatusName(status)): AnswerParts {
  return toRefusal(status, { statusCode: status, error: toStatusName(status), message });
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

export function toStatusName(status: number): string {
  return statusNames[status] ?? 'Error';
}

/** 401 as recorded: plain text that calls itself bytes, from a handler of its own. */
export const unauthorizedAnswer: AnswerParts = {
  status: 401,
  headers: { 'content-type': 'application/octet-stream', 'x-path-handler': 'blacklisted' },
  body: 'This API key belongs to no active container and has been blacklisted.\n',
};
