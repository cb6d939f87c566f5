/** Spans for OpenTelemetry, by its HTTP client conventions. Needs the optional package `@opentelemetry/api`. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { PackageMissingError } from '../errors/local-errors.js';
import { toRequestAttributes, toSpanAttributes } from '../errors/to-span-attributes.js';
import type { SpanAttributes } from '../errors/to-span-attributes.js';
import { isRecord } from '../internal/is-record.js';
import { version } from '../internal/version.js';
import { guard } from '../result.js';
import type { Trace } from '../transport/trace.js';
import { loadOptionalPackage, toPackageMissing } from './optional-package.js';

/** What is used of `@opentelemetry/api`. */
interface OpenTelemetry {
  readonly SpanKind: { readonly CLIENT: number };
  readonly SpanStatusCode: { readonly ERROR: number };
  readonly trace: {
    readonly getTracer: (name: string, version: string) => {
      readonly startSpan: (name: string, options: object) => {
        readonly setAttribute: (name: string, value: number) => unknown;
        readonly setAttributes: (attributes: SpanAttributes) => unknown;
        readonly setStatus: (status: { readonly code: number; readonly message?: string }) => unknown;
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
    const tracer = trace.getTracer('tenable-result', version); // anew: its provider may be registered after the client was made
    const span = tracer.startSpan(`${method} ${path}`, {
      kind: SpanKind.CLIENT,
      attributes: toRequestAttributes({ operation, method, origin, urlTemplate: path }),
    });
    return ({ error, status, resendCount }) => {
      if (error !== null) span.setAttributes(toSpanAttributes(error));
      // What the call counted is exact where an error's log was cut.
      if (status !== null) span.setAttribute('http.response.status_code', status);
      if (resendCount > 0) span.setAttribute('http.request.resend_count', resendCount);
      // A status of failure explains itself; without one, the span says in words what was the matter.
      const words = error !== null && (status ?? 0) < 400 ? { message: error.message } : {};
      if (error !== null) span.setStatus({ code: SpanStatusCode.ERROR, ...words });
      span.end();
    };
  };
}
