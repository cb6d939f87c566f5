/** Clients of Security Center and of Nessus over a script, in virtual time. */
import type { Result } from 'neverthrow';

import { createNessusClient, createScClient } from 'tenable-result';
import type { NessusClient, ScClient, ScConfig, SessionConfig } from 'tenable-result';

import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import type { VirtualClock } from '../../src/simulator/virtual-clock.js';
import { expectOk } from './expect-result.js';
import { createScript } from './scripted-transport.js';
import type { Script, ScriptedAnswer } from './scripted-transport.js';

export interface Scripted extends Script {
  readonly clock: VirtualClock;
  /** Milliseconds of virtual time since the start. */
  readonly elapsedMs: () => number;
  /** What was sent, a line each: method, path and query, body. */
  readonly lines: () => readonly string[];
}

export const scUrl = 'https://sc.example.com';
export const nessusUrl = 'https://localhost:8834';

export const testKeys = { accessKey: 'test-access-key', secretKey: 'test-secret-key' };

/** A log-in by name; the password is one that no answer holds by accident. */
export const testLogIn = { username: 'someone', password: 'correct-horse-battery' };

function createScripted<Client, Config>(
  create: (config: Config) => Result<Client, unknown>,
  answers: readonly ScriptedAnswer[],
  url: string,
  config: Config,
): Scripted & { readonly client: Client } {
  const script = createScript(answers);
  const clock = createVirtualClock();
  const startedAtMs = clock.now();
  const client = expectOk(create({ url, transport: script.transport, clock, random: () => 1, ...config }));
  return {
    ...script,
    client,
    clock,
    elapsedMs: () => clock.now() - startedAtMs,
    lines: () => script.requests.map((request) => `${request.method} ${request.url.replace(url, '')}${request.body === null ? '' : ` ${request.body}`}`),
  };
}

/** A Security Center client that authenticates with keys, unless `config` says otherwise. */
export function createScriptedSc(answers: readonly ScriptedAnswer[], config: ScConfig = testKeys): Scripted & { readonly sc: ScClient } {
  const { client, ...rest } = createScripted(createScClient, answers, scUrl, config);
  return { ...rest, sc: client };
}

/** A Nessus client that authenticates with keys, unless `config` says otherwise. */
export function createScriptedNessus(answers: readonly ScriptedAnswer[], config: SessionConfig = testKeys): Scripted & { readonly nessus: NessusClient } {
  const { client, ...rest } = createScripted(createNessusClient, answers, nessusUrl, config);
  return { ...rest, nessus: client };
}

/** An answer of Security Center in its envelope. */
export function inEnvelope(response: unknown, { code = 0, message = '', warnings = [], status = 200 }: {
  readonly code?: number; readonly message?: string; readonly warnings?: readonly unknown[]; readonly status?: number;
} = {}): ScriptedAnswer {
  return { status, json: { type: 'regular', response, error_code: code, error_msg: message, warnings, timestamp: 1_700_000_000 } };
}
