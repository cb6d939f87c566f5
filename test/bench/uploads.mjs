/**
 * Memory of an upload of 1 GB from a stream, over each transport, to a server in a process of its own. Prints the most
 * that this process held. `node test/bench/uploads.mjs [megabytes]`, after `npm run build`.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';

const megabyte = 1024 * 1024;

if (process.argv[2] === 'server') {
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (piece) => { bytes += piece.byteLength; });
    request.on('end', () => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ fileuploaded: String(bytes) })); });
  }).listen(0, '127.0.0.1', () => { process.send?.(server.address().port); });
} else {
  const { createFetchTransport, createVmClient } = await import('tenable-result');
  const megabytes = Number(process.argv[2] ?? 1024);
  const server = fork(new URL(import.meta.url), ['server']);
  const port = await new Promise((resolve) => { server.once('message', resolve); });
  for (const [name, options] of [['undici', {}], ['fetch', { transport: createFetchTransport() }]]) {
    const vm = createVmClient({ accessKey: 'a', secretKey: 'b', url: `http://127.0.0.1:${port}`, deadlineMs: 600_000, ...options })._unsafeUnwrap();
    let most = 0;
    async function* stream() {
      for (let at = 0; at < megabytes; at += 1) {
        most = Math.max(most, process.memoryUsage().rss);
        yield new Uint8Array(megabyte);
      }
    }
    const began = performance.now();
    const sent = await vm.files.upload({ file: { name: 'big', content: stream() } });
    const told = sent.isOk() ? `${Math.floor(Number(sent.value.fileuploaded) / megabyte)} MB arrived` : sent.error.message;
    console.log(`${name}: ${told} in ${((performance.now() - began) / 1000).toFixed(1)} s, ${Math.round(most / megabyte)} MB of memory at most`);
    await vm.close();
  }
  server.kill();
}
