/** Errors as attributes of spans and metrics, by OpenTelemetry's conventions for HTTP clients. */
import { attempt } from '../../internal/attempt.js';
import { isRecord, ownValue } from '../../internal/is-record.js';
import { keepScalars } from '../model/keep-scalars.js';
import type { Scalar } from '../model/keep-scalars.js';
import type { TenableError } from '../model/tenable-error.js';

/** Attributes by their names in the conventions; what the conventions have no name for begins with `tenable.`. */
export type SpanAttributes = Readonly<Record<string, Scalar>>;

/** What is known of a request before it has an outcome. */
export interface TracedRequest {
  /** The operation's id. */
  readonly operation?: unknown;
  readonly method?: unknown;
  /** Scheme, host and port; more of a URL does no harm. */
  readonly origin?: unknown;
  /** The path with the names of its parameters: `/scans/{scan_id}`. */
  readonly urlTemplate?: unknown;
}

/** The methods that the conventions allow; others are told as `_OTHER`, so that nobody can invent values. */
const methods: readonly unknown[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE'];

/** Texts longer than this are cut. */
const maxLength = 300;

/** The attributes of a request, known when its span begins. */
export function toRequestAttributes({ method, operation, origin, urlTemplate }: TracedRequest): SpanAttributes {
  const isKnown = methods.includes(method);
  return keepScalars({
    'http.request.method': isKnown || typeof method !== 'string' || method === '' ? method : '_OTHER',
    'http.request.method_original': isKnown ? null : method,
    ...toServer(origin),
    'url.template': urlTemplate,
    'tenable.operation': operation,
  }, maxLength);
}

/**
 * Whether an error makes its span a failed one. What the caller ended on purpose did not fail: its span keeps the status
 * `UNSET` and has no `error.type`. https://opentelemetry.io/docs/specs/semconv/http/http-spans/#status
 */
export function isFailure(error: TenableError): boolean {
  return !(error._tag === 'ConnectionError' && error.reason === 'aborted');
}

/**
 * The error as attributes of a span, a metric or an event. `error.type` is the tag: a closed list, so dashboards and
 * alerts can count by it; what the caller aborted has none. The `reason` below it is `tenable.error.reason`. An error does not know its path's template:
 * pass `urlTemplate` where you have it. Holds no words of the service, no uuid, no URL. Never throws.
 */
export function toSpanAttributes(error: TenableError, request: { readonly urlTemplate?: string } = {}): SpanAttributes {
  const read = attempt(() => readAttributes(error, request.urlTemplate));
  return read.ok ? read.value : { 'error.type': '_OTHER' };
}

function readAttributes(error: TenableError, urlTemplate: string | undefined): SpanAttributes {
  const response = ownValue(error, 'response');
  const log = ownValue(error, 'attemptLog');
  const last: unknown = Array.isArray(log) ? log.at(-1) : undefined;
  const attempts = ownValue(error, 'attempts') ?? (Array.isArray(log) ? log.length : 0);
  const tag: unknown = error._tag;
  return {
    ...(isFailure(error) ? { 'error.type': '_OTHER' } : {}),
    ...toRequestAttributes({
      operation: error.operation,
      method: ownValue(response, 'method'),
      origin: ownValue(error, 'origin') ?? ownValue(response, 'url'),
      urlTemplate,
    }),
    ...keepScalars({
      'error.type': isFailure(error) ? tag : null,
      'tenable.error.reason': ownValue(error, 'reason'),
      'http.response.status_code': toStatus(ownValue(error, 'code') ?? ownValue(last, 'status')),
      'http.request.resend_count': typeof attempts === 'number' && attempts > 1 ? attempts - 1 : null,
    }, maxLength),
  };
}

/** A status that no server sent (0 stands for "not known") is no attribute. */
function toStatus(status: unknown): unknown {
  return typeof status === 'number' && status >= 100 ? status : null;
}

function toServer(origin: unknown): Readonly<Record<string, unknown>> {
  if (typeof origin !== 'string') return {};
  const parsed = attempt(() => new URL(origin));
  if (!parsed.ok || !isRecord(parsed.value) || !/^https?:$/.test(parsed.value.protocol)) return {};
  const { hostname, port, protocol } = parsed.value;
  const standardPort = protocol === 'https:' ? 443 : 80;
  // An IPv6 address stands in brackets in a URL only.
  return { 'server.address': hostname.replace(/^\[|\]$/g, ''), 'server.port': port === '' ? standardPort : Number(port) };
}
