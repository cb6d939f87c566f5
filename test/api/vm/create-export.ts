import { expect } from 'vitest';

import { execute } from 'tenable-result';
import type { AnyOperation, Issue } from 'tenable-result';

import { expectOk, expectTag } from '../../support/expect-result.js';
import { createScriptedClient } from '../../support/scripted-client.js';

/** The body that an operation which creates a job sends. */
export async function sentFor(create: AnyOperation, input: unknown): Promise<unknown> {
  const { clock, requests, vm } = createScriptedClient([{ json: { export_uuid: 'job-1' } }]);
  expect(expectOk(await clock.settle(execute(vm, create, input)))).toMatchObject({ export_uuid: 'job-1' });
  return JSON.parse(requests[0]?.body ?? '') as unknown; // what was written is compared, not used
}

/** The issues for which it sends nothing. */
export async function refusedFor(create: AnyOperation, input: unknown): Promise<readonly Issue[]> {
  const { clock, vm } = createScriptedClient([]);
  return expectTag(await clock.settle(execute(vm, create, input)), 'UnexpectedValueError').issues;
}
