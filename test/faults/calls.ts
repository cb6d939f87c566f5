/** The calls that are made into the faults: through the package's own front door. */
import { ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { createVmClient, defineOperation, execute, json } from 'tenable-result';
import type { ClientHandle, Operation, Product, TenableError, TenableErrorTag } from 'tenable-result';
import * as v from 'valibot';

import { toVmConnection } from '../../src/clients/vm-connection.js';
import { bindConnection } from '../../src/connection/connection.js';
import { expectOk } from '../support/expect-result.js';
import type { FaultCall, Target } from './fault.js';

type Method = 'DELETE' | 'GET' | 'POST' | 'PUT';

type FaultOperation = Operation<Readonly<Record<string, unknown>>, unknown>;

function define(product: 'nessus' | 'sc' | 'vm', method: Method): FaultOperation {
  return defineOperation({
    id: `faults.${method.toLowerCase()}`,
    product,
    method,
    path: '/fault',
    docs: '',
    input: v.looseObject({}),
    output: json(v.looseObject({ id: v.number() })),
  });
}

function toHandle({ config }: Target, product: Product): ClientHandle<TenableErrorTag> {
  const connection = expectOk(toVmConnection(config));
  return bindConnection({ product, origin: connection.origin }, { ...connection, product });
}

const callOn = (product: 'nessus' | 'sc' | 'vm', method: Method): FaultCall => (target) =>
  execute(toHandle(target, product), define(product, method), method === 'GET' ? {} : { name: 'fault' }, target.options);

export const get = callOn('vm', 'GET');
export const post = callOn('vm', 'POST');
export const put = callOn('vm', 'PUT');
export const getSc = callOn('sc', 'GET');
export const postNessus = callOn('nessus', 'POST');

/** A good call first, over a connection that is kept; then the call that counts, by the same client. */
export const afterGoodCall = (method: Method): FaultCall => async (target) => {
  const handle = toHandle(target, 'vm');
  expectOk(await execute(handle, define('vm', 'GET'), {}));
  await new Promise((resolve) => setTimeout(resolve, 5));
  target.bench.requests = 0;
  return execute(handle, define('vm', method), method === 'GET' ? {} : { name: 'fault' }, target.options);
};

/** All of an export: its last failure, or how many records came. */
export const exportVulns = (timeoutMs: number): FaultCall => async ({ config }) => {
  const vm = expectOk(createVmClient(config));
  const job = vm.exports.vulns({}, { pollIntervalMs: 1, maxPollIntervalMs: 5, timeoutMs });
  let last: Result<unknown, TenableError> = ok(undefined);
  let records = 0;
  for await (const record of job) {
    if (record.isOk()) records += 1;
    last = record;
  }
  return last.map(() => ({ records }));
};
