/** What an operation of any product sends and what it makes of an answer, over the product's own client. */
import { expect } from 'vitest';

import { execute } from 'tenable-result';
import type { AnyOperation, ClientHandle, Product } from 'tenable-result';

import { expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedNessus, createScriptedSc, nessusUrl, scUrl } from '../support/scripted-products.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { Script, ScriptedAnswer } from '../support/scripted-transport.js';
import type { VirtualClock } from '../../src/simulator/virtual-clock.js';

interface ScriptedProduct extends Script {
  readonly client: ClientHandle;
  readonly clock: VirtualClock;
  /** What every URL of the product starts with. */
  readonly base: string;
}

function createScripted(product: Product, answers: readonly ScriptedAnswer[]): ScriptedProduct {
  if (product === 'sc') {
    const { sc, ...rest } = createScriptedSc(answers);
    return { ...rest, client: sc, base: `${scUrl}/rest` };
  }
  if (product === 'nessus') {
    const { nessus, ...rest } = createScriptedNessus(answers);
    return { ...rest, client: nessus, base: nessusUrl };
  }
  const { vm, ...rest } = createScriptedClient(answers);
  return { ...rest, client: vm, base: 'https://cloud.tenable.com' };
}

/** What an operation sends, as a line, and what it makes of an answer. */
export async function exchange(operation: AnyOperation, input: unknown, answer: ScriptedAnswer): Promise<{ readonly sent: string; readonly output: unknown }> {
  const { base, client, clock, requests } = createScripted(operation.product, [answer]);
  const output = expectOk(await clock.settle(execute(client, operation, input)));
  const { body, method, url } = requests[0] ?? expect.fail('nothing was sent');
  expect(url.startsWith(`${base}/`)).toBe(true);
  return { sent: `${method} ${url.slice(base.length)}${body === null ? '' : ` ${body}`}`, output };
}

/** Where and why an operation refuses an input. Sends nothing. */
export async function refuse(operation: AnyOperation, input: unknown): Promise<Readonly<Record<string, string>>> {
  const { client, clock } = createScripted(operation.product, []);
  const { issues } = expectTag(await clock.settle(execute(client, operation, input)), 'UnexpectedValueError');
  return Object.fromEntries(issues.map(({ expected, path }) => [path, expected]));
}

/** The tag that an operation ends with for an answer. */
export async function fail(operation: AnyOperation, input: unknown, answer: ScriptedAnswer): Promise<string> {
  const { client, clock } = createScripted(operation.product, [answer]);
  const result = await clock.settle(execute(client, operation, input, { retry: { maxRetries: 0 } }));
  return result.isErr() ? result.error._tag : expect.fail(`expected Err, got ${JSON.stringify(result.value)}`);
}
