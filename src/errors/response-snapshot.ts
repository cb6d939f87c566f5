/**
 * What an error remembers of an HTTP answer: enough to find out what happened, nothing that would be
 * dangerous in a log. Headers are taken from an allow-list, the body is cut, and query values and
 * user information never stay in the URL.
 */
import { boundText } from '../internal/bound-text.js';
import { isRecord } from '../internal/is-record.js';
import { flag, once, struct, text, whole } from './fields.js';
import type { Field } from './fields.js';

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
  /** The body as text, at most 65,536 UTF-16 units, secrets of the request replaced. */
  readonly body: string;
  /** Whether the body was longer than what is kept. */
  readonly truncated: boolean;
  /** Bytes of the body that arrived before reading stopped. */
  readonly bytesSeen: number;
  /** The URL without user information, with query names but no query values. */
  readonly url: string;
  readonly method: string;
}

const headerValue = text(256);

const headersField: Field<Readonly<Record<string, string>>> = {
  keep: (value) => {
    const kept: Record<string, string> = {};
    if (isRecord(value)) {
      for (const name of keptHeaders) {
        if (typeof value[name] === 'string') kept[name] = headerValue.keep(value[name]);
      }
    }
    return Object.freeze(kept);
  },
  misfit: (value, path) => (isRecord(value) ? null : { path, expected: 'object' }),
};

const urlField: Field<string> = {
  keep: (value) => {
    const bare = typeof value === 'string' ? toBareUrl(value) : '';
    // A cut query gets its last "=" back, so that keeping it again changes nothing.
    return bare.length <= 2048 ? bare : toBareUrl(boundText(bare, 2047));
  },
  misfit: text(2048).misfit,
};

/** How an error keeps a `ResponseSnapshot`. */
export const responseSnapshotField: Field<ResponseSnapshot> = once(struct<ResponseSnapshot>({
  status: whole(),
  headers: headersField,
  body: text(maxBodyLength),
  truncated: flag,
  bytesSeen: whole(),
  url: urlField,
  method: text(16),
}));

const userInformation = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)[^/?#]*@/i;

/**
 * A URL as errors and logs may show it: user information, fragment and the values of the query are gone,
 * the names of the query parameters stay (`?history_id=`).
 */
export function toBareUrl(url: string): string {
  const [withoutFragment = ''] = url.split('#', 1);
  const queryAt = withoutFragment.indexOf('?');
  const base = (queryAt < 0 ? withoutFragment : withoutFragment.slice(0, queryAt)).replace(userInformation, '$1');
  if (queryAt < 0) return base;
  const names = withoutFragment.slice(queryAt + 1).split('&').flatMap((pair) => pair.split('=', 1));
  return `${base}?${names.map((name) => `${name}=`).join('&')}`;
}
