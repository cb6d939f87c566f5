/** One fault through one transport: what came of it, and what is wrong with that. */
import { inspect } from 'node:util';

import type { ApiKeyConfig, TenableError, Transport } from 'tenable-result';

import { createBench } from './bench.js';
import { get } from './calls.js';
import { keys } from './fault.js';
import type { Expected, Fault } from './fault.js';

export type TransportName = 'fetch' | 'undici';

export interface Outcome {
  readonly fault: string;
  readonly transport: TransportName;
  /** `Ok`, a tag, `rejected`, `hung`. */
  readonly tag: string;
  readonly reason: string;
  readonly requests: number;
  readonly attempts: number;
  readonly ms: number;
  /** Secrets found in the error. */
  readonly leaks: number;
  readonly complaints: readonly string[];
}

interface Settled {
  readonly tag: string;
  readonly error: TenableError | null;
  readonly value: unknown;
}

const none: Settled = { tag: '', error: null, value: null };

export async function runFault(fault: Fault, name: TransportName, transport?: Transport): Promise<Outcome> {
  const bench = createBench();
  try {
    const url = await fault.serve(bench);
    const config: ApiKeyConfig = {
      ...keys, url, deadlineMs: 1_500, retry: { maxRetries: 0 }, ...fault.config?.(), ...(transport === undefined ? {} : { transport }),
    };
    const startMs = performance.now();
    const call = (fault.call ?? get)({ config, options: fault.options ?? {}, bench });
    const settled = await settle(call, (fault.limitMs ?? 2_000) * 2);
    const ms = Math.round(performance.now() - startMs);
    const expected = name === 'fetch' ? fault.expectedOfFetch ?? fault.expected : fault.expected;
    const { error, tag } = settled;
    const attempts = toAttempts(error);
    const leaks = error === null ? 0 : countLeaks(error);
    const complaints = [
      ...complain('tag', tag, expected.tag),
      ...(expected.reason === undefined ? [] : complain('reason', toReason(error), expected.reason)),
      ...(expected.requests === undefined ? [] : complain('requests', bench.requests, expected.requests)),
      ...complainOfAttempts(expected, attempts, bench.requests),
      ...complain('stray connections', bench.strayConnections, 0),
      ...complain('leaks', leaks, 0),
      ...(fault.isReleased === true ? complain('open connections', await bench.countOpen(), 0) : []),
      ...(tag === 'Ok' ? complainOfValue(settled.value, expected) : []),
      ...complain('polluted prototype', 'polluted' in {}, false),
      ...(ms <= (fault.limitMs ?? 2_000) ? [] : [`took ${ms} ms`]),
    ];
    return { fault: `${fault.group}: ${fault.name}`, transport: name, tag, reason: toReason(error), requests: bench.requests, attempts: attempts ?? 0, ms, leaks, complaints };
  } finally {
    await bench.close();
  }
}

/** What a call came to; never rejects, never waits for ever. */
async function settle(call: ReturnType<NonNullable<Fault['call']>>, limitMs: number): Promise<Settled> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<Settled>((resolve) => {
    timer = setTimeout(resolve, limitMs, { ...none, tag: 'hung' });
  });
  const ended = Promise.resolve(call).then(
    (result): Settled => (result.isOk() ? { ...none, tag: 'Ok', value: result.value } : { ...none, tag: result.error._tag, error: result.error }),
    (thrown: unknown): Settled => ({ ...none, tag: 'rejected', value: thrown }),
  );
  const settled = await Promise.race([ended, hung]);
  clearTimeout(timer);
  return settled;
}

function complain(what: string, actual: unknown, expected: unknown): readonly string[] {
  return actual === expected ? [] : [`${what}: ${String(actual)} instead of ${String(expected)}`];
}

function complainOfAttempts(expected: Expected, attempts: number | null, requests: number): readonly string[] {
  if (attempts === null) return [];
  const due = expected.attempts ?? (requests === 0 ? null : requests);
  return due === null ? [] : complain('attempts', attempts, due);
}

function complainOfValue(value: unknown, { value: expected = { id: 1 } }: Expected): readonly string[] {
  const found = value as Readonly<Record<string, unknown>>; // every output here is an object
  return Object.entries(expected as object).flatMap(([name, due]) => complain(name, found[name], due));
}

/** How many attempts an error lists; `null` where it lists none, as errors of whole jobs do. */
function toAttempts(error: TenableError | null): number | null {
  return error !== null && 'attemptLog' in error ? error.attemptLog.length : null;
}

function toReason(error: TenableError | null): string {
  return error !== null && 'reason' in error ? error.reason : '';
}

/** The canaries as they are and without their ends, so that a part of one is found too. */
const needles = Object.values(keys).flatMap((key) => [key, key.slice(0, 20), key.slice(-20), Buffer.from(key).toString('base64').slice(4, 40)]);

function countLeaks(error: TenableError): number {
  const texts = [JSON.stringify(error), inspect(error, { depth: Infinity, showHidden: true, maxStringLength: null })];
  return needles.filter((needle) => texts.some((text) => text.includes(needle))).length;
}
