/**
 * How fast chunks become lines: `node test/bench/splitter.mjs`. Medians of five rounds in MB of input per second of CPU
 * time, which other work on the machine disturbs least; all in memory, in pieces of 64 KiB. The last columns are relative
 * to parsing the chunk and serializing each record.
 */
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: {
    contents: `export { createPortableSplitter } from './portable-splitter.js';
               export { createSimdSplitter } from './simd-splitter.js';`,
    resolveDir: new URL('../../src/export-jobs/ndjson', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { createPortableSplitter, createSimdSplitter } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** Numbers that are the same in each run. */
let seed = 7;
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed % below;
};
const words = 'the remote host runs a version of this service that is affected by flaws which let others read memory'.split(' ');
const prose = (count) => Array.from({ length: count }, () => words[random(words.length)]).join(' ');
const uuid = () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => random(16).toString(16));
const day = (at) => `2024-0${1 + (at % 9)}-01T10:00:00.000Z`;

/** A finding as exports have them: short fields, nested lists, prose, and output full of escapes. */
const finding = (at) => ({
  asset: { device_type: 'general-purpose', fqdn: `host-${at}.example.com`, hostname: `host-${at}`, uuid: uuid(), ipv4: `10.0.${at % 256}.7`, operating_system: ['Microsoft Windows Server 2019 Standard'], network_id: uuid(), tracked: true },
  output: Array.from({ length: 3 + random(16) }, (_, line) => `  Path ${line} : C:\\Program Files\\Product\\file.dll\n  Fixed version : "2.0.${line}"\n`).join(''),
  plugin: {
    bid: [at, at + 1], cpe: ['cpe:/o:microsoft:windows'], cve: [`CVE-2024-${1000 + at}`, `CVE-2024-${2000 + at}`],
    cvss_base_score: 9.3, cvss_vector: { access_complexity: 'Medium', raw: 'AV:N/AC:M/Au:N/C:C/I:C/A:C' },
    description: `${prose(90)}\n\n - ${prose(60)}\n`, family: 'Windows : Microsoft Bulletins', has_patch: true, id: 100_000 + at,
    name: prose(8), see_also: [`https://www.example.com/advisory/${at}`], solution: prose(20), synopsis: prose(12),
    vpr: { score: 7.4, drivers: { age_of_vuln: { lower_bound: 181, upper_bound: 365 } }, updated: day(at) },
    xrefs: [{ type: 'MSKB', id: String(500_000 + at) }, { type: 'IAVA', id: `2024-A-${at}` }],
  },
  port: { port: 445, protocol: 'TCP', service: 'cifs' },
  scan: { uuid: uuid(), schedule_uuid: `template-${uuid()}`, started_at: day(at), completed_at: day(at) },
  severity: 'high', severity_id: 3, severity_modification_type: 'NONE', first_found: day(at), last_found: day(at + 1), state: 'OPEN', finding_id: uuid(),
});
const listOf = (length, record) => Array.from({ length }, (_, at) => record(at));
const findings = listOf(1500, finding);
const chunks = {
  'findings, compact': JSON.stringify(findings),
  'findings, indented': JSON.stringify(findings, null, 2),
  'tiny records': JSON.stringify(listOf(150_000, (id) => ({ id, state: 'OPEN' }))),
};

const pieceBytes = 65_536;
const splitWith = (createSplitter) => ({ bytes, target }) => {
  const splitter = createSplitter();
  let end = 0;
  for (let from = 0; from < bytes.length; from += pieceBytes) end = splitter.write(bytes.subarray(from, from + pieceBytes), target, end);
  if (!splitter.isWhole()) throw new Error('The chunk was refused.');
};
const parse = ({ bytes, target }) => {
  const records = JSON.parse(new TextDecoder().decode(bytes));
  new TextEncoder().encodeInto(records.map((record) => `${JSON.stringify(record)}\n`).join(''), target);
};
const ways = { parse, portable: splitWith(createPortableSplitter), simd: splitWith(() => createSimdSplitter() ?? process.exit(1)) };

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
/** One round: the chunk as often as it takes for 64 MB, as CPU time is counted coarsely. */
const megabytesPerCpuSecond = (way, chunk) => {
  const times = Math.ceil(64e6 / chunk.bytes.length);
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) way(chunk);
  const { system, user } = process.cpuUsage(before);
  return (times * chunk.bytes.length) / (user + system);
};

/** One buffer for all, as a writer of files would have it: memory that was never touched is slow at first. */
const target = new Uint8Array(8e6).fill(1);

const table = Object.entries(chunks).map(([chunk, text]) => {
  const bytes = new TextEncoder().encode(text);
  const job = { bytes, target };
  const rates = Object.entries(ways).map(([name, way]) => {
    megabytesPerCpuSecond(way, job);
    return [name, Math.round(median(listOf(5, () => megabytesPerCpuSecond(way, job))))];
  });
  const { parse: base, portable, simd } = Object.fromEntries(rates);
  return { chunk, MB: (bytes.length / 1e6).toFixed(1), ...Object.fromEntries(rates), 'portable ×': (portable / base).toFixed(1), 'simd ×': (simd / base).toFixed(1) };
});
console.table(table);
