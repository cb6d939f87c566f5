/**
 * What an error remembers of an HTTP answer: enough to find out what happened, nothing that would be
 * dangerous in a log. Headers are taken from an allow-list, the body is cut, and query values and
 * user information never stay in the URL.
 */
import { boundText } from '../../internal/bound-text.js';
import { cleanText } from '../../internal/clean-text.js';
import { isRecord } from '../../internal/is-record.js';
import { createKeptMark, flag, lines, struct, text, texts, whole } from './fields.js';
import type { Field, FieldsOf, Source } from './fields.js';

/** How much of an error's body is kept, in UTF-16 units of the decoded text (64 Ki). */
export const maxBodyLength = 65_536;

/** The response headers that may stand in an error. `location`, `set-cookie` and unknown ones may not. */
export const keptHeaders: readonly string[] = [
  'cf-ray', 'content-encoding', 'content-length', 'content-type', 'date', 'retry-after',
  'securitycenter', 'server', 'x-gateway-site-id', 'x-path-handler', 'x-request-uuid',
];

/** A bounded, plain copy of an HTTP answer. */
export interface ResponseSnapshot {
  /** HTTP status code, 100 to 999 as sent. */
  readonly status: number;
  /** Allow-listed response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text of several lines, at most 65,536 UTF-16 units: secrets of the request replaced, and U+FFFD for what is not seen. */
  readonly body: string;
  /** Whether the body was longer than what is kept. */
  readonly truncated: boolean;
  /** Bytes of the body that arrived before reading stopped. */
  readonly bytesSeen: number;
  /** The URL without user information, with query names but no query values. */
  readonly url: string;
  readonly method: string;
}

/** How the text of each field is cleaned. */
type Clean = (text: string) => string;

const asItIs: Clean = (value) => value;

const headerValue = /* @__PURE__ */ text(256);
const isKept = /* @__PURE__ */ createKeptMark<ResponseSnapshot>();

const fields: FieldsOf<ResponseSnapshot> = {
  status: /* @__PURE__ */ whole(),
  headers: /* @__PURE__ */ texts((value) => keepHeaders(value, asItIs)),
  body: /* @__PURE__ */ lines(maxBodyLength),
  truncated: flag,
  bytesSeen: /* @__PURE__ */ whole(),
  url: { .../* @__PURE__ */ text(2048), keep: (value) => keepUrl(toCleanText(value, asItIs)) },
  method: /* @__PURE__ */ text(16),
};

/** The snapshot of an answer. Cleaned before anything is cut: half a secret would no longer be recognised. */
export function toSnapshot(source: Source<ResponseSnapshot>, clean: Clean = asItIs): ResponseSnapshot {
  const body = toCleanText(source.body, clean);
  return Object.freeze(isKept.set({
    status: fields.status.keep(source.status),
    headers: keepHeaders(source.headers, clean),
    body: fields.body.keep(body),
    truncated: source.truncated === true || body.length > maxBodyLength,
    bytesSeen: fields.bytesSeen.keep(source.bytesSeen),
    url: keepUrl(toCleanText(source.url, clean)),
    method: fields.method.keep(source.method),
  }));
}

const snapshot = /* @__PURE__ */ struct(fields, (source) => toSnapshot(source));

/** How an error keeps a `ResponseSnapshot`. */
export const responseSnapshotField: Field<ResponseSnapshot> = {
  ...snapshot,
  keep: (value) => (isKept.isOn(value) ? value : snapshot.keep(value)),
};

function toCleanText(value: unknown, clean: Clean): string {
  return typeof value === 'string' ? clean(value) : '';
}

function keepHeaders(headers: unknown, clean: Clean): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  if (isRecord(headers)) {
    for (const name of keptHeaders) {
      const value = headers[name];
      if (typeof value === 'string') kept[name] = headerValue.keep(clean(value));
    }
  }
  return Object.freeze(kept);
}

function keepUrl(url: string): string {
  const bare = toBareUrl(cleanText(url)).trim(); // a blank may have stood in front of a fragment
  // A cut query gets its last "=" back, so that keeping it again changes nothing.
  return bare.length <= 2048 ? bare : toBareUrl(boundText(bare, 2047));
}

/** What most URLs are spared the taking apart by: all that is not shown has one of these. */
const moreThanPath = /[?#@]/;

const userInformation = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)[^/?#]*@/i;

/**
 * A URL as errors and logs may show it: user information, fragment and the values of the query are gone,
 * the names of the query parameters stay (`?history_id=`).
 */
export function toBareUrl(url: string): string {
  if (!moreThanPath.test(url)) return url;
  const [withoutFragment = ''] = url.split('#', 1);
  const queryAt = withoutFragment.indexOf('?');
  const base = (queryAt < 0 ? withoutFragment : withoutFragment.slice(0, queryAt)).replace(userInformation, '$1');
  if (queryAt < 0) return base;
  const names = withoutFragment.slice(queryAt + 1).split('&').flatMap((pair) => pair.split('=', 1));
  return `${base}?${names.map((name) => `${name}=`).join('&')}`;
}
