import { expect } from 'vitest';

import { execute } from 'tenable-result';
import type { AnyOperation, ClientHandle } from 'tenable-result';

import { toVmConnection } from '../../../src/clients/vm-connection.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import type { VirtualClock } from '../../../src/simulator/virtual-clock.js';
import { bindConnection } from '../../../src/transport/connection.js';
import { expectOk, expectTag } from '../../support/expect-result.js';
import { createScript } from '../../support/scripted-transport.js';
import type { Script, ScriptedAnswer } from '../../support/scripted-transport.js';

export interface ScriptedNessus extends Script {
  readonly nessus: ClientHandle;
  readonly clock: VirtualClock;
}

/** A client of a Nessus over a script, in virtual time. */
export function createScriptedNessus(answers: readonly ScriptedAnswer[]): ScriptedNessus {
  const script = createScript(answers);
  const clock = createVirtualClock();
  const url = 'https://localhost:8834';
  const connection = expectOk(toVmConnection({ accessKey: 'test-access-key', secretKey: 'test-secret-key', url, transport: script.transport, clock }));
  return { ...script, clock, nessus: bindConnection({ product: 'nessus' as const, origin: url }, { ...connection, product: 'nessus' }) };
}

/** What an operation sends, as a line, and what it makes of an answer. */
export async function exchange(operation: AnyOperation, input: unknown, answer: ScriptedAnswer): Promise<{ readonly sent: string; readonly output: unknown }> {
  const { clock, nessus, requests } = createScriptedNessus([answer]);
  const output = expectOk(await clock.settle(execute(nessus, operation, input)));
  const [request] = requests;
  const line = `${request?.method ?? ''} ${request?.url.replace('https://localhost:8834', '') ?? ''}`;
  return { sent: (request?.body ?? null) === null ? line : `${line} ${request?.body ?? ''}`, output };
}

/** Where and why an operation refuses an input. Sends nothing. */
export async function refuse(operation: AnyOperation, input: unknown): Promise<Readonly<Record<string, string>>> {
  const { clock, nessus } = createScriptedNessus([]);
  const { issues } = expectTag(await clock.settle(execute(nessus, operation, input)), 'UnexpectedValueError');
  return Object.fromEntries(issues.map(({ expected, path }) => [path, expected]));
}

/** The tag that an operation ends with for an answer. */
export async function fail(operation: AnyOperation, input: unknown, answer: ScriptedAnswer): Promise<string> {
  const { clock, nessus } = createScriptedNessus([answer]);
  const result = await clock.settle(execute(nessus, operation, input, { retry: { maxRetries: 0 } }));
  return result.isErr() ? result.error._tag : expect.fail(`expected Err, got ${JSON.stringify(result.value)}`);
}
