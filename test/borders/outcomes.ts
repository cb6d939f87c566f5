/** Outcomes of real calls to a simulator, for programs that send them across a border. */
import type { Result } from 'neverthrow';

import { createVmClient } from 'tenable-result';
import type { TenableError } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

/** One success, then failures of each group that a call can have. */
export async function collectOutcomes(): Promise<readonly Result<unknown, TenableError>[]> {
  const { transport } = createSimulator();
  const client = createVmClient(createSimulator());
  const stranger = createVmClient({ accessKey: 'wrong', secretKey: 'wrong', transport });
  // Port 9 is where nobody listens; nothing is sent again.
  const unreachable = createVmClient({ accessKey: 'any', secretKey: 'any', url: 'http://127.0.0.1:9', retry: { maxRetries: 0 } });
  return [
    await client.asyncAndThen((vm) => vm.session.details()).map(({ username }) => ({ username })),
    await client.asyncAndThen((vm) => vm.scans.details({ scan_id: 404 })),
    await client.asyncAndThen((vm) => vm.scans.details({ scan_id: '..' })),
    await stranger.asyncAndThen((vm) => vm.session.details()),
    await unreachable.asyncAndThen((vm) => vm.session.details()),
  ];
}

/** What a newer version of this package may send one day: a tag that is not known yet. */
export const newerError = { _tag: 'QuotaError', message: 'The quota is used up.', operation: 'scans.list', limit: 10 };
