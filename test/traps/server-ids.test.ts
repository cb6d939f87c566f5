/** What a server calls an id goes into paths: one that would lead elsewhere is refused, before anything is sent there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TenableError } from 'tenable-result';

import { createScriptedNessus, createScriptedSc, inEnvelope } from '../support/scripted-products.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

/** Ids that would lead elsewhere, or that nobody would give. */
const hostileId = fc.oneof(
  fc.constantFrom('../../users/1?x=', '..', '.', '/', '..%2f', '%2e%2e%2f', '//evil.example', 'a/b', 'a?b', 'a#b', 'a\\b', 'a b', 'a\u0000', 'a;b', '', '1/../../session'),
  fc.tuple(fc.string({ maxLength: 8 }), fc.constantFrom('/', '?', '#', '\\', '%', '.', ' ', '\n', ';', '@', 'é'), fc.string({ maxLength: 8 })).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 201, maxLength: 220 }),
);

interface Place {
  readonly title: string;
  readonly answers: (id: string) => readonly ScriptedAnswer[];
  /** Carries it out; gives the error, and what was sent. */
  readonly run: (answers: readonly ScriptedAnswer[]) => Promise<{ readonly error: TenableError | null; readonly urls: readonly string[] }>;
}

const exportKinds = ['vulns', 'assets', 'assetsV2', 'compliance', 'was'] as const;
const inVm = (call: (vm: ReturnType<typeof createScriptedClient>['vm']) => PromiseLike<{ readonly error: TenableError | null }>): Place['run'] => async (answers) => {
  const { clock, requests, vm } = createScriptedClient(answers, { retry: { maxRetries: 0 } });
  const { error } = await clock.settle(call(vm));
  return { error, urls: requests.map(({ url }) => url) };
};
const inNessus = (call: (nessus: ReturnType<typeof createScriptedNessus>['nessus']) => PromiseLike<{ readonly error: TenableError | null }>): Place['run'] => async (answers) => {
  const { clock, nessus, requests } = createScriptedNessus(answers);
  const { error } = await clock.settle(call(nessus));
  return { error, urls: requests.map(({ url }) => url) };
};
const inSc = (call: (sc: ReturnType<typeof createScriptedSc>['sc']) => PromiseLike<{ readonly error: TenableError | null }>): Place['run'] => async (answers) => {
  const { clock, requests, sc } = createScriptedSc(answers);
  const { error } = await clock.settle(call(sc));
  return { error, urls: requests.map(({ url }) => url) };
};
const toError = (result: { readonly isErr: () => boolean; readonly error?: unknown }): { readonly error: TenableError | null } =>
  ({ error: result.isErr() ? result.error as TenableError : null }); // of a call that only gives those

const lastError = async (job: AsyncIterable<{ readonly isErr: () => boolean; readonly error?: unknown }>): Promise<{ readonly error: TenableError | null }> => {
  let last: { readonly error: TenableError | null } = { error: null };
  for await (const item of job) last = toError(item);
  return last;
};

const places: readonly Place[] = [
  ...exportKinds.map((kind): Place => ({
    title: `the job of an export of ${kind}`, answers: (id) => [{ json: { export_uuid: id } }], run: inVm((vm) => lastError(vm.exports[kind]())),
  })),
  { title: 'the file of a scan', answers: (id) => [{ json: { file: id } }], run: inVm(async (vm) => toError(await vm.scans.export({ scan_id: 1, format: 'csv' }))) },
  { title: 'a scan that was launched', answers: (id) => [{ json: { scan_uuid: id } }], run: inVm(async (vm) => toError(await vm.scans.launch({ scan_id: 1 }))) },
  { title: 'the token of a scan of Nessus', answers: (id) => [{ json: { token: id, file: 1 } }], run: inNessus(async (nessus) => toError(await nessus.scans.export({ scan_id: 1, format: 'csv' }))) },
  { title: 'the token of a policy of Nessus', answers: (id) => [{ json: { token: id } }], run: inNessus(async (nessus) => toError(await nessus.policies.export({ policy_id: 1 }))) },
  { title: 'an asset list of Security Center', answers: (id) => [inEnvelope({ id, name: 'x', type: 'static' })], run: inSc(async (sc) => toError(await sc.assets.details({ id: 1 }))) },
  { title: 'a scan of Security Center', answers: (id) => [inEnvelope({ scanID: id, scanResult: { id: '1' } })], run: inSc(async (sc) => toError(await sc.scans.launch({ id: 1 }))) },
  { title: 'the result of a scan of Security Center', answers: (id) => [inEnvelope({ scanID: '1', scanResult: { id } })], run: inSc(async (sc) => toError(await sc.scans.launch({ id: 1 }))) },
];

describe.each(places)('an id of a server that would lead elsewhere: $title', ({ answers, run }) => {
  test('is an answer that is not what was expected, and nothing more is sent', async () => {
    await fc.assert(fc.asyncProperty(hostileId, async (id) => {
      const { error, urls } = await run(answers(id));
      expect(error).toMatchObject({ _tag: 'APIError', reason: 'unexpected-body' });
      expect(urls).toHaveLength(1);
    }), { numRuns: 40 });
  });
});

describe('the id of a job that runs already', () => {
  test('that would lead elsewhere is not told and not gone on with', async () => {
    await fc.assert(fc.asyncProperty(hostileId, async (id) => {
      const { error, urls } = await inVm((vm) => lastError(vm.exports.vulns()))([{ status: 409, json: { active_job_id: id } }]);
      expect(error).toMatchObject({ _tag: 'UnsupportedError', activeJobId: null });
      expect(urls).toHaveLength(1);
    }), { numRuns: 40 });
  });

  test.each(['job_uuid=../../users/1', 'job_uuid=a/../b', 'job_uuid=a%2fb', 'job_uuid=..'])('in words is not taken in part: %s', async (words) => {
    const { error, urls } = await inVm((vm) => lastError(vm.exports.vulns()))([{ status: 409, json: { error: `Duplicate export detected for container_uuid=x, ${words}` } }]);
    expect([error?._tag, urls.length]).toStrictEqual(['UnsupportedError', 1]);
  });

  test('in a list of jobs that cannot be trusted is not gone on with', async () => {
    const jobs = { json: { exports: [{ uuid: '../../users/1?x=', status: 'PROCESSING', filters: {} }] } };
    const { error, urls } = await inVm((vm) => lastError(vm.exports.vulns()))([{ failure: 'reset' }, jobs]);
    expect([error?._tag, urls.filter((url) => url.includes('users'))]).toStrictEqual(['ConnectionError', []]);
  });

  test('is refused also where unexpected bodies pass: an id that could be anything cannot be followed', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { file: '../../users/1?x=' } }], { onUnexpectedBody: 'pass' });
    expect(toError(await clock.settle(vm.scans.export({ scan_id: 1, format: 'csv' })))).toMatchObject({ error: { _tag: 'APIError', issues: [{ path: 'file' }] } });
    expect(requests).toHaveLength(1);
  });
});
