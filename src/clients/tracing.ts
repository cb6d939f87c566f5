/** Spans for OpenTelemetry, by its HTTP client conventions. Needs the optional package `@opentelemetry/api`. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { PackageMissingError } from '../errors/local-errors.js';
import { isRecord } from '../internal/is-record.js';
import { guard } from '../result.js';
import type { Trace } from '../transport/trace.js';
import { loadOptionalPackage, toPackageMissing } from './optional-package.js';

/** What is used of `@opentelemetry/api`. */
interface OpenTelemetry {
  readonly SpanKind: { readonly CLIENT: number };
  readonly SpanStatusCode: { readonly ERROR: number };
  readonly trace: {
    readonly getTracer: (name: string) => {
      readonly startSpan: (name: string, options: object) => {
        readonly setAttribute: (name: string, value: string | number) => unknown;
        readonly setStatus: (status: { readonly code: number }) => unknown;
        readonly end: () => void;
      };
    };
  };
}

/** A `Trace` over OpenTelemetry, or the error that its package is not installed. */
export function createTrace(from: string): Result<Trace, PackageMissingError> {
  const wanted = { package: '@opentelemetry/api', feature: 'tracing' };
  const loaded = loadOptionalPackage(wanted, from);
  if (loaded.isErr()) return err(loaded.error);
  const { value } = loaded;
  const isUsable = guard(() => isOpenTelemetry(value)).unwrapOr(false);
  return isUsable ? ok(toTrace(value as OpenTelemetry)) : err(toPackageMissing(wanted)); // looked at just now
}

/** Whether it is that package, and not another one of the same name. */
function isOpenTelemetry(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['SpanKind']) || !isRecord(value['SpanStatusCode'])) return false;
  return isRecord(value['trace']) && typeof value['trace']['getTracer'] === 'function';
}

function toTrace({ SpanKind, SpanStatusCode, trace }: OpenTelemetry): Trace {
  return ({ operation, method, path, origin }) => {
    const { hostname, port, protocol } = new URL(origin);
    const tracer = trace.getTracer('tenable-result'); // anew: its provider may be registered after the client was made
    const span = tracer.startSpan(operation, {
      kind: SpanKind.CLIENT,
      attributes: {
        'http.request.method': method,
        'server.address': hostname,
        'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
        'url.template': path,
      },
    });
    return ({ errorTag, status, resendCount }) => {
      if (status !== null) span.setAttribute('http.response.status_code', status);
      if (resendCount > 0) span.setAttribute('http.request.resend_count', resendCount);
      if (errorTag !== null) {
        span.setAttribute('error.type', errorTag);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    };
  };
}
