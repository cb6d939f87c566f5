import { AsyncLocalStorage } from 'node:async_hooks';

import { context, metrics, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, ContextManager } from '@opentelemetry/api';
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { HistogramMetricData, MetricData } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';

import { execute, toSpanAttributes, version } from 'tenable-result';
import { details } from 'tenable-result/vm/scans';

import { startWorkSpan } from '../../src/call/span.js';
import { toConnection, toHandle } from '../../src/connection/connection.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const exporter = new InMemorySpanExporter();
const register = (): void => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
};

const measured = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });
const meters = new MeterProvider({ readers: [reader] });

beforeEach(() => {
  register();
  metrics.setGlobalMeterProvider(meters);
});
afterEach(async () => {
  await reader.forceFlush();
  trace.disable();
  metrics.disable();
  context.disable();
  exporter.reset();
  measured.reset();
});
afterAll(() => meters.shutdown());

/** What was measured since the last test, as the SDK hands it to an exporter. */
async function histogram(): Promise<HistogramMetricData> {
  await reader.forceFlush();
  const found = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)
    .filter(({ scope }) => scope.name === 'tenable-result' && scope.version === version)
    .flatMap((scope): readonly MetricData[] => scope.metrics);
  expect(found).toHaveLength(1);
  return found[0] as HistogramMetricData; // which the tests look into
}

/** The spans that ended, as the SDK hands them to an exporter. */
const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans();

const base = {
  'http.request.method': 'GET', 'server.address': 'cloud.tenable.com', 'server.port': 443, 'url.template': '/scans/{scan_id}',
  'tenable.operation': 'scans.details',
};

describe('with tracing, each call is one span by the conventions of OpenTelemetry', () => {
  test('when it works', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503 }, { json: { info: { name: 'n', status: 's' } } }], { tracing: true });
    expectOk(await clock.settle(vm.scans.details({ scan_id: 7, history_id: 8 })));
    expect(spans()).toMatchObject([{
      instrumentationScope: { name: 'tenable-result', version }, name: 'GET /scans/{scan_id}', kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET },
    }]);
    expect(spans()[0]?.attributes).toStrictEqual({ ...base, 'http.response.status_code': 200, 'http.request.resend_count': 1 });
  });

  test('when it fails', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404 }], { tracing: true, url: 'http://127.0.0.1:8080' });
    const error = expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    const [span] = spans();
    expect(span?.status).toStrictEqual({ code: SpanStatusCode.ERROR });
    expect(span?.attributes).toStrictEqual({
      ...base, 'server.address': '127.0.0.1', 'server.port': 8080, 'http.response.status_code': 404, 'error.type': 'NotFoundError',
    });
    expect(span?.attributes).toStrictEqual(toSpanAttributes(error, { urlTemplate: '/scans/{scan_id}' }));
  });

  test('when no answer comes: then the status has words', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503 }, { failure: 'tls' }], { tracing: true });
    const error = expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    const [span] = spans();
    expect(span?.status).toStrictEqual({ code: SpanStatusCode.ERROR, message: error.message });
    expect(span?.attributes).toStrictEqual({
      ...base, 'http.request.resend_count': 1, 'error.type': 'ConnectionError', 'tenable.error.reason': 'tls',
    });
  });

  test('when a good status brings a bad body', async () => {
    const { clock, vm } = createScriptedClient([{ status: 200, json: [] }], { tracing: true });
    const error = expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans()).toMatchObject([{
      status: { code: SpanStatusCode.ERROR, message: error.message },
      attributes: { 'http.response.status_code': 200, 'error.type': 'APIError', 'tenable.error.reason': 'unexpected-body' },
    }]);
  });

  test('when the caller aborts it: that is no failure, so no error.type and no status', async () => {
    const { clock, vm } = createScriptedClient(['silence'], { tracing: true });
    const abort = new AbortController();
    const call = vm.scans.details({ scan_id: 7 }, { signal: abort.signal });
    abort.abort();
    const error = expectErr(await clock.settle(call));
    expect(spans()).toMatchObject([{ status: { code: SpanStatusCode.UNSET } }]);
    expect(spans()[0]?.attributes).toStrictEqual({ ...base, 'tenable.error.reason': 'aborted' });
    expect(toSpanAttributes(error)).not.toHaveProperty('error.type');
    expect((await histogram()).dataPoints).toMatchObject([{ attributes: { ...base, 'tenable.error.reason': 'aborted' } }]);
    expect((await histogram()).dataPoints[0]?.attributes).not.toHaveProperty('error.type');
  });

  test('when its time runs out, which is a failure', async () => {
    const { clock, vm } = createScriptedClient(['silence'], { tracing: true });
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 }, { deadlineMs: 5000 })));
    expect(spans()).toMatchObject([{
      status: { code: SpanStatusCode.ERROR }, attributes: { 'error.type': 'ConnectionError', 'tenable.error.reason': 'timeout' },
    }]);
  });

  test('when nothing is sent', async () => {
    const { clock, vm } = createScriptedClient([], { tracing: true });
    expectErr(await clock.settle(vm.scans.details({ scan_id: '..' })));
    expect(spans()).toMatchObject([{ attributes: { ...base, 'error.type': 'UnexpectedValueError' } }]);
    expect(spans()[0]?.attributes).not.toHaveProperty('http.response.status_code');
  });

  test('also for a provider that is registered after the client was made', async () => {
    trace.disable();
    const { clock, vm } = createScriptedClient([{ status: 404 }], { tracing: true });
    register();
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans()).toHaveLength(1);
  });

  test('and none without it', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404 }]);
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans()).toStrictEqual([]);
  });

  test('that holds no secret', async () => {
    const { clock, vm } = createScriptedClient([{ status: 400, json: { error: 'CANARY-access' } }], { tracing: true, accessKey: 'CANARY-access', secretKey: 'CANARY-secret' });
    expectErr(await clock.settle(vm.users.changePassword({ user_id: 1, password: 'CANARY-password' }, { headers: { 'x-a': 'CANARY-header' } })));
    const told = spans().map(({ attributes, events, name, status }) => ({ attributes, events, name, status }));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('CANARY');
  });
});

describe('with tracing, each call is one duration by the conventions of OpenTelemetry', () => {
  test('in seconds, waits and attempts included, with error.type where it failed', async () => {
    const { clock, vm } = createScriptedClient(
      [{ status: 503 }, { json: { info: { name: 'n', status: 's' } } }, { status: 404 }, { failure: 'tls' }],
      { tracing: true },
    );
    expectOk(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expectErr(await clock.settle(vm.scans.details({ scan_id: 8 })));
    expectErr(await clock.settle(vm.scans.details({ scan_id: 9 })));
    const { dataPoints, descriptor } = await histogram();
    expect(descriptor).toMatchObject({ name: 'http.client.request.duration', unit: 's' });
    expect(dataPoints.map(({ attributes, value }) => ({ attributes, count: value.count, sum: value.sum }))).toStrictEqual([
      { attributes: { ...base, 'http.response.status_code': 200 }, count: 1, sum: 1 },
      { attributes: { ...base, 'http.response.status_code': 404, 'error.type': 'NotFoundError' }, count: 1, sum: 0 },
      { attributes: { ...base, 'error.type': 'ConnectionError', 'tenable.error.reason': 'tls' }, count: 1, sum: 0 },
    ]);
  });

  test('so that calls of one outcome are one series, however often they were repeated', async () => {
    const good = { json: { info: { name: 'n', status: 's' } } };
    const { clock, vm } = createScriptedClient([good, { status: 503 }, good, { status: 503 }, { status: 503 }, good], { tracing: true });
    for (const scan_id of [7, 8, 9]) expectOk(await clock.settle(vm.scans.details({ scan_id })));
    expect((await histogram()).dataPoints).toMatchObject([{ value: { count: 3 } }]);
  });
});

/** The least that hands a context on: what `@opentelemetry/context-async-hooks` does. */
function toContextManager(): ContextManager {
  const store = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => store.getStore() ?? ROOT_CONTEXT,
    with: (active, run, thisArg, ...args) => store.run(active, () => run.apply(thisArg, args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

describe('spans stand below', () => {
  test('the span that is active when the call is made', async () => {
    context.setGlobalContextManager(toContextManager());
    const { clock, vm } = createScriptedClient([{ status: 404 }], { tracing: true });
    const outer = trace.getTracer('service').startSpan('import scans');
    const call = context.with(trace.setSpan(context.active(), outer), () => vm.scans.details({ scan_id: 7 }));
    expectErr(await clock.settle(call));
    expect(spans()[0]?.parentSpanContext?.spanId).toBe(outer.spanContext().spanId);
  });

  test('the span of the work that they are part of, which has its own outcome', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404 }, { failure: 'tls' }], { tracing: true });
    const connection = toConnection(vm);
    if (connection === undefined) expect.fail('a client has a connection');
    const work = startWorkSpan(connection, { name: 'export vulns', operation: 'vulnsExport.create' });
    const client = toHandle(work.connection);
    expectErr(await clock.settle(execute(client, details, { scan_id: 7 })));
    const error = expectErr(await clock.settle(execute(client, details, { scan_id: 8 })));
    work.end({ error, counts: { 'tenable.export.records': 3 } });
    const [first, second, outer] = spans();
    expect(outer).toMatchObject({ name: 'export vulns', kind: SpanKind.INTERNAL, status: { code: SpanStatusCode.ERROR, message: error.message } });
    expect(outer?.attributes).toMatchObject({
      'tenable.operation': 'vulnsExport.create', 'server.address': 'cloud.tenable.com', 'server.port': 443,
      'tenable.error.operation': 'scans.details', 'tenable.export.records': 3, 'error.type': 'ConnectionError', 'tenable.error.reason': 'tls',
    });
    for (const below of [first, second]) {
      expect(below?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
      expect(below?.spanContext().traceId).toBe(outer?.spanContext().traceId);
    }
  });
});
