/** The client of Nessus: every operation of its catalogue as a call. */
import { okAsync } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { nessusAreas } from '../api/nessus/areas.js';
import type { NessusCatalogue } from '../api/nessus/catalogue.js';
import type { PolicyIdInput } from '../api/nessus/policies.js';
import type { ScanExportRequestInput } from '../api/nessus/scans.js';
import type { CallError, TenableErrorByTag } from '../errors/model/tenable-error.js';
import { exportFile } from '../file-exports/file-export.js';
import type { FileExportOptions, FileExportTag } from '../file-exports/file-export.js';
import { nessusPolicyExport, nessusScanExport } from '../file-exports/nessus-exports.js';
import type { FileDownload } from '../operation/output.js';
import { bindConnection, toHandle } from '../connection/connection.js';
import type { AnyClient, ClientHandle, SendError } from '../connection/connection.js';
import { toClosable } from '../connection/closable.js';
import type { Closable } from '../connection/closable.js';
import { addCalls, createCalls } from './calls.js';
import { createRequestCall } from './request.js';
import type { RequestCall } from './request.js';
import type { CallsOf } from './calls.js';
import { connectToNessus } from './nessus-connect.js';
import type { NessusServer } from './nessus-connect.js';
import { toNessusScheme } from './nessus-session.js';
import { toProductConnection } from './product-connection.js';
import type { CreateError, ProductSettings } from './product-connection.js';
import { planSession } from './session-plan.js';
import type { SessionConfig } from './session-plan.js';

export type FileExportCall<Input> = (input: Input, options?: FileExportOptions) => ResultAsync<FileDownload, TenableErrorByTag[FileExportTag]>;

/** The calls of the area `scans`, and its export file from request to download. */
export type NessusScans = CallsOf<NessusCatalogue>['scans'] & {
  /** Asks for an export file, waits until it is ready and opens it. */
  readonly export: FileExportCall<ScanExportRequestInput>;
};

/** The calls of the area `policies`, and a policy's file from request to download. */
export type NessusPolicies = CallsOf<NessusCatalogue>['policies'] & {
  /** Asks for the file of a policy, waits until it is ready and opens it. */
  readonly export: FileExportCall<PolicyIdInput>;
};

export interface NessusClient extends ClientHandle, Closable, Omit<CallsOf<NessusCatalogue>, 'policies' | 'scans'> {
  readonly product: 'nessus';
  readonly policies: NessusPolicies;
  readonly scans: NessusScans;
  /**
   * Finds out whether there is a Nessus, and which. Waits while it loads, as long as a call may take. Sends no
   * credentials. Anything else that answers is a `ConnectionError`.
   */
  readonly connect: () => ResultAsync<NessusServer, CallError>;
  /** Any request, for an operation that is not among the calls: `request({ method: 'GET', path: '/folders' })`. */
  readonly request: RequestCall;
  /** Ends the session on the server, where there is one. Calls after that are refused with an `UnexpectedValueError`. */
  readonly logOut: () => ResultAsync<undefined, SendError>;
}

const settings: ProductSettings = {
  product: 'nessus',
  operation: 'createNessusClient',
  basePath: '',
  defaultUrl: 'https://localhost:8834',
  variables: 'NESSUS',
  toRetryHeaders: () => ({}),
};

/**
 * A client, or what is wrong with its configuration. Nothing is sent. Authenticates with API keys, or with user name and
 * password (a session, opened by the first call). What `config` leaves out is taken from `NESSUS_URL` (default
 * `https://localhost:8834`), `NESSUS_ACCESS_KEY`, `NESSUS_SECRET_KEY`, `NESSUS_USERNAME` and `NESSUS_PASSWORD`.
 */
export function createNessusClient(config: SessionConfig = {}): Result<NessusClient, CreateError> {
  const kinds = { apiKeyHeader: 'x-apikeys', byPassword: toNessusScheme, byCertificate: null } as const;
  return toProductConnection(config, settings, (environment) => planSession(config, environment, kinds)).map((connection) => {
    const handle: AnyClient = toHandle(connection);
    const calls = createCalls(handle, nessusAreas, {
      policies: { export: (input: PolicyIdInput, options?: FileExportOptions) => exportFile(handle, nessusPolicyExport, input, options) },
      scans: { export: (input: ScanExportRequestInput, options?: FileExportOptions) => exportFile(handle, nessusScanExport, input, options) },
    });
    const client = addCalls({
      ...handle,
      ...toClosable(connection),
      request: createRequestCall(handle),
      connect: () => connectToNessus(connection),
      logOut: () => connection.logOut?.() ?? okAsync(undefined),
    }, calls);
    return Object.freeze(bindConnection(client, connection)) as unknown as NessusClient; // the calls of the catalogue, by the walk of `createCalls`
  });
}
