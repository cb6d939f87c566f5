/** The client of Tenable Vulnerability Management: every operation of its catalogue as a call. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { AssetRecord, AssetsExportInput } from '../api/vm/assets-export.js';
import type { AssetV2Record, AssetsV2ExportInput } from '../api/vm/assets-v2-export.js';
import { vmAreas } from '../api/vm/areas.js';
import type { VmCatalogue } from '../api/vm/catalogue.js';
import type { ComplianceExportInput, ComplianceRecord } from '../api/vm/compliance-export.js';
import type { ScanDetails, ScanExportRequestInput, ScanLaunchInput } from '../api/vm/scans.js';
import type { VulnRecord, VulnsExportInput } from '../api/vm/vulns-export.js';
import type { WasExportInput, WasRecord } from '../api/vm/was-export.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { createExportCall, toExportOperations } from '../export-jobs/export-call.js';
import type { ExportCall } from '../export-jobs/export-call.js';
import type { ExportJobError } from '../export-jobs/export-run.js';
import { exportFile } from '../file-exports/file-export.js';
import type { FileExportOptions, FileExportTag } from '../file-exports/file-export.js';
import { scanExport } from '../file-exports/scan-export.js';
import { launchAndWait, waitForRun } from '../scan-runs/launch-and-wait.js';
import type { ScanRunFailed } from '../scan-runs/launch-and-wait.js';
import type { ScanRunInput, ScanRunOptions } from '../scan-runs/scan-run-options.js';
import { describeType } from '../internal/describe-type.js';
import type { FileDownload } from '../operation/output.js';
import { bindConnection, toHandle } from '../connection/connection.js';
import type { AnyClient, ClientHandle, Connection } from '../connection/connection.js';
import { toClosable } from '../connection/closable.js';
import type { Closable } from '../connection/closable.js';
import { addCalls, createCalls } from './calls.js';
import { createRequestCall } from './request.js';
import type { RequestCall } from './request.js';
import type { CallsOf } from './calls.js';
import type { ApiKeyConfig } from './client-config.js';
import { toVmConnection } from './vm-connection.js';
import type { CreateError } from './product-connection.js';

/** The errors that an export can end with, for a client with `Extra`. */
type ErrorOf<Extra extends TenableErrorTag> = ExportJobError | TenableErrorByTag[Extra];

/** Export jobs from start to end: `for await (const record of vm.exports.vulns())`. */
export interface VmExports<Extra extends TenableErrorTag = never> {
  /**
   * Vulnerability findings. By default not all there are: without a time filter Tenable gives those of the last 30 days,
   * without `state` those that are open, without `include_unlicensed: true` those of licensed assets; a chunk holds the
   * findings of 50 assets (`num_assets`). All of them: `{ num_assets: 5000, include_unlicensed: true, filters: { since: 1, state: ['OPEN', 'REOPENED', 'FIXED'] } }`.
   */
  readonly vulns: ExportCall<VulnsExportInput, VulnRecord, ErrorOf<Extra>>;
  /** Assets in their flat form; 1000 a chunk where nothing is said. */
  readonly assets: ExportCall<AssetsExportInput, AssetRecord, ErrorOf<Extra>>;
  /** Assets in their nested form; 1000 a chunk where nothing is said. Without `filters.types` hosts alone; `['host', 'webapp']` asks for both. */
  readonly assetsV2: ExportCall<AssetsV2ExportInput, AssetV2Record, ErrorOf<Extra>>;
  /** Findings of compliance audits; 5000 a chunk (`num_findings`) where nothing is said. */
  readonly compliance: ExportCall<ComplianceExportInput, ComplianceRecord, ErrorOf<Extra>>;
  /**
   * Findings in web applications. By default those of the last 30 days and of licensed assets, as with `vulns`; a chunk
   * holds the findings of 50 assets (`num_assets`).
   */
  readonly was: ExportCall<WasExportInput, WasRecord, ErrorOf<Extra>>;
}

/** The calls of the area `scans`, and what takes several of them: an export file, and a run from launch to results. */
export type VmScans<Extra extends TenableErrorTag = never> = CallsOf<VmCatalogue, Extra>['scans'] & {
  /** Asks for an export file, waits until it is ready and opens it. */
  readonly export: (
    input: ScanExportRequestInput,
    options?: FileExportOptions,
  ) => ResultAsync<FileDownload, TenableErrorByTag[FileExportTag | Extra]>;
  /**
   * Launches a scan, follows its status and gives the results of that very run once it is `completed`. A launch that fails ends
   * with the error of `launch`, and is not repeated where it may have been carried out. After it there is one error alone,
   * `ScanRunError`, which tells the run's UUID: the run was stopped or failed, `deadlineMs` (default: a day) is over, the signal has
   * aborted, or its state cannot be read. The scan itself is never stopped. A status that cannot be read is asked for five times more.
   */
  readonly launchAndWait: (input: ScanLaunchInput, options?: ScanRunOptions) => ResultAsync<ScanDetails, ScanRunFailed<Extra>>;
  /** The same for a run that was launched before: after a timeout, or in another process. */
  readonly waitForRun: (input: ScanRunInput, options?: ScanRunOptions) => ResultAsync<ScanDetails, ScanRunFailed<Extra>>;
};

/** `Extra` are errors that all calls have besides their own: `ImpersonationError` on a client that impersonates. */
export interface VmClient<Extra extends TenableErrorTag = never> extends ClientHandle<Extra>, Closable, Omit<CallsOf<VmCatalogue, Extra>, 'scans'> {
  readonly product: 'vm';
  readonly scans: VmScans<Extra>;
  readonly exports: VmExports<Extra>;
  /** Any request, for an operation that is not among the calls: `request({ method: 'GET', path: '/folders' })`. */
  readonly request: RequestCall<Extra>;
  /**
   * A client of its own whose calls act as another user, by login name. Nothing is sent: whether it is allowed
   * shows on the first call, as `ImpersonationError`. Needs administrator permission.
   */
  readonly impersonate: (username: string) => Result<VmClient<Extra | 'ImpersonationError'>, UnexpectedValueError>;
}

/**
 * A client, or what is wrong with its configuration. Nothing is sent. What `config` leaves out is taken from
 * `TIO_URL`, `TIO_ACCESS_KEY` and `TIO_SECRET_KEY`.
 *
 * ```ts
 * const session = await createVmClient({ accessKey, secretKey }).asyncAndThen((vm) => vm.session.details());
 * ```
 */
export function createVmClient(config: ApiKeyConfig = {}): Result<VmClient, CreateError> {
  return toVmConnection(config).map((connection) => toVmClient(connection));
}

function toVmClient<Extra extends TenableErrorTag>(connection: Connection): VmClient<Extra> {
  const handle: AnyClient = toHandle(connection);
  const calls = createCalls(handle, vmAreas, {
    scans: {
      export: (input: ScanExportRequestInput, options?: FileExportOptions) => exportFile(handle, scanExport, input, options),
      launchAndWait: (input: ScanLaunchInput, options?: ScanRunOptions) => launchAndWait(handle, input, options),
      waitForRun: (input: ScanRunInput, options?: ScanRunOptions) => waitForRun(handle, input, options),
    },
  });
  const client = addCalls({
    ...handle,
    ...toClosable(connection),
    request: createRequestCall(handle),
    exports: Object.freeze({
      vulns: createExportCall(handle, toExportOperations('vulns', vmAreas.vulnsExport), {}),
      assets: createExportCall(handle, toExportOperations('assets', vmAreas.assetsExport), { chunk_size: 1000 }),
      assetsV2: createExportCall(handle, toExportOperations('assets-v2', vmAreas.assetsV2Export), { chunk_size: 1000 }),
      compliance: createExportCall(handle, toExportOperations('compliance', vmAreas.complianceExport), {}),
      was: createExportCall(handle, toExportOperations('was', vmAreas.wasExport), {}),
    }),
    impersonate: (username: string) => impersonate<Extra>(connection, username),
  }, calls);
  // The calls give the errors of their operations and those of `Extra`, which is what the connection can cause.
  return Object.freeze(bindConnection(client, connection)) as unknown as VmClient<Extra>;
}

/** Visible Latin-1 without what separates parameters of a header or ends one: `bob; username=admin` are two. */
const loginName = /^[!#-+\--:<>-[\]-~\xa1-\xac\xae-\xff]{1,200}$/;

function impersonate<Extra extends TenableErrorTag>(
  connection: Connection,
  username: unknown,
): Result<VmClient<Extra | 'ImpersonationError'>, UnexpectedValueError> {
  if (typeof username !== 'string' || !loginName.test(username)) {
    const expected = 'a login name of 1 to 200 visible characters without blanks, quotes, commas, semicolons, backslashes and equals signs';
    return err(UnexpectedValueError({ operation: 'impersonate', issues: [{ path: 'username', expected, received: describeType(username) }] }));
  }
  return ok(toVmClient({
    ...connection,
    impersonating: username,
    headers: { ...connection.headers, 'x-impersonate': `username=${username}` },
  }));
}
