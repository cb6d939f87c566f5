/** Answers as every product gives them. Their errors have shapes of their own: see the `answers.ts` of each. */
import { attempt } from '../internal/attempt.js';
import type { AnswerParts } from './simulated-exchange.js';

/** The content type of most answers. */
export const jsonType = 'application/json; charset=utf-8';

/** The documented type of what is labelled as bytes and is JSON, or a file. */
export const bytesType = 'application/octet-stream';

/** 200 with a JSON body. */
export function toJsonAnswer(value: unknown, contentType: string = jsonType): AnswerParts {
  return { status: 200, headers: { 'content-type': contentType }, body: toJsonText(value) };
}

/** 200 without a body. No content type either: that is how it was recorded. */
export const emptyAnswer: AnswerParts = { status: 200, headers: {}, body: '' };

/** `{ error }` with the reason in it: the scan services, and all of Nessus. */
export function toReasonRefusal(status: number, error: string): AnswerParts {
  return toRefusal(status, { error });
}

/** An error with a JSON body of any shape. */
export function toRefusal(status: number, body: unknown): AnswerParts {
  return { status, headers: { 'content-type': jsonType }, body: toJsonText(body) };
}

/** The answer with more headers. */
export function withHeaders(answer: AnswerParts, headers: Readonly<Record<string, string>>): AnswerParts {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** JSON text; `''` for what JSON cannot hold. */
export function toJsonText(value: unknown): string {
  const text = attempt((): string | undefined => JSON.stringify(value) as string | undefined);
  return text.ok ? text.value ?? '' : '';
}
