/** The main job: a vulnerability export into a file, then each failure once, by real calls. */
import type { Result } from 'neverthrow';

import { createVmClient } from '../index.js';
import type { CreateError, TenableError, VmClient } from '../index.js';
import { exportToFile } from '../node/index.js';
import { findUnfinishedExport } from '../node/unfinished-export.js';
import { createSimulator } from '../simulator/index.js';
import type { Simulator } from '../simulator/index.js';
import { exitCodes } from './exit-codes.js';
import { describeReplacement } from './export-summary.js';
import { createProgressLine } from './progress-line.js';
import { failureScenarios } from './failure-scenarios.js';
import type { Lab } from './failure-scenarios.js';
import { react } from './react.js';
import { tellFailure } from './tell-failure.js';
import { toRow } from './terminal.js';
import type { Output } from './terminal.js';

/** Runs the demo; gives the exit code. */
export async function runDemo(output: Output, path: string): Promise<number> {
  const { TIO_ACCESS_KEY: accessKey = '', TIO_SECRET_KEY: secretKey = '' } = process.env;
  return accessKey !== '' && secretKey !== '' ? runReal(output, path) : runSimulated(output, path);
}

async function runReal(output: Output, path: string): Promise<number> {
  const client = createVmClient();
  output.write(`Exporting vulnerabilities from ${client.isOk() ? client.value.origin : 'Tenable'}\n`);
  const code = await exportVulns(output, path, client, 2_000);
  output.write('The failures are provoked against the simulator only: unset TIO_ACCESS_KEY and TIO_SECRET_KEY to see them.\n');
  return code;
}

async function runSimulated(output: Output, path: string): Promise<number> {
  const simulator = createSimulator({ vulns: 1_000, recordsPerChunk: 100, pollsUntilReady: 5 });
  const server = await simulator.listen();
  if (server.isErr()) return tellFailure(output, server.error);
  const { url, close } = server.value;
  output.write(`Simulated Tenable Vulnerability Management on ${url}; no account is needed.\n\n`);
  const { accessKey, secretKey } = simulator;
  const client = createVmClient({ url, accessKey, secretKey });
  const exported = await exportVulns(output, path, client, 60);
  const provoked = client.isErr() ? tellFailure(output, client.error) : await provokeAll(output, simulator, client.value);
  const closed = await close();
  if (closed.isErr()) return tellFailure(output, closed.error);
  return exported === exitCodes.ok ? provoked : exported;
}

async function exportVulns(output: Output, path: string, client: Result<VmClient, CreateError>, pollIntervalMs: number): Promise<number> {
  if (client.isErr()) return tellFailure(output, client.error);
  const unfinished = await findUnfinishedExport(path);
  if (unfinished !== null) output.write(`${describeReplacement(unfinished)}\n`);
  const line = createProgressLine(output, Date.now);
  const written = await exportToFile(client.value.exports.vulns, {}, path, { pollIntervalMs, onProgress: line.update });
  line.end();
  if (written.isErr()) return tellFailure(output, written.error);
  output.write(`Wrote ${written.value.records} records (${written.value.bytes} bytes) to ${path}\n\n`);
  return exitCodes.ok;
}

const widths = [49, 6, 23, 64] as const;

async function provokeAll(output: Output, simulator: Simulator, vm: VmClient): Promise<number> {
  const lab: Lab = { simulator, vm };
  output.write(`${toRow(['call', 'status', 'tag', "what the caller's exhaustive match did"], widths)}\n`);
  output.write(`${toRow(widths.map((width) => '─'.repeat(width)), widths)}\n`);
  let surprises = 0;
  for (const { call, fault, provoke, tag } of failureScenarios) {
    if (fault !== undefined) simulator.script(fault);
    const result = await provoke(lab);
    const got = result.isErr() ? result.error._tag : 'no failure';
    if (got !== tag) surprises += 1;
    const cells = result.isErr() ? [call, toStatus(result.error), got, react(result.error)] : [call, '', got, ''];
    output.write(`${toRow(cells, widths)}\n`);
  }
  const unused = simulator.unusedFaults().length;
  output.write(`\n${failureScenarios.length - surprises} of ${failureScenarios.length} failures came as expected; every one was handled, none was thrown.\n`);
  return surprises + unused === 0 ? exitCodes.ok : exitCodes.unexpected;
}

/** The HTTP status that an error came with, or a dash. */
function toStatus(error: TenableError): string {
  return 'code' in error ? String(error.code) : '–';
}
