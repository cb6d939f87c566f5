/** Security Center wraps nearly every answer in an envelope; the status line alone says little. */
import { isRecord, ownValue } from '../../internal/is-record.js';

export interface Envelope {
  /** The data; `''` for deletions and failures. */
  readonly response: unknown;
  /** 0 for success, numbers in text as numbers; -1 for a code that is no number, `null` among them: it must not pass for success. */
  readonly errorCode: number;
  readonly errorMessage: string;
  /** What the service wants to say besides, in words. */
  readonly warnings: readonly string[];
}

/** More of them tell nobody more. */
const maxWarnings = 20;

/** The envelope that a JSON value is, or `null` where it is none. */
export function toEnvelope(json: unknown): Envelope | null {
  if (!isRecord(json) || !Object.hasOwn(json, 'error_code') || !Object.hasOwn(json, 'response')) return null;
  const code = json['error_code'];
  const number = typeof code === 'string' && /^\s*-?\d+\s*$/.test(code) ? Number(code) : code;
  const message = ownValue(json, 'error_msg');
  return {
    response: json['response'],
    errorCode: typeof number === 'number' && Number.isFinite(number) ? number : -1,
    errorMessage: typeof message === 'string' ? message : '',
    warnings: toWarnings(ownValue(json, 'warnings')),
  };
}

/** Warnings come as text, or as objects that hold it. */
function toWarnings(given: unknown): readonly string[] {
  if (!Array.isArray(given)) return [];
  const words = given.slice(0, maxWarnings).map((one: unknown) => (isRecord(one) ? ownValue(one, 'message') ?? ownValue(one, 'warning') : one));
  return words.filter((word) => typeof word === 'string' && word !== '').map(String);
}
