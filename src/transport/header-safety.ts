/** Headers that are safe to send: nothing that could start another header, nothing that is ours to set. */
import type { Issue } from '../errors/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import type { TransportRequest } from './transport.js';

const token = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i;

/** Visible ASCII and blanks inside; no control characters, nothing beyond Latin-1, at most 4,096 characters. */
const safeValue = /^[\x21-\x7e\xa0-\xff](?:[\t\x20-\x7e\xa0-\xff]{0,4094}[\x21-\x7e\xa0-\xff])?$/;

/** Set by the client itself: another value would send keys astray or break the framing. */
const ownHeaders: readonly string[] = [
  'accept-encoding', 'authorization', 'connection', 'content-length', 'content-type', 'cookie', 'host', 'keep-alive',
  'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'x-apikey', 'x-apikeys', 'x-cookie',
  'x-impersonate', 'x-securitycenter',
];

/** Whether a value can stand in a header as it is. */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === 'string' && safeValue.test(value);
}

/** What is wrong with headers that a caller wants to add. */
export function checkHeaders(headers: unknown): readonly Issue[] {
  if (headers === undefined) return [];
  if (!isRecord(headers)) return [{ path: 'headers', expected: 'an object of names and values', received: describeType(headers) }];
  return Object.entries(headers).flatMap(([name, value]): readonly Issue[] => {
    const path = `headers.${name}`;
    const received = describeType(value);
    if (!token.test(name)) return [{ path: 'headers', expected: 'names that HTTP allows', received: 'string' }];
    if (ownHeaders.includes(name.toLowerCase())) return [{ path, expected: 'left out (the client sets it)', received }];
    return isHeaderSafe(value) ? [] : [{ path, expected: 'printable Latin-1 text of 1 to 4096 characters', received }];
  });
}

/** Both as one. Not by spreading: to add a member to what was spread takes V8 ten times as long. */
export function addHeaders(headers: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>): Record<string, string> {
  return Object.assign({}, headers, more);
}

/** The request with these headers, too. */
export function withHeaders({ body, headers, isFile = false, isIdempotent, method, url }: TransportRequest, more: Readonly<Record<string, string>>): TransportRequest {
  return { method, url, headers: addHeaders(headers, more), body, isIdempotent, isFile };
}
