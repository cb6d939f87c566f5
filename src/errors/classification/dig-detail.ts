/**
 * The server's own words out of an error body. Tenable's services use some twenty shapes, tied neither to the
 * status nor to the endpoint nor to the content type, so each known place is tried in a fixed order.
 */
import { attempt } from '../../internal/attempt.js';
import { boundText } from '../../internal/bound-text.js';
import { cleanText, isPlainLine } from '../../internal/clean-text.js';
import { ownValue } from '../../internal/is-record.js';
import { parseJson } from '../../internal/parse-json.js';
import type { Redactor } from './redact.js';

const maxDetailLength = 500;

/** Bodies beyond this are not searched: the words stand at the start of an error body, or nowhere. */
const maxSearchedLength = 8_192;

/**
 * The reason text of a body (`json` is its parsed value, `undefined` where it is not JSON); `''` if there is none.
 * The body is clean already. Words that had to be decoded first are redacted here: in the body they stood in another form.
 */
export function digDetail(body: string, json: unknown, redact: Redactor): string {
  const words = ((json === undefined ? fromText(body) : fromJson(json, 0)) ?? '').slice(0, maxSearchedLength);
  const start = words.slice(0, maxDetailLength + 1); // one more than is kept
  const isAsItStood = isPlainLine(start.trim()) && body.includes(start);
  return boundText(isAsItStood ? start.trim() : cleanText(redact(words)), maxDetailLength);
}

/** Places by preference: `error` is only the HTTP status name where a `message` stands beside it. */
function fromJson(json: unknown, depth: number): string | undefined {
  if (typeof json === 'string') return json === '' ? undefined : json;
  if (depth > 2) return undefined;
  return (
    textAt(json, 'error_msg') ??
    textAt(json, 'message') ??
    fromList(ownValue(json, 'reasons'), ['reason', 'code']) ??
    textAt(json, 'failure_reason') ??
    fromList(ownValue(json, 'errors'), ['message']) ??
    fromFields(ownValue(json, 'fields')) ??
    fromError(json, depth) ??
    textAt(ownValue(json, 'info'), 'error') ??
    fromSerialized(json) ??
    fromConflicts(ownValue(json, 'conflicts'))
  );
}

/** `error` may itself be JSON text, an object, or a status name with the words in a `reason` beside it. */
function fromError(json: unknown, depth: number): string | undefined {
  const reason = textAt(json, 'reason');
  if (reason !== undefined) return reason;
  const error = ownValue(json, 'error');
  if (typeof error !== 'string') return fromJson(error, depth + 1);
  const inner = error.startsWith('{') ? parseJson(error) : undefined;
  return (inner === undefined ? undefined : fromJson(inner, depth + 1)) ?? textAt(json, 'error');
}

/** An internal object of the service, serialized: its text stands in `bytes`, base64-encoded. */
function fromSerialized(json: unknown): string | undefined {
  const bytes = ownValue(json, 'bytes');
  if (typeof bytes !== 'string' || bytes.length > maxSearchedLength) return undefined;
  const decoded = attempt(() =>
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0))));
  return decoded.ok && decoded.value !== '' ? decoded.value : undefined;
}

function fromFields(fields: unknown): string | undefined {
  if (!Array.isArray(fields)) return undefined;
  const texts = fields.slice(0, 5).map((field: unknown) =>
    [textAt(field, 'field'), textAt(ownValue(field, 'value'), 'message')].filter((part) => part !== undefined).join(': '));
  return joined(texts);
}

function fromList(items: unknown, keys: readonly string[]): string | undefined {
  if (!Array.isArray(items)) return undefined;
  const texts = items.slice(0, 5).map((item: unknown) =>
    typeof item === 'string' ? item : keys.map((key) => textAt(item, key)).find((text) => text !== undefined) ?? '');
  return joined(texts);
}

function fromConflicts(conflicts: unknown): string | undefined {
  return Array.isArray(conflicts) && conflicts.length > 0 ? `${conflicts.length} conflicts` : undefined;
}

/** Plain text as it is; of a page, its title or what is left without the tags. */
function fromText(body: string): string | undefined {
  const start = body.slice(0, maxSearchedLength);
  if (/^[\s\ufffd]*$/.test(start)) return undefined; // what is left of bytes that are no text
  if (!/^\s*</.test(start)) return start;
  const title = /<title[^>]*>([^<]*)</i.exec(start)?.[1];
  return title ?? start.replace(/<[^>]*>?/g, ' ');
}

function textAt(json: unknown, key: string): string | undefined {
  const value = ownValue(json, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function joined(texts: readonly string[]): string | undefined {
  const words = texts.filter((text) => text !== '').join('; ');
  return words === '' ? undefined : words;
}
