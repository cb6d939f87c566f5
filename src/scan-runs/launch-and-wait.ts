/** A scan from launch to results. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { vmAreas } from '../api/vm/areas.js';
import type { ScanDetails, ScanLaunchInput } from '../api/vm/scans.js';
import { findConnection } from '../call/find-connection.js';
import { startWorkSpan } from '../call/span.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { ScanRunError } from '../errors/model/scan-run-error.js';
import type { CallErrorTag, TenableError, TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { copyInput } from '../operation/copy-input.js';
import { deferOperation } from '../operation/area.js';
import { toResultAsync } from '../result.js';
import { readElapsedMs } from '../transport/clock.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import { toHandle } from '../connection/connection.js';
import type { AnyClient, ClientHandle } from '../connection/connection.js';
import { followRun } from './follow-run.js';
import type { FollowedRun } from './follow-run.js';
import { checkRunInput, checkScanRunOptions, readRunInput, readScanRunOptions, scanRunDefaults } from './scan-run-options.js';
import type { ScanRunInput, ScanRunOptions } from './scan-run-options.js';

const launch = deferOperation(vmAreas.scans, 'launch');

/** What a scan that is waited for can end with, for a client with `Extra`. */
export type ScanRunFailed<Extra extends TenableErrorTag = never> = ScanRunError | TenableErrorByTag[CallErrorTag | Extra];

type Waited = Result<ScanDetails, ScanRunError | TenableError>;

/** What a run is waited for with, before it is known. */
type Wait = Omit<FollowedRun, 'runUuid' | 'scan_id'> & { readonly origin: string };

/** Launches a scan and waits for its results. The launch is sent once where it is not certain that it had no effect. */
export function launchAndWait<Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  input: ScanLaunchInput,
  options: ScanRunOptions = {},
): ResultAsync<ScanDetails, ScanRunFailed<Extra>> {
  const copied = copyInput(input);
  return wait<Extra>(client, 'scans.launchAndWait', options, (work) => launchThenFollow(work, copied.isOk() ? copied.value.value as ScanLaunchInput : input)); // what cannot be copied is refused by the launch
}

/** Waits for the results of a run that was launched before. */
export function waitForRun<Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  input: ScanRunInput,
  options: ScanRunOptions = {},
): ResultAsync<ScanDetails, ScanRunFailed<Extra>> {
  const { scan_id, scan_uuid } = readRunInput(input);
  return wait<Extra>(client, 'scans.waitForRun', options, (work) => {
    const issues = checkRunInput({ scan_id, scan_uuid });
    return issues.length === 0 ? followRun({ ...work, scan_id, runUuid: scan_uuid }) : Promise.resolve(err(UnexpectedValueError({ operation: work.operation, issues })));
  });
}

async function launchThenFollow(work: Wait, input: ScanLaunchInput): Promise<Waited> {
  const { callOptions, client, deadline, operation, options: { extra }, origin } = work;
  const launched = await execute(client, launch, input, { ...callOptions, ...(extra === undefined ? {} : { extra }) });
  if (launched.isOk()) return followRun({ ...work, scan_id: input.scan_id, runUuid: launched.value.scan_uuid });
  const { error } = launched;
  return err(deadline.remainingMs() === 0 && error._tag === 'ConnectionError'
    ? ConnectionError({ operation, reason: toEndReason(deadline.signal), delivery: error.delivery, origin })
    : error);
}

function wait<Extra extends TenableErrorTag>(
  client: ClientHandle<Extra>,
  operation: string,
  options: ScanRunOptions,
  work: (wait: Wait) => Promise<Waited>,
): ResultAsync<ScanDetails, ScanRunFailed<Extra>> {
  const waited = toResultAsync(() => run(client, operation, options, work), { operation });
  return waited as ResultAsync<ScanDetails, ScanRunFailed<Extra>>; // the calls inside add `Extra`
}

async function run(client: AnyClient, operation: string, given: ScanRunOptions, work: (wait: Wait) => Promise<Waited>): Promise<Waited> {
  const found = findConnection(client, operation);
  if (found.isErr()) return err(found.error);
  const options = readScanRunOptions(given);
  const issues = checkScanRunOptions(options);
  if (issues.length > 0) return err(UnexpectedValueError({ operation, issues }));
  const span = startWorkSpan({ ...found.value, onUnexpectedBody: 'error' }, { name: operation, operation: 'scans.launch' }); // an id that could be anything cannot be followed
  const { clock, origin } = span.connection;
  const deadline = openDeadline(clock, { deadlineMs: options.deadlineMs ?? scanRunDefaults.deadlineMs, signal: options.signal });
  const callOptions = { retry: options.retry, headers: options.headers, signal: deadline.signal };
  const ended = await work({ client: toHandle(span.connection), clock, deadline, operation, options, callOptions, startedAtMs: readElapsedMs(clock), origin });
  deadline.close();
  span.end({ error: ended.isErr() && ended.error._tag !== 'ScanRunError' ? ended.error : null, counts: {} });
  return ended.isErr() ? err(ended.error) : ok(ended.value);
}
