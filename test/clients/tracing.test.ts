import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Span, SpanOptions, SpanStatus, Tracer, TracerProvider } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk } from '../support/expect-result.js';

interface Recorded {
  readonly tracer: string;
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly attributes: Attributes;
  status: SpanStatus | null;
  ends: number;
}

let spans: Recorded[] = [];

/** What the API hands spans to, instead of the SDK. */
const provider: TracerProvider = {
  getTracer: (tracer): Tracer => ({
    startSpan: (name: string, { attributes = {}, kind }: SpanOptions = {}): Span => {
      const recorded: Recorded = { tracer, name, kind, attributes: { ...attributes }, status: null, ends: 0 };
      spans.push(recorded);
      const span = {
        setAttribute: (key: string, value: string | number) => {
          recorded.attributes[key] = value;
          return span;
        },
        setStatus: (status: SpanStatus) => {
          recorded.status = status;
          return span;
        },
        end: () => {
          recorded.ends += 1;
        },
      } as unknown as Span; // the part of it that is used
      return span;
    },
    startActiveSpan: (): never => expect.fail('spans of calls are not made active'),
  }),
};

beforeEach(() => {
  spans = [];
  trace.setGlobalTracerProvider(provider);
});
afterEach(() => {
  trace.disable();
});

const base = { 'http.request.method': 'GET', 'server.address': 'cloud.tenable.com', 'server.port': 443, 'url.template': '/scans/{scan_id}' };

describe('with tracing, each call is one span by the conventions of OpenTelemetry', () => {
  test('when it works', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503 }, { json: { info: { name: 'n', status: 's' } } }], { tracing: true });
    expectOk(await clock.settle(vm.scans.details({ scan_id: 7, history_id: 8 })));
    expect(spans).toStrictEqual([{
      tracer: 'tenable-result', name: 'scans.details', kind: SpanKind.CLIENT, status: null, ends: 1,
      attributes: { ...base, 'http.response.status_code': 200, 'http.request.resend_count': 1 },
    }]);
  });

  test('when it fails', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404 }], { tracing: true, url: 'http://127.0.0.1:8080' });
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans).toMatchObject([{
      status: { code: SpanStatusCode.ERROR }, ends: 1,
      attributes: { ...base, 'server.address': '127.0.0.1', 'server.port': 8080, 'http.response.status_code': 404, 'error.type': 'NotFoundError' },
    }]);
  });

  test('when nothing is sent', async () => {
    const { clock, vm } = createScriptedClient([], { tracing: true });
    expectErr(await clock.settle(vm.scans.details({ scan_id: '..' })));
    expect(spans).toMatchObject([{ ends: 1, attributes: { 'error.type': 'UnexpectedValueError' } }]);
    expect(spans[0]?.attributes).not.toHaveProperty('http.response.status_code');
  });

  test('also for a provider that is registered after the client was made', async () => {
    trace.disable();
    const { clock, vm } = createScriptedClient([{ status: 404 }], { tracing: true });
    trace.setGlobalTracerProvider(provider);
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans).toHaveLength(1);
  });

  test('and none without it', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404 }]);
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7 })));
    expect(spans).toStrictEqual([]);
  });

  test('that holds no secret', async () => {
    const { clock, vm } = createScriptedClient([{ status: 400, json: { error: 'CANARY-access' } }], { tracing: true, accessKey: 'CANARY-access', secretKey: 'CANARY-secret' });
    expectErr(await clock.settle(vm.users.changePassword({ user_id: 1, password: 'CANARY-password' }, { headers: { 'x-a': 'CANARY-header' } })));
    expect(JSON.stringify(spans)).not.toContain('CANARY');
  });
});
