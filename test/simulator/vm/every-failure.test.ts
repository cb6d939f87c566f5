/** Every failure that a server can cause, by a real client, in process and over a real port. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { afterEach, describe, expect, test } from 'vitest';

import type { TenableError } from 'tenable-result';
import { faults, scanIds, usernames } from 'tenable-result/simulator';
import type { SimulatorOptions } from 'tenable-result/simulator';

import { expectErr } from '../../support/expect-result.js';
import { openInProcessLab, openServerLab, toJobResult } from './simulator-lab.js';
import type { Lab } from './simulator-lab.js';

interface Case {
  readonly title: string;
  readonly options?: SimulatorOptions;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly provoke: (lab: Lab) => PromiseLike<Result<unknown, TenableError>>;
}

const strong = 'Correct-Horse-7-Battery';
const toResult = <E>(error: E | null): Result<null, E> => (error === null ? ok(null) : err(error));

const cases: readonly Case[] = [
  {
    title: 'a body that is broken JSON',
    expected: { _tag: 'APIError', reason: 'unexpected-body', code: 200 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.brokenJson());
      return vm.session.details();
    },
  },
  {
    title: 'an empty body where data was to come',
    expected: { _tag: 'APIError', reason: 'empty-body' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.emptyBody());
      return vm.session.details();
    },
  },
  {
    title: 'a login name of another domain',
    expected: { _tag: 'InvalidInputError', code: 400, detail: "The username provided is not a part of the current Container's approved domains." },
    provoke: async ({ vm }) => vm.users.create({ username: 'new@example.org', password: strong, permissions: 32 }),
  },
  {
    title: 'a weak password of a new user',
    expected: { _tag: 'InvalidInputError', code: 400 },
    provoke: async ({ vm }) => vm.users.create({ username: 'new@example.com', password: 'weak', permissions: 32 }),
  },
  {
    title: 'a scripted 400',
    expected: { _tag: 'InvalidInputError', detail: 'no such field' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.invalidInput({ error: 'no such field' }));
      return vm.scans.details({ scan_id: scanIds.completed });
    },
  },
  {
    title: 'wrong keys',
    expected: { _tag: 'PermissionError', reason: 'unauthenticated', code: 401 },
    provoke: async ({ createClient }) => createClient({ secretKey: 'wrong' }).session.details(),
  },
  {
    title: 'a scripted 401',
    expected: { _tag: 'PermissionError', reason: 'unauthenticated' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.unauthorized());
      return vm.session.details();
    },
  },
  {
    title: 'user administration as a standard user',
    expected: { _tag: 'PermissionError', reason: 'forbidden', code: 403, detail: 'Insufficient scope' },
    provoke: async ({ vm }) => vm.impersonate(usernames.standard).asyncAndThen((user) => user.users.details({ user_id: 1 })),
  },
  {
    title: 'a scripted 403',
    expected: { _tag: 'PermissionError', reason: 'forbidden' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.forbidden());
      return vm.session.details();
    },
  },
  {
    title: 'a scan that does not exist',
    expected: { _tag: 'NotFoundError', code: 404, detail: 'Scan not found' },
    provoke: async ({ vm }) => vm.scans.details({ scan_id: 999 }),
  },
  {
    title: 'a scripted 404',
    expected: { _tag: 'NotFoundError' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.notFound());
      return vm.scans.details({ scan_id: scanIds.completed });
    },
  },
  {
    title: 'a login name that is taken',
    expected: { _tag: 'UnsupportedError', code: 409 },
    provoke: async ({ vm }) => vm.users.create({ username: usernames.standard, password: strong, permissions: 32 }),
  },
  {
    title: 'a second export with the same filters',
    expected: { _tag: 'UnsupportedError', code: 409, activeJobId: expect.stringMatching(/^[\da-f-]{36}$/) as unknown },
    provoke: async ({ vm }) => vm.vulnsExport.create().andThen(() => vm.vulnsExport.create()),
  },
  {
    title: 'a scripted 409',
    expected: { _tag: 'UnsupportedError', activeJobId: 'job-1' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.conflict({ activeJobId: 'job-1' }));
      return vm.vulnsExport.create();
    },
  },
  {
    title: 'a scripted 500',
    expected: { _tag: 'ServerError', code: 500 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.serverError());
      return vm.session.details();
    },
  },
  {
    title: 'a rate limit that stays',
    expected: { _tag: 'RetryError', code: 429, attempts: 2, reason: 'rate-limit', retryAfterMs: 0 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.rateLimited({ retryAfterS: 0, times: 2 }));
      return vm.session.details();
    },
  },
  {
    title: 'a service that stays unavailable',
    expected: { _tag: 'RetryError', code: 503, attempts: 2, reason: 'unavailable' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.unavailable({ times: 2 }));
      return vm.session.details();
    },
  },
  {
    title: 'a gateway that gives up on a request that must not be repeated',
    expected: { _tag: 'RetryError', code: 504, attempts: 1 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.gatewayTimeout());
      return vm.scans.launch({ scan_id: scanIds.completed });
    },
  },
  {
    title: 'a teapot',
    expected: { _tag: 'UnknownError', code: 418 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.teapot());
      return vm.session.details();
    },
  },
  {
    title: 'a redirect to elsewhere',
    expected: { _tag: 'UnknownError', code: 302 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.redirect());
      return vm.session.details();
    },
  },
  {
    title: 'impersonating nobody',
    expected: { _tag: 'ImpersonationError', code: 403, username: 'nobody@example.com' },
    provoke: async ({ vm }) => vm.impersonate('nobody@example.com').asyncAndThen((user) => user.session.details()),
  },
  {
    title: 'impersonating without the right',
    expected: { _tag: 'ImpersonationError', code: 403, username: usernames.basic },
    provoke: async ({ createClient, simulator }) => createClient(simulator.keysOf(usernames.standard) ?? {})
      .impersonate(usernames.basic).asyncAndThen((user) => user.session.details()),
  },
  {
    title: 'a scripted refusal of an impersonation',
    expected: { _tag: 'ImpersonationError' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.impersonationRefused());
      return vm.impersonate(usernames.standard).asyncAndThen((user) => user.session.details());
    },
  },
  {
    title: 'a weak new password',
    expected: { _tag: 'PasswordComplexityError', code: 400 },
    provoke: async ({ vm }) => vm.users.changePassword({ user_id: 3, password: 'weak' }),
  },
  {
    title: 'a password that was used before',
    expected: { _tag: 'PasswordComplexityError', code: 400 },
    provoke: async ({ vm }) => vm.users.changePassword({ user_id: 3, password: strong })
      .andThen(() => vm.users.changePassword({ user_id: 3, password: strong })),
  },
  {
    title: 'connections that break',
    expected: { _tag: 'ConnectionError', reason: 'reset', delivery: 'unknown', attempts: 2 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.reset({ times: 2 }));
      return vm.session.details();
    },
  },
  {
    title: 'a body that is cut off',
    expected: { _tag: 'ConnectionError', reason: 'reset' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.cutBody({ times: Infinity }));
      return vm.session.details();
    },
  },
  {
    title: 'an answer that never comes',
    expected: { _tag: 'ConnectionError', reason: 'timeout', delivery: 'unknown' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.hang());
      return vm.session.details({}, { deadlineMs: 100 });
    },
  },
  {
    title: 'a body that stops coming',
    expected: { _tag: 'ConnectionError', reason: 'timeout' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.stallBody());
      return vm.session.details({}, { deadlineMs: 100 });
    },
  },
  {
    title: 'an answer that comes too late',
    expected: { _tag: 'ConnectionError', reason: 'timeout' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.slow({ delayMs: 60_000 }));
      return vm.session.details({}, { deadlineMs: 100 });
    },
  },
  {
    title: 'bytes that are not HTTP',
    expected: { _tag: 'ConnectionError', reason: 'protocol' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.garbage());
      return vm.session.details();
    },
  },
  {
    title: 'an export file that could not be made',
    expected: { _tag: 'FileDownloadError', resource: 'scans', resourceId: String(scanIds.brokenExport), bytesReceived: 0 },
    provoke: async ({ vm }) => vm.scans.export({ scan_id: scanIds.brokenExport, format: 'csv' }, { pollIntervalMs: 1 }),
  },
  {
    title: 'an export file that breaks off',
    expected: { _tag: 'FileDownloadError', bytesReceived: 100 },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.cutBody({ path: /\/download$/, afterBytes: 100 }));
      return vm.scans.export({ scan_id: scanIds.completed, format: 'nessus' }, { pollIntervalMs: 1 }).andThen((file) => file.toBytes());
    },
  },
  {
    title: 'an export that ends in ERROR',
    options: { exportOutcome: 'error' },
    expected: { _tag: 'TioExportsError', export: 'vulns', reason: 'error', checkpoint: { done: [2, 4], cancelled: [1, 3] } },
    provoke: async ({ vm }) => toJobResult(vm.exports.vulns({}, { pollIntervalMs: 1 }), toResult),
  },
  {
    title: 'an export that Tenable cancels',
    options: { exportOutcome: 'cancelled' },
    expected: { _tag: 'TioExportsError', reason: 'cancelled' },
    provoke: async ({ vm }) => toJobResult(vm.exports.compliance({}, { pollIntervalMs: 1 }), toResult),
  },
  {
    title: 'an export that finishes without one of its chunks',
    options: { exportOutcome: 'chunks-failed' },
    expected: { _tag: 'TioExportsError', reason: 'chunks-failed', checkpoint: { done: [2, 4, 1], failed: [3] } },
    provoke: async ({ vm }) => toJobResult(vm.exports.vulns({}, { pollIntervalMs: 1 }), toResult),
  },
  {
    title: 'an export whose chunk is never readable',
    expected: { _tag: 'TioExportsError', reason: 'chunk-unreadable' },
    provoke: async ({ simulator, vm }) => {
      simulator.script(faults.brokenJson({ path: '/vulns/export/{export_uuid}/chunks/2', times: 3 }));
      return toJobResult(vm.exports.vulns({}, { pollIntervalMs: 1 }), toResult);
    },
  },
  {
    title: 'an export that stays in the queue',
    options: { exportOutcome: 'queued' },
    expected: { _tag: 'TioExportsTimeout', export: 'assets' },
    provoke: async ({ vm }) => toJobResult(vm.exports.assets({ chunk_size: 100 }, { pollIntervalMs: 20, timeoutMs: 100 }), toResult),
  },
];

const wires: readonly (readonly [string, (options?: SimulatorOptions) => Lab | Promise<Lab>])[] = [
  ['in process', openInProcessLab],
  ['over a port', openServerLab],
];

const opened: Lab[] = [];

afterEach(async () => {
  for (const lab of opened.splice(0)) await lab.close();
});

describe.each(wires)('%s', (_wire, openLab) => {
  test.each(cases)('$title is $expected._tag', async ({ expected, options, provoke }) => {
    const lab = await openLab(options);
    opened.push(lab);
    const error = expectErr(await lab.settle(provoke(lab)));
    expect(error).toMatchObject(toPartial(expected));
    expect(lab.simulator.unusedFaults()).toStrictEqual([]);
  });
});

/** Chunks arrive in any order, so a checkpoint's lists are compared as sets. */
function toPartial({ checkpoint, ...rest }: Case['expected']): object {
  if (checkpoint === undefined) return rest;
  const lists = Object.entries(checkpoint as Readonly<Record<string, readonly number[]>>)
    .map(([name, numbers]): readonly [string, unknown] => [name, expect.arrayContaining([...numbers]) as unknown]);
  return { ...rest, checkpoint: Object.fromEntries(lists) };
}
