import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { toSpanAttributes, version } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const exporter = new InMemorySpanExporter();
const register = (): void => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
};

beforeEach(register);
afterEach(() => {
  trace.disable();
  exporter.reset();
});

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
