// A bare server of export chunks for the benchmark, in a process of its own: it does as little as it can.
import { createServer } from 'node:http';

const [chunkCount, chunkBytes] = process.argv.slice(2).map(Number);

/** A record about as large and as nested as those of vulnerability exports. */
const toRecord = (number) => ({
  asset: { uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, hostname: `host-${number}.example.com`, ipv4: '192.0.2.1', operating_system: ['Linux Kernel 5.15 on Example'], tracked: true },
  output: `Path : /opt/example/${number}\n  Installed version : 1.2.3\n  Fixed version : "1.2.4"\n${'The remote host is missing an update. '.repeat(30)}`,
  plugin: { id: 900_000 + (number % 100), name: 'Example HTTP Server < 9.4.2', family: 'Web Servers', cve: ['CVE-2099-10001', 'CVE-2099-10002'], description: 'An attacker, by sending {crafted} [requests], can… '.repeat(12), xrefs: [{ type: 'CWE', id: '20' }], cvss3_base_score: 9.8, cvss3_vector: { raw: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }, has_patch: true },
  port: { port: 443, protocol: 'TCP', service: 'https' },
  scan: { uuid: `template-${number}`, started_at: '2026-01-01T00:00:00Z' },
  severity: 'critical', severity_id: 4, state: 'OPEN', first_found: '2025-11-02T00:00:00.000Z', last_found: '2025-12-31T00:00:00.000Z',
});

const records = [];
for (let bytes = 2; bytes < chunkBytes;) {
  const text = JSON.stringify(toRecord(records.length));
  records.push(text);
  bytes += text.length + 1;
}
const chunk = Buffer.from(`[${records.join()}]`);
const chunks = Array.from({ length: chunkCount }, (_, at) => at + 1);

const server = createServer((request, response) => {
  const { url = '' } = request;
  if (url.includes('/chunks/')) {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': chunk.length });
    response.end(chunk);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(url.endsWith('/status') ? { status: 'FINISHED', chunks_available: chunks } : { export_uuid: 'benchmark' }));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: server.address().port, chunkBytes: chunk.length, records: records.length });
});
