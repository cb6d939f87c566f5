// Calls: every contender in turn against the same server in another process, round by round.
import { join } from 'node:path';

import { contenders } from './call-contenders.mjs';
import { median, runInProcess, startServer, toTable } from './measuring.mjs';

const here = import.meta.dirname;
const first = 'undici.request';

/** One setting: medians of each contender, and their ratios to bare `undici.request`. */
async function measureSetting(url, { way, concurrency, calls, names }, rounds) {
  const runs = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs.get(name).push(await runInProcess(join(here, 'call-run.mjs'), [name, url, way, concurrency, calls]));
  }
  const figures = [...runs].map(([name, all]) => ({ name, perS: median(all.map(({ perS }) => perS)), cpuUs: median(all.map(({ cpuUs }) => cpuUs)) }));
  const base = figures.find(({ name }) => name === first);
  return figures.map((one) => ({ ...one, rate: one.perS / base.perS, cpu: one.cpuUs / base.cpuUs }));
}

export async function measureCalls({ rounds, isQuick }) {
  const server = await startServer(join(here, 'call-server.mjs'));
  const url = `http://127.0.0.1:${server.port}`;
  const all = Object.keys(contenders);
  const calls = isQuick ? 4_000 : 15_000;
  const settings = [1, 16, 64].map((concurrency) => ({ title: `GET, ${concurrency} at a time`, way: 'good', concurrency, calls: concurrency === 1 ? calls / 2 : calls, names: all }));
  settings.push({ title: 'a 404, 16 at a time', way: 'bad', concurrency: 16, calls, names: all });
  const results = {};
  for (const { title, ...setting } of settings) {
    results[title] = await measureSetting(url, setting, rounds);
    console.log(`\n${title}: ratios to ${first} (${results[title][0].perS.toFixed(0)}/s, ${results[title][0].cpuUs.toFixed(0)} us CPU)\n`);
    console.log(toTable(['contender', 'rate', 'CPU a call'], results[title].map(({ name, rate, cpu }) => [name, rate.toFixed(2), cpu.toFixed(2)])));
  }
  server.close();
  return results;
}
