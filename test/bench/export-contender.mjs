// One contender of the export benchmark: takes all chunks from the server to disk, says how long it took.
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const [name, url, folder, chunkCount] = process.argv.slice(2);
const concurrency = 4;
const ids = Array.from({ length: Number(chunkCount) }, (_, at) => at + 1);

async function inParallel(work) {
  const queue = ids.values();
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (const id of queue) await work(id);
  }));
}

const contenders = {
  /** The bodies as they come, a file each: nothing is looked at. */
  'raw pass-through': async () => {
    const { request } = await import('undici');
    return () => inParallel(async (id) => {
      const { body } = await request(`${url}/vulns/export/benchmark/chunks/${id}`);
      await pipeline(body, createWriteStream(join(folder, `${id}.json`)));
    });
  },
  /** What is usually written by hand. */
  'parse and stringify': async () => {
    const { request } = await import('undici');
    return async () => {
      const file = await open(join(folder, 'all.ndjson'), 'w');
      let turn = Promise.resolve();
      await inParallel(async (id) => {
        const { body } = await request(`${url}/vulns/export/benchmark/chunks/${id}`);
        const lines = (await body.json()).map((record) => `${JSON.stringify(record)}\n`).join('');
        turn = turn.then(() => file.write(lines));
        await turn;
      });
      await file.close();
    };
  },
  'toNdjson': async () => {
    const { createVmClient } = await import('tenable-result');
    const client = createVmClient({ url, accessKey: 'benchmark', secretKey: 'benchmark' })._unsafeUnwrap();
    await import('undici');
    return async () => {
      const file = await open(join(folder, 'all.ndjson'), 'w');
      const { ok } = await import('neverthrow');
      const done = await client.exports.vulns({}, { concurrency }).toNdjson(async ({ bytes }) => {
        await file.write(bytes);
        return ok();
      });
      done._unsafeUnwrap();
      await file.close();
    };
  },
  'exportToFile': async () => {
    const { createVmClient } = await import('tenable-result');
    const { exportToFile } = await import('tenable-result/node');
    const client = createVmClient({ url, accessKey: 'benchmark', secretKey: 'benchmark' })._unsafeUnwrap();
    await import('undici');
    return async () => {
      const done = await exportToFile(client.exports.vulns, {}, join(folder, 'all.ndjson'), { concurrency });
      done._unsafeUnwrap();
    };
  },
};

const run = await contenders[name]();
const startedAt = performance.now();
await run();
process.send?.({ elapsedMs: performance.now() - startedAt, cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000, maxRssMb: process.resourceUsage().maxRSS / 1024 });
