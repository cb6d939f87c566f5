/** The connection of a Tenable Vulnerability Management client: its configuration, checked. */
import type { Result } from 'neverthrow';

import { bindConnection } from '../connection/connection.js';
import type { ClientHandle, Connection } from '../connection/connection.js';
import { isHeaderSafe } from '../transport/header-safety.js';
import { toClosable } from '../connection/closable.js';
import type { Closable } from '../connection/closable.js';
import { planApiKeys } from './api-key-plan.js';
import type { ApiKeyConfig } from './client-config.js';
import { toProductConnection } from './product-connection.js';
import type { CreateError, ProductSettings } from './product-connection.js';

/** A client without nested calls, for `execute` and `paginate`: only the operations that are imported get bundled. */
export interface VmConnection extends ClientHandle, Closable {
  readonly product: 'vm';
}

const settings: ProductSettings = {
  product: 'vm',
  operation: 'createVmClient',
  basePath: '',
  defaultUrl: 'https://cloud.tenable.com',
  variables: 'TIO',
  toRetryHeaders: toVmRetryHeaders,
};

/** A connection to Tenable Vulnerability Management. Takes what `createVmClient` takes. */
export function createVmConnection(config: ApiKeyConfig = {}): Result<VmConnection, CreateError> {
  return toVmConnection(config).map((connection) =>
    bindConnection({ product: 'vm' as const, origin: connection.origin, ...toClosable(connection) }, connection));
}

/** The connection that a configuration describes. What it leaves out is taken from `TIO_URL`, `TIO_ACCESS_KEY`, `TIO_SECRET_KEY`. */
export function toVmConnection(config: ApiKeyConfig): Result<Connection, CreateError> {
  return toProductConnection(config, settings, (environment) => planApiKeys(config, environment, 'x-apikeys'));
}

/** The service ties a repetition to its first attempt by these. */
function toVmRetryHeaders(retry: number, lastUuid: string): Readonly<Record<string, string>> {
  return {
    'x-tio-retry-count': String(retry),
    ...(isHeaderSafe(lastUuid) ? { 'x-tio-last-request-uuid': lastUuid } : {}),
  };
}
