/** A simulator and a client of it, in process in virtual time or over a real port, for tests that do both. */
import type { Result } from 'neverthrow';
import { createVmClient } from 'tenable-result';
import type { ApiKeyConfig, ExportJob, VmClient } from 'tenable-result';
import { createSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions, VirtualClock } from 'tenable-result/simulator';

import { ownValue } from '../../../src/internal/is-record.js';
import { parseJson } from '../../../src/internal/parse-json.js';
import { expectOk } from '../../support/expect-result.js';

export interface Lab {
  readonly simulator: Simulator;
  readonly vm: VmClient;
  /** Another client of the same simulator. */
  readonly createClient: (config: ApiKeyConfig) => VmClient;
  /** Waits for work in the time that the lab has. */
  readonly settle: <T>(work: PromiseLike<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface InProcessLab extends Lab {
  readonly clock: VirtualClock;
}

/** Waits that a test over a real port can afford. */
const quick: ApiKeyConfig = { retry: { maxRetries: 1, baseDelayMs: 1, maxDelayMs: 1 }, deadlineMs: 5_000 };

export function openInProcessLab(options: SimulatorOptions = {}, config: ApiKeyConfig = {}): InProcessLab {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock, ...options });
  const createClient = (more: ApiKeyConfig): VmClient => expectOk(createVmClient({ ...toKeys(simulator), ...quick, clock, transport: simulator.transport, ...config, ...more }));
  return { simulator, clock, createClient, vm: createClient({}), settle: clock.settle, close: () => Promise.resolve() };
}

export async function openServerLab(options: SimulatorOptions = {}, config: ApiKeyConfig = {}): Promise<Lab> {
  const simulator = createSimulator(options);
  const server = expectOk(await simulator.listen());
  const createClient = (more: ApiKeyConfig): VmClient => expectOk(createVmClient({ ...toKeys(simulator), ...quick, url: server.url, ...config, ...more }));
  return {
    simulator,
    createClient,
    vm: createClient({}),
    settle: async (work) => work,
    close: async () => {
      expectOk(await server.close());
    },
  };
}

function toKeys({ accessKey, secretKey }: Simulator): ApiKeyConfig {
  return { accessKey, secretKey };
}

/** A whole job: its records, and the error that it ended with. */
export async function collectJob<Item, E>(job: ExportJob<Item, E>): Promise<{ readonly records: readonly Item[]; readonly error: E | null }> {
  const records: Item[] = [];
  for await (const item of job) {
    if (item.isErr()) return { records, error: item.error };
    records.push(item.value);
  }
  return { records, error: null };
}

/** The failure that a job ended with, as a Result. */
export async function toJobResult<Item, E>(job: ExportJob<Item, E>, toResult: (error: E | null) => Result<null, E>): Promise<Result<null, E>> {
  return toResult((await collectJob(job)).error);
}

/** What the simulator answers to its administrator, without a client: for what a client would not send or not show. */
export function ask(simulator: Simulator, method: string, url: string, body?: unknown): AskedAnswer {
  const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
  const answer = simulator.handle({ method, url, headers, body: body === undefined ? null : JSON.stringify(body) });
  if (answer._tag !== 'Answer') return { status: 0, headers: {}, json: undefined, delayMs: 0 };
  const { delayMs, status } = answer;
  return { status, headers: answer.headers, json: parseJson(answer.body), delayMs };
}

/** `status` is 0 where there was no answer, `json` `undefined` where its body is no JSON. */
export interface AskedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly delayMs: number;
}

/** The id of a job that was just asked for. */
export function startExport(simulator: Simulator, path: string, body: unknown = {}): string {
  return String(ownValue(ask(simulator, 'POST', path, body).json, 'export_uuid'));
}
