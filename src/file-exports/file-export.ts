/** The life of a file that a server has to prepare: ask for it, wait until it is ready, download it. */
import { err } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { CallOptions } from '../call/call-options.js';
import { checkCallOptions, checkNumber, readCallOptions } from '../call/call-options.js';
import { findConnection } from '../call/find-connection.js';
import { startWorkSpan } from '../call/span.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import type { Delivery } from '../errors/model/connection-error.js';
import { FileDownloadError } from '../errors/model/job-errors.js';
import type { Issue } from '../errors/model/issue.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { CallErrorTag, TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { isRecord } from '../internal/is-record.js';
import { copyInput } from '../operation/copy-input.js';
import type { Operation } from '../operation/define-operation.js';
import type { FileDownload, FileNames } from '../operation/output.js';
import { toResultAsync } from '../result.js';
import { sleep } from '../transport/clock.js';
import { toHandle } from '../connection/connection.js';
import type { AnyClient, ClientHandle, Connection } from '../connection/connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';

export interface FileExportOptions extends CallOptions {
  /** Wait between two status requests, in milliseconds. Default 2,500; 500 on Nessus. */
  readonly pollIntervalMs?: number | undefined;
}

/** What the steps of a kind of file are. */
export interface FileExport<Input, Requested> {
  /** What errors call the whole: `scans.export`. */
  readonly id: string;
  readonly pollIntervalMs: number;
  readonly request: Operation<Input, Requested, TenableErrorTag>;
  readonly toSteps: (input: Input, requested: Requested) => FileSteps;
}

type Step<Output> = (client: AnyClient, options: CallOptions) => ResultAsync<Output, TenableErrorByTag[TenableErrorTag]>;

/** What is left to do for a file that was asked for. */
export interface FileSteps {
  readonly status: Step<{ readonly status: string }>;
  readonly download: Step<FileDownload>;
  /** What an error says of a file that could not be prepared. */
  readonly names: FileNames;
}

/** The operations that follow a kind of file. `File` is what names it to them. */
export interface FileOperations<File> {
  readonly status: Operation<File, { readonly status: string }, TenableErrorTag>;
  readonly download: Operation<File, FileDownload, TenableErrorTag>;
}

export function toFileSteps<File>({ download, status }: FileOperations<File>, file: File, names: FileNames): FileSteps {
  return {
    status: (client, options) => execute<File, { readonly status: string }, TenableErrorTag, never, TenableErrorTag>(client, status, file, options),
    download: (client, options) => execute<File, FileDownload, TenableErrorTag, never, TenableErrorTag>(client, download, file, options),
    names,
  };
}

const defaultDeadlineMs = 600_000;

/** Statuses after which a file does not become ready any more; `error` is the documented one. */
const lastWords: readonly string[] = ['error', 'failed', 'cancelled', 'canceled', 'expired'];

export type FileExportTag = CallErrorTag | 'FileDownloadError';

/**
 * The file, ready to be read. One that could not be prepared is a `FileDownloadError`. `deadlineMs` (default
 * 10 minutes) covers preparation; the download has the client's deadline of its own.
 */
export function exportFile<Input, Requested, Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  kind: FileExport<Input, Requested>,
  input: Input,
  options: FileExportOptions = {},
): ResultAsync<FileDownload, TenableErrorByTag[FileExportTag | Extra]> {
  const copied = copyInput(input); // as it is now: the last steps come much later
  const exported = toResultAsync(() => run(client, kind, copied.isOk() ? (copied.value.value as Input) : input, options), { operation: kind.id }); // what cannot be copied is refused by the first call
  return exported as ResultAsync<FileDownload, TenableErrorByTag[FileExportTag | Extra]>; // the calls inside add `Extra`
}

type Exported<T> = Result<T, TenableErrorByTag[TenableErrorTag]>;

async function run<Input, Requested>(
  client: AnyClient,
  kind: FileExport<Input, Requested>,
  input: Input,
  given: FileExportOptions,
): Promise<Exported<FileDownload>> {
  const found = findConnection(client, kind.id);
  if (found.isErr()) return err(found.error);
  const options = readOptions(given);
  const issues = checkOptions(options);
  if (issues.length > 0) return err(UnexpectedValueError({ operation: kind.id, issues }));
  const span = startWorkSpan({ ...found.value, onUnexpectedBody: 'error' }, { name: kind.id, operation: kind.request.id }); // an id that could be anything cannot be followed
  const { connection } = span;
  const deadline = openDeadline(connection.clock, { deadlineMs: options.deadlineMs ?? defaultDeadlineMs, signal: options.signal });
  const handle = toHandle(connection);
  const prepared = await prepareFile(handle, connection, kind, deadline, input, options);
  deadline.close();
  const opened: Exported<FileDownload> = prepared.isErr()
    ? err(prepared.error)
    : await prepared.value.download(handle, { ...options, deadlineMs: connection.deadlineMs });
  span.end({ error: opened.isErr() ? opened.error : null, counts: {} });
  return opened;
}

function readOptions(options: FileExportOptions): FileExportOptions {
  const given: unknown = options;
  return isRecord(given) ? { ...readCallOptions(options), pollIntervalMs: options.pollIntervalMs } : options;
}

function checkOptions(options: unknown): readonly Issue[] {
  if (!isRecord(options)) return checkCallOptions(options);
  return [...checkCallOptions(options), ...checkNumber('pollIntervalMs', options['pollIntervalMs'], 0, Number.MAX_SAFE_INTEGER)];
}

async function prepareFile<Input, Requested>(
  client: AnyClient,
  { clock, origin }: Connection,
  kind: FileExport<Input, Requested>,
  deadline: Deadline,
  input: Input,
  options: FileExportOptions,
): Promise<Exported<FileSteps>> {
  const callOptions: CallOptions = { ...options, deadlineMs: undefined, signal: deadline.signal };
  const toEnded = (delivery: Delivery): ConnectionError =>
    ConnectionError({ operation: kind.id, reason: toEndReason(deadline.signal), delivery, origin });
  const requested = await execute<Input, Requested, TenableErrorTag, never, TenableErrorTag>(client, kind.request, input, callOptions);
  if (deadline.remainingMs() === 0) return err(toEnded(requested.isErr() && requested.error._tag === 'ConnectionError' ? requested.error.delivery : 'answered'));
  if (requested.isErr()) return err(requested.error);
  const steps = kind.toSteps(input, requested.value);
  for (;;) {
    const state = await steps.status(client, callOptions);
    if (deadline.remainingMs() === 0) return err(toEnded('answered'));
    if (state.isErr()) return err(state.error);
    const status = state.value.status.toLowerCase();
    if (status === 'ready') return state.map(() => steps);
    if (lastWords.includes(status)) return err(FileDownloadError({ operation: kind.id, ...steps.names, reason: 'not-prepared' }));
    await sleep(clock, options.pollIntervalMs ?? kind.pollIntervalMs, deadline.signal);
  }
}
