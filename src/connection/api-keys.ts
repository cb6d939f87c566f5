/** Authentication by API keys: where the keys come from, and the header that carries them. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { describeSlip, withSlip } from '../internal/describe-slip.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { guardAsync } from '../result.js';
import type { Border } from '../result.js';
import { withHeaders } from '../transport/header-safety.js';
import type { Sender } from '../transport/transport.js';

export interface ApiKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Keys, or a function that fetches them anew for each request (from a vault, say). */
export type ApiKeySource = ApiKeys | (() => ApiKeys | PromiseLike<ApiKeys>);

/** Visible ASCII without what ends a parameter of the header: proxies read a comma as the end of one value. */
const keyRule = { refused: /[^\x21-\x2b\x2d-\x3a\x3c-\x7e]/, maxLength: 512 } as const;

/** Which of the keys cannot be sent. Names them; never shows them. */
export function checkApiKeys(keys: unknown): readonly Issue[] {
  if (!isRecord(keys)) return [{ path: 'credentials', expected: 'an object with accessKey and secretKey', received: describeType(keys) }];
  return (['accessKey', 'secretKey'] as const).flatMap((name) => {
    const value = keys[name];
    const slip = typeof value === 'string' ? describeSlip(value, keyRule) : '';
    return typeof value === 'string' && slip === ''
      ? []
      : [{ path: name, expected: withSlip('1 to 512 visible ASCII characters without "," and ";"', slip), received: describeType(value) }];
  });
}

/** The keys that a callback fetches, checked. One that throws is a defect; one that answers nonsense is told so. */
async function fetchApiKeys(source: Exclude<ApiKeySource, ApiKeys>, border: Border): Promise<Result<ApiKeys, UnexpectedValueError | TenableException>> {
  const read = await guardAsync(async () => {
    const keys: unknown = await source();
    return isRecord(keys) ? { accessKey: keys['accessKey'], secretKey: keys['secretKey'] } : keys;
  }, border);
  if (read.isErr()) return err(read.error);
  const issues = checkApiKeys(read.value);
  return issues.length === 0 ? ok(read.value as ApiKeys) : err(UnexpectedValueError({ issues })); // checked just now
}

/** The header that carries the keys: Security Center spells it in its own way. */
export type ApiKeyHeader = 'x-apikeys' | 'x-apikey';

/** Wraps a sender into one that puts the keys on every request. */
export type ApiKeyAuthentication = <E>(sender: Sender<E>, border: Border) => Sender<E | UnexpectedValueError | TenableException>;

/** Authentication by the keys of a source. `remember` is told the keys, so that they can be redacted. */
export function createApiKeyAuthentication(source: ApiKeySource, header: ApiKeyHeader, remember: (secret: string) => void): ApiKeyAuthentication {
  const toHeaders = ({ accessKey, secretKey }: ApiKeys): Readonly<Record<string, string>> => {
    remember(accessKey);
    remember(secretKey);
    return { [header]: `accessKey=${accessKey}; secretKey=${secretKey}` };
  };
  if (typeof source !== 'function') {
    const headers = toHeaders(source);
    return (sender) => (request, signal) => sender(withHeaders(request, headers), signal);
  }
  return (sender, border) => async (request, signal) => {
    const fetched = await fetchApiKeys(source, border);
    return fetched.isErr() ? err(fetched.error) : sender(withHeaders(request, toHeaders(fetched.value)), signal);
  };
}
