import { SpanStatusCode, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { err, ok } from 'neverthrow';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createScriptedClient } from '../support/scripted-client.js';
import { cancelled, chunk, created, report } from './export-lab.js';

const exporter = new InMemorySpanExporter();
beforeEach(() => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
});
afterEach(() => {
  trace.disable();
  exporter.reset();
});

const traced = { tracing: true, retry: { maxRetries: 0 } };

/** The span of the work, which ends last, and the names of those below it. */
function readSpans(): { readonly work: ReadableSpan; readonly below: readonly string[] } {
  const spans = exporter.getFinishedSpans();
  const work = spans.at(-1) ?? expect.fail('there is no span');
  expect(spans.filter(({ parentSpanContext }) => parentSpanContext === undefined)).toStrictEqual([work]);
  return { work, below: spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === work.spanContext().spanId).map(({ name }) => name) };
}

describe('an export with tracing', () => {
  const requests = ['POST /vulns/export', 'GET /vulns/export/{export_uuid}/status', 'GET /vulns/export/{export_uuid}/chunks/{chunk_id}'];
  test('is one span over its requests, which counts what came', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), chunk(1, 2)], traced);
    await client.vm.exports.vulns().forEachChunk(() => ok(undefined));
    const { below, work } = readSpans();
    expect([work.name, below]).toStrictEqual(['export vulns', requests]);
    expect(work.attributes).toMatchObject({ 'tenable.operation': 'vulnsExport.create', 'tenable.export.chunks': 1, 'tenable.export.records': 2 });
    expect(work.status.code).toBe(SpanStatusCode.UNSET);
  });

  test.each<readonly [string, object, object]>([
    ['a chunk that is lost', [created, report('FINISHED', [1]), { status: 500 }], { 'error.type': 'TioExportsError', 'tenable.error.reason': 'chunk-unreadable', 'tenable.error.operation': 'vulnsExport.chunk' }],
    ['a report that is refused', [created, { status: 403 }], { 'error.type': 'PermissionError', 'tenable.error.operation': 'vulnsExport.status' }],
  ])('names the request that failed: %s', async (_title, answers, attributes) => {
    const client = createScriptedClient(answers as Parameters<typeof createScriptedClient>[0], traced);
    for await (const item of client.vm.exports.vulns()) expect(item.isErr()).toBe(true);
    const { work } = readSpans();
    expect(work.attributes).toMatchObject(attributes);
    expect(work.status.code).toBe(SpanStatusCode.ERROR);
  });

  test('has no failed span where its consumer failed, and its cancellation is a part of it', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), chunk(1), cancelled], traced);
    expect(await client.vm.exports.vulns().forEachChunk(() => err('full'))).toStrictEqual(err('full'));
    const { below, work } = readSpans();
    expect([work.status.code, below.at(-1)]).toStrictEqual([SpanStatusCode.UNSET, 'POST /vulns/export/{export_uuid}/cancel']);
  });

  test('of a file of a scan is one, too', async () => {
    const client = createScriptedClient([{ json: { file: 'f' } }, { json: { status: 'ready' } }, { pieces: ['x'] }], traced);
    const opened = await client.vm.scans.export({ scan_id: 7, format: 'csv' });
    expect(opened.isOk() && (await opened.value.toBytes()).isOk()).toBe(true);
    const { below, work } = readSpans();
    expect([work.name, below.length]).toStrictEqual(['scans.export', 3]);
  });
});
