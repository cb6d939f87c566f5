/** Headers that are safe to send: nothing that could start another header, nothing that is ours to set. */
import type { Issue } from '../errors/model/issue.js';
import { describeSlip, withSlip } from '../internal/describe-slip.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import type { TransportRequest } from './transport.js';

const token = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i;

/** Visible ASCII, Latin-1, and blanks inside; no control characters. */
const valueRule = { refused: /[^\t\x20-\x7e\xa0-\xff]|^[\t ]|[\t ]$/, maxLength: 4096 } as const;

/** Set by the client itself: another value would send keys astray or break the framing. */
const ownHeaders: readonly string[] = [
  'accept-encoding', 'authorization', 'connection', 'content-encoding', 'content-length', 'content-type', 'cookie', 'expect', 'host', 'http2-settings', 'keep-alive',
  'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'x-apikey', 'x-apikeys', 'x-cookie',
  'x-impersonate', 'x-securitycenter',
];

/** Whether a value can stand in a header as it is. */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === 'string' && describeSlip(value, valueRule) === '';
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
    const slip = typeof value === 'string' ? describeSlip(value, valueRule) : '';
    return isHeaderSafe(value) ? [] : [{ path, expected: withSlip('printable Latin-1 text of 1 to 4096 characters', slip), received }];
  });
}

/** Both as one. Not by spreading: to add a member to what was spread takes V8 ten times as long. */
export function addHeaders(headers: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>): Record<string, string> {
  return Object.assign({}, headers, more);
}

/** The request with these headers, too. */
export function withHeaders({ body, headers, isFile = false, isIdempotent, method, upload, url }: TransportRequest, more: Readonly<Record<string, string>>): TransportRequest {
  const request = { method, url, headers: addHeaders(headers, more), body, isIdempotent, isFile };
  return upload === undefined ? request : { ...request, upload };
}
