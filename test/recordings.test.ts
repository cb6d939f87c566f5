/**
 * Every recorded exchange through the real transport: a server on loopback replays it, and each answer must come
 * out as data or as the tag that its status and its request call for.
 */
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createNessusClient, createScClient, createVmClient, defineOperation, empty, execute, file, json } from 'tenable-result';
import type { ClientHandle, OutputForm, TenableErrorTag } from 'tenable-result';

import { expectOk } from './support/expect-result.js';
import { findOperation } from './support/recorded-operations.js';
import type { RecordedProduct } from './support/recorded-operations.js';
import { hasRecordings, readRecordings } from './support/recordings.js';
import type { Recording } from './support/recordings.js';

const keys = { accessKey: 'a'.repeat(64), secretKey: 'b'.repeat(64) };
const recordings = { vm: readRecordings('vm'), sc: [...readRecordings('sc'), ...readRecordings('sc6')], nessus: readRecordings('nessus'), ot: readRecordings('ot') };

const byId = new Map(Object.values(recordings).flat().map((recording) => [recording.id, recording]));

const server = createServer((request, response) => {
  const recording = byId.get(String(request.headers['x-replay-id']));
  const target = recording === undefined ? '' : recording.path + (recording.query === '' ? '' : `?${recording.query}`);
  const isAsked = recording !== undefined && request.method === recording.method && (request.url ?? '').startsWith(target.split('?')[0] ?? '');
  response.writeHead(isAsked ? recording.status : 599, isAsked ? recording.headers : {}).end(isAsked ? recording.body ?? '' : '');
});
let url = '';

beforeAll(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is no pipe
    resolve();
  });
}));
afterAll(() => new Promise<void>((resolve) => {
  server.closeAllConnections();
  server.close(() => {
    resolve();
  });
}));

/** Files are told by what they hold: content types lie both ways in the recordings. */
function guessOutput({ body }: Recording): OutputForm<unknown> {
  if (body === null || body === '') return empty;
  return /^\s*[[{]/.test(body) ? json(v.unknown()) : file({ resource: 'recordings', resourceId: 'id', filename: 'id' });
}

async function replay(client: ClientHandle<TenableErrorTag>, recording: Recording, product: RecordedProduct, output?: OutputForm<unknown>): Promise<string> {
  const operation = defineOperation({
    id: recording.id,
    product,
    method: recording.method,
    path: product === 'sc' ? recording.path.replace(/^\/rest/, '') : recording.path,
    docs: '',
    input: v.looseObject({}),
    output: output ?? findOperation(product, recording)?.output ?? guessOutput(recording),
    adds: ['FileDownloadError'],
  });
  const result = await execute(client, operation, {}, { headers: { 'x-replay-id': recording.id }, retry: { maxRetries: 0 } });
  if (result.isErr()) return result.error._tag;
  if (operation.output.kind === 'file') await (result.value as { readonly toBytes: () => PromiseLike<unknown> }).toBytes(); // a FileDownload
  return 'Ok';
}

function countOutcomes(outcomes: readonly string[]): Readonly<Record<string, number>> {
  return outcomes.reduce<Record<string, number>>((counts, outcome) => ({ ...counts, [outcome]: (counts[outcome] ?? 0) + 1 }), {});
}

const isImpersonation = ({ cassette, path }: Recording): boolean => cassette.startsWith('test_users_impersonate_') && path === '/session';

/** Searches that were asked for as CSV, which these operations do not. */
const isOtherForm = ({ body, path }: Recording): boolean => /^\/api\/v3\/.*\/search$/.test(path) && body?.startsWith('{') === false;

function expectedOfVm(recording: Recording): string {
  if (recording.status < 300) return isOtherForm(recording) ? 'APIError' : 'Ok';
  if (isImpersonation(recording)) return 'ImpersonationError';
  return { 400: 'InvalidInputError', 403: 'PermissionError', 404: 'NotFoundError', 500: 'ServerError' }[recording.status] ?? 'none';
}

function expectedOfSc({ body, status }: Recording): string {
  if (status < 300) return 'Ok';
  if (body?.includes('"error_code":147') === true) return 'NotFoundError';
  return /"error_code":14[36]/.test(body ?? '') ? 'APIError' : 'PermissionError'; // bad input and failed queries have no class of their own
}

function expectedOfNessus({ status }: Recording): string {
  if (status < 300) return 'Ok';
  return { 401: 'PermissionError', 404: 'NotFoundError', 412: 'UnsupportedError' }[status] ?? 'none';
}

describe.skipIf(!hasRecordings)('recorded exchanges', () => {
  const replayAll = async (
    product: RecordedProduct,
    all: readonly Recording[],
    expected: (recording: Recording) => string,
    toClient: (recording: Recording) => ClientHandle<TenableErrorTag>,
  ): Promise<Readonly<Record<string, number>>> => {
    const outcomes: string[] = [];
    const surprises: string[] = [];
    for (const recording of all) {
      const outcome = await replay(toClient(recording), recording, product);
      outcomes.push(outcome);
      if (outcome !== expected(recording)) surprises.push(`${recording.cassette} ${recording.method} ${recording.path}: ${outcome}`);
    }
    expect(surprises).toStrictEqual([]);
    return countOutcomes(outcomes);
  };

  test('of Vulnerability Management come out as data or as the tag of their status', async () => {
    const vm = expectOk(createVmClient({ ...keys, url }));
    const impersonating = expectOk(vm.impersonate('someone@example.com'));
    const counts = await replayAll('vm', recordings.vm, expectedOfVm, (one) => (isImpersonation(one) ? impersonating : vm));
    console.log(`Vulnerability Management: ${recordings.vm.length} exchanges`, counts);
    expect(counts['Ok']).toBeGreaterThan(1000);
    expect(counts['ImpersonationError']).toBe(2);
  }, 60_000);

  test('of Security Center come out unwrapped or as the tag of their code', async () => {
    const sc = expectOk(createScClient({ ...keys, url }));
    const counts = await replayAll('sc', recordings.sc, expectedOfSc, () => sc);
    console.log(`Security Center: ${recordings.sc.length} exchanges`, counts);
    expect(counts).toMatchObject({ NotFoundError: 3, PermissionError: 2 });
  }, 60_000);

  test('of Nessus come out as data or as the tag of their status', async () => {
    const nessus = expectOk(createNessusClient({ ...keys, url }));
    const counts = await replayAll('nessus', recordings.nessus, expectedOfNessus, () => nessus);
    console.log(`Nessus: ${recordings.nessus.length} exchanges`, counts);
    expect(counts).toMatchObject({ UnsupportedError: 1, PermissionError: 1 });
  }, 60_000);

  test('of changes are a success where nothing but success is asked for, unless a file was', async () => {
    const clients = { vm: expectOk(createVmClient({ ...keys, url })), sc: expectOk(createScClient({ ...keys, url })) };
    const outcomes: string[] = [];
    for (const product of ['vm', 'sc'] as const) {
      for (const recording of recordings[product].filter(({ method, status }) => method !== 'GET' && status < 300)) {
        const isFile = recording.body !== null && !/^\s*(?:\{|$)/.test(recording.body);
        const outcome = await replay(clients[product], recording, product, empty);
        outcomes.push(`${isFile ? 'a file' : 'a change'}: ${outcome}`);
      }
    }
    const counts = countOutcomes(outcomes);
    console.log(`Changes: ${outcomes.length}`, counts);
    expect(Object.keys(counts).sort()).toStrictEqual(['a change: Ok', 'a file: APIError']);
    expect(counts['a change: Ok']).toBeGreaterThan(600);
  }, 60_000);

  test('of OT come out as data', async () => {
    const vm = expectOk(createVmClient({ ...keys, url }));
    const counts = await replayAll('vm', recordings.ot, () => 'Ok', () => vm);
    console.log(`OT: ${recordings.ot.length} exchanges`, counts);
    expect(counts['Ok']).toBe(recordings.ot.length);
  }, 60_000);

  test.each([
    ['vm', ['vulnsExport.chunk', 'scans.details', 'agents.list']],
    ['nessus', ['scans.list', 'scans.details', 'scans.create', 'policies.list', 'policies.details', 'server.status', 'server.properties', 'scanners.list', 'session.details']],
    ['sc', ['analysis.query', 'plugins.list', 'scanResults.download', 'currentUser.details', 'users.list', 'system.details', 'feeds.list']],
  ] as const)('reach every operation of %s that was recorded, with its own schema', (product, some) => {
    const reached = new Set(recordings[product].filter(({ status }) => status < 300).map((one) => findOperation(product, one)?.id));
    console.log(`operations of ${product} whose schema was tried on real answers: ${[...reached].filter((id) => id !== undefined).join(', ')}`);
    expect([...reached]).toStrictEqual(expect.arrayContaining([...some]));
  });
});
