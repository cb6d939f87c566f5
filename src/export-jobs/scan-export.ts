/** The life of a scan's export file: ask for it, wait until it is ready, download it. */
import { err } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { exportDownload, exportRequest, exportStatus } from '../api/vm/scans.js';
import type { ScanExportRequestInput } from '../api/vm/scan-types.js';
import type { CallOptions } from '../call/call-options.js';
import { checkCallOptions, checkNumber, readCallOptions } from '../call/call-options.js';
import { findConnection } from '../call/find-connection.js';
import { ConnectionError } from '../errors/connection-error.js';
import type { Delivery } from '../errors/connection-error.js';
import { FileDownloadError } from '../errors/job-errors.js';
import type { Issue } from '../errors/issue.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import type { CallErrorTag, TenableErrorByTag, TenableErrorTag } from '../errors/tenable-error.js';
import { execute } from '../execute.js';
import { isRecord } from '../internal/is-record.js';
import type { FileDownload } from '../operation/output.js';
import { toResultAsync } from '../result.js';
import { sleep } from '../transport/clock.js';
import type { AnyClient, ClientHandle, Connection } from '../transport/connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';

export interface ScanExportOptions extends CallOptions {
  /** Wait between two status requests, in milliseconds. Default 2,500. */
  readonly pollIntervalMs?: number | undefined;
}

const defaultPollIntervalMs = 2_500;
const defaultDeadlineMs = 600_000;

export type ScanExportTag = CallErrorTag | 'FileDownloadError';

/**
 * The export file of a scan, ready to be read. A file that could not be prepared is a `FileDownloadError`.
 * `deadlineMs` (default 10 minutes) covers preparation; the download has the client's deadline of its own.
 */
export function exportScan<Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  input: ScanExportRequestInput,
  options: ScanExportOptions = {},
): ResultAsync<FileDownload, TenableErrorByTag[ScanExportTag | Extra]> {
  const exported = toResultAsync(() => run(client, input, options), { operation: 'scans.export' });
  return exported as ResultAsync<FileDownload, TenableErrorByTag[ScanExportTag | Extra]>; // the calls inside add `Extra`
}

type Exported<T> = Result<T, TenableErrorByTag[ScanExportTag | TenableErrorTag]>;

async function run(client: AnyClient, input: ScanExportRequestInput, given: ScanExportOptions): Promise<Exported<FileDownload>> {
  const found = findConnection(client, 'scans.export');
  if (found.isErr()) return err(found.error);
  const connection = found.value;
  const options = readOptions(given);
  const issues = checkOptions(options);
  if (issues.length > 0) return err(UnexpectedValueError({ operation: 'scans.export', issues }));
  const deadline = openDeadline(connection.clock, { deadlineMs: options.deadlineMs ?? defaultDeadlineMs, signal: options.signal });
  const prepared = await prepareFile(client, connection, deadline, input, options);
  deadline.close();
  if (prepared.isErr()) return err(prepared.error);
  return execute(client, exportDownload, prepared.value, { ...options, deadlineMs: connection.deadlineMs });
}

function readOptions(options: ScanExportOptions): ScanExportOptions {
  const given: unknown = options;
  return isRecord(given) ? { ...readCallOptions(options), pollIntervalMs: options.pollIntervalMs } : options;
}

function checkOptions(options: unknown): readonly Issue[] {
  if (!isRecord(options)) return checkCallOptions(options);
  return [...checkCallOptions(options), ...checkNumber('pollIntervalMs', options['pollIntervalMs'], 0, Number.MAX_SAFE_INTEGER)];
}

interface PreparedFile {
  readonly scan_id: ScanExportRequestInput['scan_id'];
  readonly file_id: string;
  readonly type?: 'web-app' | undefined;
}

async function prepareFile(
  client: AnyClient,
  { clock, origin }: Connection,
  deadline: Deadline,
  input: ScanExportRequestInput,
  options: ScanExportOptions,
): Promise<Exported<PreparedFile>> {
  const callOptions: CallOptions = { ...options, deadlineMs: undefined, signal: deadline.signal };
  const toEnded = (delivery: Delivery): ConnectionError =>
    ConnectionError({ operation: 'scans.export', reason: toEndReason(deadline.signal), delivery, origin });
  const requested = await execute(client, exportRequest, input, callOptions);
  if (deadline.remainingMs() === 0) return err(toEnded(requested.isErr() && requested.error._tag === 'ConnectionError' ? requested.error.delivery : 'answered'));
  if (requested.isErr()) return err(requested.error);
  const prepared: PreparedFile = { scan_id: input.scan_id, file_id: requested.value.file, type: input.type };
  for (;;) {
    const state = await execute(client, exportStatus, prepared, callOptions);
    if (deadline.remainingMs() === 0) return err(toEnded('answered'));
    if (state.isErr()) return err(state.error);
    const status = state.value.status.toLowerCase();
    if (status === 'ready') return state.map(() => prepared);
    if (status === 'error') return err(toFileError(prepared));
    await sleep(clock, options.pollIntervalMs ?? defaultPollIntervalMs, deadline.signal);
  }
}

function toFileError({ file_id, scan_id }: PreparedFile): FileDownloadError {
  return FileDownloadError({ operation: 'scans.export', resource: 'scans', resourceId: String(scan_id), filename: file_id });
}
