/** What tests of export jobs have in common: answers of a script, and a client of the simulator in virtual time. */
import { createVmClient } from 'tenable-result';
import type { ApiKeyConfig, Checkpoint, ExportJobError, VmClient } from 'tenable-result';
import { createSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions, VirtualClock } from 'tenable-result/simulator';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';
import type { Result } from 'neverthrow';

import type { Transport, TransportRequest } from '../../src/transport/transport.js';
import { expectOk } from '../support/expect-result.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

export const record = (id: number): VulnRecord => ({ asset: { uuid: `a${id}` }, plugin: { id }, severity: 'low' });
export const chunk = (...ids: readonly number[]): ScriptedAnswer => ({ json: ids.map(record) });
export const created: ScriptedAnswer = { json: { export_uuid: 'job-1' } };
export const cancelled: ScriptedAnswer = { json: { status: 'CANCELLED' } };
export const report = (status: string, chunks_available: readonly number[] = [], rest: object = {}): ScriptedAnswer =>
  ({ json: { status, chunks_available, ...rest } });
export const checkpoint = (done: readonly number[], rest: Partial<Checkpoint> = {}): Checkpoint =>
  ({ version: 1, kind: 'vulns', uuid: 'job-1', done, failed: [], cancelled: [], ...rest });

/** A request to a job of findings in short: `GET /chunks/7`. */
export function toShort({ method, url }: TransportRequest): string {
  return `${method} ${new URL(url).pathname.replace('/vulns/export', '').replace('/job-1', '')}`;
}

/** A loop over records until its end: their plugins' numbers, and the error where there is one. */
export async function readIds(job: AsyncIterable<Result<VulnRecord, ExportJobError>>): Promise<{ readonly ids: readonly number[]; readonly error: ExportJobError | null }> {
  const ids: number[] = [];
  for await (const item of job) {
    if (item.isErr()) return { ids, error: item.error };
    ids.push(item.value.plugin.id);
  }
  return { ids, error: null };
}

export interface ExportLab {
  readonly vm: VmClient;
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  /** How many requests of a method there were to paths that end so. */
  readonly count: (method: string, end: string | RegExp) => number;
}

/** A simulator of 200 findings in chunks of 20, all there at the first question, unless told otherwise. */
export function openExportLab(options: SimulatorOptions = {}, wrap: (transport: Transport) => Transport = (transport) => transport, config: ApiKeyConfig = {}): ExportLab {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock, vulns: 200, recordsPerChunk: 20, pollsUntilReady: 1, ...options });
  const { accessKey, secretKey, transport } = simulator;
  const vm = expectOk(createVmClient({ accessKey, secretKey, transport: wrap(transport), clock, random: () => 1, ...config }));
  const isAt = (path: string, end: string | RegExp): boolean => (typeof end === 'string' ? path.endsWith(end) : path.search(end) !== -1);
  return { vm, simulator, clock, count: (method, end) => simulator.requests().filter((one) => one.method === method && isAt(one.path, end)).length };
}

/** The path of any chunk. */
export const chunkPath = /\/chunks\/\d+$/;

/** The transport, and `tell` told of each request for a chunk before it is sent. */
export function withChunkWatch(transport: Transport, tell: (id: number) => void): Transport {
  return (request, signal) => {
    const id = /\/chunks\/(\d+)$/.exec(request.url)?.[1];
    if (id !== undefined) tell(Number(id));
    return transport(request, signal);
  };
}
