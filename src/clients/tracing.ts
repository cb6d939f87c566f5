/** Spans and durations for OpenTelemetry, by its HTTP client conventions. Needs the optional package `@opentelemetry/api`. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { PackageMissingError } from '../errors/model/local-errors.js';
import type { TenableError } from '../errors/model/tenable-error.js';
import { isFailure, toRequestAttributes, toSpanAttributes } from '../errors/projections/to-span-attributes.js';
import type { SpanAttributes } from '../errors/projections/to-span-attributes.js';
import { isRecord } from '../internal/is-record.js';
import { version } from '../internal/version.js';
import { guard } from '../result.js';
import type { CallEnd, CallStart, Trace, TracedWork, WorkStart } from '../connection/trace.js';
import { loadOptionalPackage, toPackageMissing } from './optional-package.js';

/** What is used of a span. */
interface Span {
  readonly setAttributes: (attributes: SpanAttributes) => unknown;
  readonly setStatus: (status: { readonly code: number; readonly message?: string }) => unknown;
  readonly end: () => void;
}

/** A context of OpenTelemetry: what is handed on and not looked into. */
type Context = object;

/** What is used of `@opentelemetry/api`. */
interface OpenTelemetry {
  readonly SpanKind: { readonly CLIENT: number; readonly INTERNAL: number };
  readonly SpanStatusCode: { readonly ERROR: number };
  readonly context: { readonly active: () => Context };
  readonly trace: {
    readonly getTracer: (name: string, version: string) => {
      readonly startSpan: (name: string, options: object, context: Context) => Span;
    };
    readonly setSpan: (context: Context, span: Span) => Context;
  };
  readonly metrics: {
    readonly getMeter: (name: string, version: string) => {
      readonly createHistogram: (name: string, options: object) => {
        readonly record: (value: number, attributes: SpanAttributes, context: Context) => void;
      };
    };
  };
}

/** The scope of what is told, by which a backend tells it from what other instrumentation says of the same requests. */
const scope = ['tenable-result', version] as const;

/** https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestduration, with bounds for calls that wait besides. */
const duration = {
  name: 'http.client.request.duration',
  options: {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120] },
  },
} as const;

/** A `Trace` over OpenTelemetry, or the error that its package is not installed. */
export function createTrace(from: string | null): Result<Trace, PackageMissingError> {
  const wanted = { package: '@opentelemetry/api', feature: 'tracing' };
  const loaded = loadOptionalPackage(wanted, from);
  if (loaded.isErr()) return err(loaded.error);
  const { value } = loaded;
  const isUsable = guard(() => isOpenTelemetry(value)).unwrapOr(false);
  return isUsable ? ok(toTrace(value as OpenTelemetry, null)) : err(toPackageMissing(wanted)); // looked at just now
}

/** Whether it is that package, and not another one of the same name. */
function isOpenTelemetry(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['SpanKind']) || !isRecord(value['SpanStatusCode'])) return false;
  return hasFunction(value['trace'], 'getTracer') && hasFunction(value['context'], 'active') && hasFunction(value['metrics'], 'getMeter');
}

function hasFunction(value: unknown, name: string): boolean {
  return isRecord(value) && typeof value[name] === 'function';
}

/** Spans below `parent`; below what is active when they begin, where it is `null`. Tracer and meter are asked for anew: they may be registered late. */
function toTrace(api: OpenTelemetry, parent: Context | null): Trace {
  return {
    startCall: (start) => startCall(api, parent ?? api.context.active(), start),
    startWork: (start) => startWork(api, parent ?? api.context.active(), start),
  };
}

function startCall(api: OpenTelemetry, context: Context, { method, operation, origin, path }: CallStart): (end: CallEnd) => void {
  const attributes = toRequestAttributes({ operation, method, origin, urlTemplate: path });
  const span = api.trace.getTracer(...scope).startSpan(`${method} ${path}`, { kind: api.SpanKind.CLIENT, attributes }, context);
  return ({ elapsedMs, error, resendCount, status, waitedMs }) => {
    const outcome: SpanAttributes = {
      ...(error === null ? {} : toSpanAttributes(error)),
      ...(status === null ? {} : { 'http.response.status_code': status }),
    };
    // What the call counted is exact where an error's log was cut.
    span.setAttributes(resendCount > 0 ? { ...outcome, 'http.request.resend_count': resendCount } : outcome);
    if (waitedMs > 0) span.setAttributes({ 'tenable.waited_ms': waitedMs });
    endSpan(api, span, error, status);
    const dimensions = Object.fromEntries(Object.entries({ ...attributes, ...outcome }).filter(([name]) => name !== 'http.request.resend_count'));
    api.metrics.getMeter(...scope).createHistogram(duration.name, duration.options)
      .record(elapsedMs / 1000, dimensions, api.trace.setSpan(context, span));
  };
}

function startWork(api: OpenTelemetry, context: Context, { name, operation, origin }: WorkStart): TracedWork {
  const attributes = toRequestAttributes({ operation, origin });
  const span = api.trace.getTracer(...scope).startSpan(name, { kind: api.SpanKind.INTERNAL, attributes }, context);
  return {
    trace: toTrace(api, api.trace.setSpan(context, span)),
    end: ({ counts, error }) => {
      const failed = error?.operation ?? operation; // which of its calls it was
      span.setAttributes({
        ...(error === null ? {} : toSpanAttributes(error)), ...attributes, ...counts,
        ...(failed === operation ? {} : { 'tenable.error.operation': failed }),
      });
      endSpan(api, span, error, null);
    },
  };
}

/** A status of failure explains itself; without one, the span says in words what was the matter. */
function endSpan(api: OpenTelemetry, span: Span, error: TenableError | null, status: number | null): void {
  if (error !== null && isFailure(error)) {
    span.setStatus({ code: api.SpanStatusCode.ERROR, ...((status ?? 0) < 400 ? { message: error.message } : {}) });
  }
  span.end();
}
