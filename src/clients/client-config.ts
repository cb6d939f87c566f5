/** What a client can be told, and what is wrong with it where something is. */
import type { Issue } from '../errors/model/issue.js';
import { checkCallOptions, checkNumber } from '../call/call-options.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { guard } from '../result.js';
import type { ApiKeySource } from '../connection/api-keys.js';
import { checkLimit } from '../transport/body-limits.js';
import type { LimitBySize } from '../transport/body-limits.js';
import type { Clock } from '../transport/clock.js';
import type { Hooks } from '../connection/hooks.js';
import { isHeaderSafe } from '../transport/header-safety.js';
import type { RetryPolicy } from '../connection/retry.js';
import type { TransportOptions } from '../transport/transport-options.js';
import type { Transport } from '../transport/transport.js';

/** Options of every client. All may be left out. */
export interface ClientConfig extends TransportOptions {
  /**
   * Scheme and host, such as `https://cloud.tenable.com`. Must be `https`, except for loopback addresses. Without
   * path, query and user information.
   */
  readonly url?: string | undefined;
  /** Tenable's recommended form of `User-Agent` is built from this: who integrates, what, which version. */
  readonly integration?: { readonly vendor: string; readonly product: string; readonly version: string } | undefined;
  /** The most time for a call, in milliseconds, body and waits included. Default 120,000. */
  readonly deadlineMs?: number | undefined;
  /** Departures from the default policy: 5 retries, 1 s doubling to 30 s with full jitter, `Retry-After` up to 60 s. */
  readonly retry?: Partial<RetryPolicy> | undefined;
  /**
   * The most requests under way at a time, 1 to 256. Default 64. How many there are follows the service: five at first, one more
   * while all is well, half as many at a rate limit. A request counts until the head of its answer is there.
   */
  readonly maxConcurrency?: number | undefined;
  /**
   * The largest JSON body that is read, in bytes after decompression: one limit for all, or by kind of answer. Default
   * `{ call: 4_194_304, list: 16_777_216, chunk: 67_108_864 }` (4, 16 and 64 MiB): what a change answers, what is read, a part of
   * an export. A larger one is an `APIError`, `body-too-large`.
   */
  readonly maxBodyBytes?: LimitBySize | undefined;
  /**
   * The most values (texts, numbers, words, arrays, objects) in a JSON body, counted before it is parsed: they may take a
   * hundred times their bytes of memory. Default `{ call: 200_000, list: 500_000, chunk: 1_000_000 }`. More are an `APIError`,
   * `body-too-large`. Chunks that are split into lines are not parsed, so this does not apply to them.
   */
  readonly maxBodyValues?: LimitBySize | undefined;
  /**
   * The most bytes of JSON bodies that the calls of this client hold at a time, counted as memory is taken for them; bodies of up
   * to 64 KiB are not counted. Default 67,108,864 (64 MiB). Who finds no room waits, with the rest of its body unread and within
   * its deadline. The body that came first never waits, so one that is larger goes alone.
   */
  readonly maxHeldBytes?: number | undefined;
  /** Whether a body that departs from its documented form is an `APIError` or is passed on. Default `error`. */
  readonly onUnexpectedBody?: 'error' | 'pass' | undefined;
  /** For logs and metrics. What they throw changes nothing. */
  readonly hooks?: Hooks | undefined;
  /** A span and a duration of each call through `@opentelemetry/api`, an optional package. Default `false`. Node only. */
  readonly tracing?: boolean | undefined;
  /**
   * Path or file URL of the module whose packages are used for optional features. Default: the main
   * program, then the folder that it runs in. For plug-in hosts whose packages live elsewhere.
   */
  readonly packagesFrom?: string | undefined;
  /** Moves requests instead of the platform's transport. `tls`, proxies and connections are then its own business. */
  readonly transport?: Transport | undefined;
  /** Time, for tests. Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Gives 0 to 1 for the jitter, for tests. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Options of a client that authenticates with API keys. */
export interface ApiKeyConfig extends ClientConfig {
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
  /** Fetches the keys for each request, instead of `accessKey` and `secretKey`. */
  readonly credentials?: ApiKeySource | undefined;
}

/** What is wrong with a configuration, apart from its URL and keys. */
export function checkClientConfig(config: Readonly<Record<string, unknown>>): readonly Issue[] {
  return [
    ...checkCallOptions({ deadlineMs: config['deadlineMs'], retry: config['retry'] }),
    ...checkNumber('maxConcurrency', config['maxConcurrency'], 1, 256),
    ...checkLimit('maxBodyBytes', config['maxBodyBytes']),
    ...checkLimit('maxBodyValues', config['maxBodyValues']),
    ...checkNumber('maxHeldBytes', config['maxHeldBytes'], 1, Number.MAX_SAFE_INTEGER),
    ...checkWord('onUnexpectedBody', config['onUnexpectedBody'], ['error', 'pass']),
    ...checkType('tracing', config['tracing'], 'boolean'),
    ...checkType('packagesFrom', config['packagesFrom'], 'string'),
    ...checkType('transport', config['transport'], 'function'),
    ...checkType('random', config['random'], 'function'),
    ...checkType('hooks', config['hooks'], 'object'),
    ...checkType('tls', config['tls'], 'object'),
    ...checkProxy(config['proxyUrl']),
    ...checkType('proxyFromEnvironment', config['proxyFromEnvironment'], 'boolean'),
    ...checkClock(config['clock']),
    ...checkIntegration(config['integration']),
  ];
}

/** The origin of a base URL, or what is wrong with it. The URL itself is not shown: it may hold a password. */
export function toOrigin(url: unknown): { readonly origin: string } | { readonly issue: Issue } {
  const wrong = (expected: string): { readonly issue: Issue } => ({ issue: { path: 'url', expected, received: describeType(url) } });
  if (typeof url !== 'string') return wrong('a URL such as https://cloud.tenable.com');
  const parsed = guard(() => new URL(url));
  if (parsed.isErr()) return wrong('a URL such as https://cloud.tenable.com');
  const { protocol, hostname, origin, username, password, pathname, search, hash } = parsed.value;
  if (username !== '' || password !== '') return wrong('a URL without user information');
  if (pathname !== '/' || search !== '' || hash !== '') return wrong('a URL without path, query and fragment');
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return { origin };
  return wrong('an https URL (http is for loopback addresses only: keys would travel in the clear)');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function checkType(path: string, value: unknown, type: 'boolean' | 'function' | 'object' | 'string'): readonly Issue[] {
  const fits = value === undefined || (type === 'object' ? isRecord(value) : typeof value === type);
  return fits ? [] : [{ path, expected: `a value of type ${type}`, received: describeType(value) }];
}

function checkWord(path: string, value: unknown, words: readonly string[]): readonly Issue[] {
  const fits = value === undefined || words.some((word) => word === value);
  return fits ? [] : [{ path, expected: words.join(' or '), received: describeType(value) }];
}

function checkProxy(value: unknown): readonly Issue[] {
  if (value === undefined) return [];
  const parsed = typeof value === 'string' ? guard(() => new URL(value).protocol) : null;
  const fits = parsed !== null && parsed.isOk() && (parsed.value === 'http:' || parsed.value === 'https:');
  return fits ? [] : [{ path: 'proxyUrl', expected: 'an http or https URL', received: describeType(value) }];
}

function checkClock(value: unknown): readonly Issue[] {
  const fits = value === undefined || (isRecord(value) && typeof value['now'] === 'function' && typeof value['schedule'] === 'function');
  return fits ? [] : [{ path: 'clock', expected: 'an object with now and schedule', received: describeType(value) }];
}

/** Words of a `User-Agent` comment: no brackets or semicolons, which would end them. */
function checkIntegration(value: unknown): readonly Issue[] {
  if (value === undefined) return [];
  const names = ['vendor', 'product', 'version'] as const;
  const isWord = (word: unknown): boolean => isHeaderSafe(word) && word.length <= 100 && !/[();]/.test(word);
  return names.filter((name) => !isRecord(value) || !isWord(value[name])).map((name) => ({
    path: `integration.${name}`,
    expected: 'printable text of 1 to 100 characters without brackets and semicolons',
    received: describeType(isRecord(value) ? value[name] : value),
  }));
}
