/** Answers of Security Center: nearly all of them in its envelope, and nearly all errors with status 403. */
import { toJsonText } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';

const jsonType = 'application/json';

/** What errors are labelled as, as recorded: they are JSON all the same. */
const errorType = 'text/html; charset=UTF-8';

/** Codes that were recorded or reported. */
export const scCodes = { invalidToken: 12, invalidInput: 146, notFound: 147 } as const;

/** The envelope of every answer. `response` is `''` for deletions and errors. */
export function toEnvelope(response: unknown, nowMs: number, code = 0, message = ''): object {
  return { type: 'regular', response, error_code: code, error_msg: message, warnings: [], timestamp: Math.floor(nowMs / 1000) };
}

/** 200 with data. `message` is what there is to say besides: no error. */
export function toScAnswer(response: unknown, nowMs: number, message = ''): AnswerParts {
  return { status: 200, headers: { 'content-type': jsonType }, body: toJsonText(toEnvelope(response, nowMs, 0, message)) };
}

/** 403 with a code and its reason. */
export function toScRefusal(code: number, message: string, nowMs: number): AnswerParts {
  return { status: 403, headers: { 'content-type': errorType }, body: toJsonText(toEnvelope('', nowMs, code, message)) };
}

/** 403 with an envelope that says nothing: how 5.20 and later refuse whom they do not know. */
export function toUnknownCaller(nowMs: number): AnswerParts {
  return toScRefusal(0, '', nowMs);
}

export function toInvalidToken(nowMs: number): AnswerParts {
  return toScRefusal(scCodes.invalidToken, 'This request contains an invalid token.', nowMs);
}

export function toInvalid(message: string, nowMs: number): AnswerParts {
  return toScRefusal(scCodes.invalidInput, message, nowMs);
}

/** A missing right has the code of bad input: only the words differ. */
export function toNoAccess(username: string, what: string, nowMs: number): AnswerParts {
  return toScRefusal(scCodes.invalidInput, `User "${username}" does not have access to ${what}.\n`, nowMs);
}

export function toMissing(title: string, id: string, nowMs: number): AnswerParts {
  return toScRefusal(scCodes.notFound, `${title} #${id} does not exist.\n`, nowMs);
}

/** 200 with a file. */
export function toScFile(filename: string, contentType: string, body: string | Uint8Array): AnswerParts {
  const headers = { 'content-type': contentType, 'content-disposition': `attachment; filename="${filename}"` };
  return typeof body === 'string' ? { status: 200, headers, body } : { status: 200, headers, body: '', bytes: body };
}
