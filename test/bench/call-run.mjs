// One contender at one concurrency, in a process of its own: warms up, then measures.
import { contenders } from './call-contenders.mjs';

const [name, url, way, concurrency, calls] = process.argv.slice(2);
const call = (await contenders[name](url))[way];

async function run(count) {
  let left = count;
  await Promise.all(Array.from({ length: Number(concurrency) }, async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  }));
}

await run(Math.min(3_000, Number(calls)));
const cpu = process.cpuUsage();
const startedAt = performance.now();
await run(Number(calls));
const elapsedMs = performance.now() - startedAt;
const { system, user } = process.cpuUsage(cpu);
process.send?.({ perS: Number(calls) / (elapsedMs / 1000), cpuUs: (user + system) / Number(calls) }, () => process.exit(0));
