import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createVmClient, toSpanAttributes } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

// In memory here; in a service, the exporter of your choice.
const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));

// Each call is a span by itself.
const client = createVmClient({ ...createSimulator(), tracing: true });
const scan = await client.asyncAndThen((vm) => vm.scans.details({ scan_id: 404 }));

// The same attributes for a span, an event or a metric of your own.
const span = trace.getTracer('my-service').startSpan('import scans');
if (scan.isErr()) span.setAttributes(toSpanAttributes(scan.error));
span.end();

for (const { attributes, name } of exporter.getFinishedSpans()) {
  console.log(name, attributes['error.type'], attributes['http.response.status_code'], attributes['server.address']);
}
// => GET /scans/{scan_id} NotFoundError 404 cloud.tenable.com
// => import scans NotFoundError 404 cloud.tenable.com
