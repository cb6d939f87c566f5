/** Serves the attacks: the access key says which, and it is zipped unless it comes in pieces. */
import { createServer } from 'node:http';
import { Readable, pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

import { attacks } from './hostile-attacks.mjs';

const job = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const json = { 'content-type': 'application/json' };

const server = createServer((request, response) => {
  const url = request.url ?? '';
  const { body, pieces, status = 200 } = Object.values(attacks)[Number(/attack-(\d+)/.exec(String(request.headers['x-apikey'] ?? request.headers['x-apikeys']))?.[1])] ?? { body: () => [] };
  request.resume();
  response.on('error', () => undefined);
  if (request.method === 'POST' && url.endsWith('/export')) response.writeHead(200, json).end(JSON.stringify({ export_uuid: job }));
  else if (url.endsWith('/cancel')) response.writeHead(200, json).end('{"status":"CANCELLED"}');
  else if (url.endsWith('/status')) response.writeHead(200, json).end(JSON.stringify({ uuid: job, status: 'FINISHED', chunks_available: [1, 2, 3, 4], chunks_failed: [], chunks_cancelled: [] }));
  else if (pieces !== undefined) drip([...body()].join(''), response.writeHead(status, json));
  else pipeline(Readable.from(body()), createGzip({ level: 1 }), response.writeHead(status, { ...json, 'content-encoding': 'gzip' }), () => undefined);
});

/** Each byte as a chunk of its own. */
function drip(text, response) {
  let at = 0;
  const write = () => {
    let mayGoOn = true;
    for (let turn = 0; mayGoOn && at < text.length && turn < 2_000; turn += 1) mayGoOn = response.write(text[at++]);
    if (at >= text.length) response.end();
    else if (mayGoOn) setImmediate(write);
    else response.once('drain', write);
  };
  response.socket?.setNoDelay(true);
  write();
}

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${server.address().port}` });
});
