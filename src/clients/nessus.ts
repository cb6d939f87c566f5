/** The client of Nessus: every operation of its catalogue as a call. */
import { okAsync } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { nessusCatalogue } from '../api/nessus/catalogue.js';
import type { NessusCatalogue } from '../api/nessus/catalogue.js';
import type { CallError } from '../errors/tenable-error.js';
import { bindConnection } from '../transport/connection.js';
import type { AnyClient, ClientHandle, SendError } from '../transport/connection.js';
import { createCalls } from './calls.js';
import type { CallsOf } from './calls.js';
import { connectToNessus } from './nessus-connect.js';
import type { NessusServer } from './nessus-connect.js';
import { toNessusScheme } from './nessus-session.js';
import { toProductConnection } from './product-connection.js';
import type { CreateError, ProductSettings } from './product-connection.js';
import { planSession } from './session-plan.js';
import type { SessionConfig } from './session-plan.js';

export interface NessusClient extends ClientHandle, CallsOf<NessusCatalogue> {
  readonly product: 'nessus';
  /**
   * Finds out whether there is a Nessus, and which. Waits while it loads, as long as a call may take. Sends no
   * credentials. Anything else that answers is a `ConnectionError`.
   */
  readonly connect: () => ResultAsync<NessusServer, CallError>;
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
    const handle: AnyClient = bindConnection({ product: 'nessus', origin: connection.origin } as const, connection);
    const client = {
      ...handle,
      ...createCalls(handle, nessusCatalogue),
      connect: () => connectToNessus(connection),
      logOut: () => connection.logOut?.() ?? okAsync(undefined),
    };
    return Object.freeze(bindConnection(client, connection)) as unknown as NessusClient; // the calls of the catalogue, by the walk of `createCalls`
  });
}
