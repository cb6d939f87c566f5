/** The client of Tenable Security Center: every operation of its catalogue as a call. */
import { okAsync } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { scAreas } from '../api/sc/areas.js';
import type { ScCatalogue } from '../api/sc/catalogue.js';
import type { CallError } from '../errors/model/tenable-error.js';
import { describeType } from '../internal/describe-type.js';
import { bindConnection, toHandle } from '../connection/connection.js';
import type { AnyClient, ClientHandle, SendError } from '../connection/connection.js';
import { toClosable } from '../connection/closable.js';
import type { Closable } from '../connection/closable.js';
import { addCalls, createCalls } from './calls.js';
import { createRequestCall } from './request.js';
import type { RequestCall } from './request.js';
import type { CallsOf } from './calls.js';
import { toProductConnection } from './product-connection.js';
import type { CreateError, ProductSettings } from './product-connection.js';
import { connectToSc } from './sc-connect.js';
import type { ScServer } from './sc-connect.js';
import { toScCertificateScheme, toScPasswordScheme } from './sc-session.js';
import { planSession } from './session-plan.js';
import type { SessionConfig } from './session-plan.js';

export interface ScConfig extends SessionConfig {
  /** Whether a log-in may end another session of the user where there are too many. Default `false`. */
  readonly releaseSession?: boolean | undefined;
}

export interface ScClient extends ClientHandle, Closable, CallsOf<ScCatalogue> {
  readonly product: 'sc';
  /** Finds out whether there is a Security Center, and which. Sends no credentials. Anything else is a `ConnectionError`. */
  readonly connect: () => ResultAsync<ScServer, CallError>;
  /** Any request, for an operation that is not among the calls: `request({ method: 'GET', path: '/zone' })`. */
  readonly request: RequestCall;
  /** Ends the session on the server, where there is one. Calls after that are refused with an `UnexpectedValueError`. */
  readonly logOut: () => ResultAsync<undefined, SendError>;
}

const settings: ProductSettings = {
  product: 'sc',
  operation: 'createScClient',
  basePath: '/rest',
  defaultUrl: null,
  variables: 'TSC',
  toRetryHeaders: () => ({}),
};

/**
 * A client, or what is wrong with its configuration. Nothing is sent. Authenticates with API keys, with user name and
 * password (a session, opened by the first call) or with the client certificate in `tls`. What `config` leaves out is
 * taken from `TSC_URL`, `TSC_ACCESS_KEY`, `TSC_SECRET_KEY`, `TSC_USERNAME` and `TSC_PASSWORD`.
 */
export function createScClient(config: ScConfig = {}): Result<ScClient, CreateError> {
  return toProductConnection(config, settings, (environment) => {
    const { releaseSession = false } = config;
    const plan = planSession(config, environment, {
      apiKeyHeader: 'x-apikey',
      byPassword: (logIn) => toScPasswordScheme(logIn, releaseSession),
      byCertificate: toScCertificateScheme,
    });
    if (typeof releaseSession === 'boolean') return plan;
    return { ...plan, issues: [...plan.issues, { path: 'releaseSession', expected: 'a value of type boolean', received: describeType(releaseSession) }] };
  }).map((connection) => {
    const handle: AnyClient = toHandle(connection);
    const client = addCalls({
      ...handle,
      ...toClosable(connection),
      request: createRequestCall(handle),
      connect: () => connectToSc(connection),
      logOut: () => connection.logOut?.() ?? okAsync(undefined),
    }, createCalls(handle, scAreas));
    return Object.freeze(bindConnection(client, connection)) as unknown as ScClient; // the calls of the catalogue, by the walk of `createCalls`
  });
}
