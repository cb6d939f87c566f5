/** Each failure once, by a real call: how it is provoked, and the tag that must come of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { createVmClient } from '../index.js';
import type { TenableError, TenableErrorTag, VmClient } from '../index.js';
import { faults, scanIds } from '../simulator/index.js';
import type { ExportOutcome, Fault, Simulator } from '../simulator/index.js';

/** Where failures are provoked: a simulated Tenable and a client of it. */
export interface Lab {
  readonly simulator: Simulator;
  readonly vm: VmClient;
}

export interface FailureScenario {
  readonly tag: TenableErrorTag;
  /** The call as the caller wrote it. */
  readonly call: string;
  /** What the simulator is told to do; left out where the call is enough. */
  readonly fault?: Fault;
  readonly provoke: (lab: Lab) => ResultAsync<unknown, TenableError>;
}

/** Retries that a person can wait for. */
const quickRetry = { retry: { maxRetries: 2, baseDelayMs: 20 } } as const;

export const failureScenarios: readonly FailureScenario[] = [
  {
    tag: 'APIError',
    call: 'vm.scans.list()',
    fault: faults.brokenJson({ path: '/scans' }),
    provoke: ({ vm }) => vm.scans.list(),
  },
  {
    tag: 'InvalidInputError',
    call: "vm.users.create({ …, password: 'weak' })",
    provoke: ({ vm }) => vm.users.create({ username: 'new@example.com', password: 'weak', permissions: 32 }),
  },
  {
    tag: 'PermissionError',
    call: 'vm.session.details()  // wrong keys',
    provoke: ({ vm }) => withClient(vm, { accessKey: 'wrong-access-key', secretKey: 'wrong-secret-key' }, (other) => other.session.details()),
  },
  {
    tag: 'NotFoundError',
    call: 'vm.scans.details({ scan_id: 404 })',
    provoke: ({ vm }) => vm.scans.details({ scan_id: 404 }),
  },
  {
    tag: 'UnsupportedError',
    call: 'vm.users.create({ username: <taken>, … })',
    provoke: ({ vm }) => vm.session.details().andThen(({ username }) =>
      vm.users.create({ username, password: 'Correct-Horse-7-Battery', permissions: 32 })),
  },
  {
    tag: 'ServerError',
    call: 'vm.users.list()',
    fault: faults.serverError({ path: '/users' }),
    provoke: ({ vm }) => vm.users.list(),
  },
  {
    tag: 'RetryError',
    call: 'vm.agents.list({ scanner_id: 1 }).toArray()',
    fault: faults.rateLimited({ retryAfterS: 0, times: 3 }),
    provoke: ({ vm }) => vm.agents.list({ scanner_id: 1 }, quickRetry).toArray(),
  },
  {
    tag: 'UnknownError',
    call: 'vm.server.status()  // a proxy redirects',
    fault: faults.redirect({ path: '/server/status' }),
    provoke: ({ vm }) => vm.server.status(),
  },
  {
    tag: 'ImpersonationError',
    call: "vm.impersonate('nobody@example.com') … .details()",
    provoke: ({ vm }) => vm.impersonate('nobody@example.com').asyncAndThen((other) => other.session.details()),
  },
  {
    tag: 'PasswordComplexityError',
    call: "vm.users.changePassword({ …, password: 'weak' })",
    provoke: ({ vm }) => vm.session.details().andThen(({ id }) => vm.users.changePassword({ user_id: id, password: 'weak' })),
  },
  {
    tag: 'ConnectionError',
    call: 'vm.scans.launch({ scan_id })  // answer lost',
    fault: faults.reset({ method: 'POST', path: '/scans/{scan_id}/launch' }),
    provoke: ({ vm }) => vm.scans.launch({ scan_id: 404 }),
  },
  {
    tag: 'UnexpectedValueError',
    call: 'vm.scans.details({ scan_id: -1 })',
    provoke: ({ vm }) => vm.scans.details({ scan_id: -1 }),
  },
  {
    tag: 'PackageMissingError',
    call: 'createVmClient({ tracing: true })  // not there',
    provoke: ({ vm }) => inEmptyFolder((packagesFrom) =>
      createVmClient({ url: vm.origin, accessKey: 'any', secretKey: 'any', tracing: true, packagesFrom }))
      .asyncAndThen((client) => client.session.details()),
  },
  {
    tag: 'FileDownloadError',
    call: "vm.scans.export({ scan_id, format: 'nessus' })",
    provoke: ({ vm }) => vm.scans.export({ scan_id: scanIds.brokenExport, format: 'nessus' }, { pollIntervalMs: 20 }),
  },
  {
    tag: 'TioExportsError',
    call: 'vm.exports.vulns()  // ends in ERROR',
    provoke: (lab) => new ResultAsync(exportWith(lab, 'error', 10_000)),
  },
  {
    tag: 'TioExportsTimeout',
    call: 'vm.exports.vulns({}, { timeoutMs: 150 })',
    provoke: (lab) => new ResultAsync(exportWith(lab, 'queued', 150)),
  },
  {
    tag: 'TenableException',
    call: 'vm.session.details()  // vault callback rejects',
    provoke: ({ vm }) => withClient(vm, { credentials: () => Promise.reject(new Error('the vault is sealed')) }, (other) => other.session.details()),
  },
];

/** Another client of the same simulator. */
function withClient(
  { origin }: VmClient,
  config: Parameters<typeof createVmClient>[0],
  call: (client: VmClient) => ResultAsync<unknown, TenableError>,
): ResultAsync<unknown, TenableError> {
  return createVmClient({ ...config, url: origin }).asyncAndThen<unknown, TenableError>(call);
}

/** A place where no optional package is installed. */
function inEmptyFolder<T>(use: (packagesFrom: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-'));
  const used = use(join(folder, 'index.js'));
  rmSync(folder, { recursive: true });
  return used;
}

/** An export whose job goes a certain way; its chunks are taken, its failure is what counts. */
async function exportWith({ simulator, vm }: Lab, outcome: ExportOutcome, timeoutMs: number): Promise<Result<unknown, TenableError>> {
  simulator.setExportOutcome(outcome);
  for await (const chunk of vm.exports.vulns({}, { timeoutMs, pollIntervalMs: 20 }).chunks()) {
    if (chunk.isErr()) return err(chunk.error);
  }
  return ok(undefined);
}
