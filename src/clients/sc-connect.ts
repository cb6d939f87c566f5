/** First contact with a Security Center: is it one, and which version? */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { CallError } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { ownValue } from '../internal/is-record.js';
import type { Connection } from '../connection/connection.js';
import { toFirstContact } from './first-contact.js';
import { scIdentification } from './identification.js';

export interface ScServer {
  readonly product: 'sc';
  /** Such as `6.2.0`; `null` where it does not tell before a log-in (5.20 and later). */
  readonly version: string | null;
  /** `null` where it does not tell. */
  readonly licenseStatus: string | null;
}

/** The first version with API keys. */
const firstWithKeys = [5, 13] as const;

/** Whether a Security Center answers at the address of the connection. */
export function connectToSc(connection: Connection): ResultAsync<ScServer, CallError> {
  return execute(toFirstContact(connection), scIdentification, {}).andThen((told) => {
    const server: ScServer = { product: 'sc', version: toText(told, 'version'), licenseStatus: toText(told, 'licenseStatus') };
    return hasKeys(connection) && isTooOld(server.version) ? refuse(connection) : ok(server);
  });
}

/** A connection without a session authenticates by keys. */
function hasKeys({ logOut }: Connection): boolean {
  return logOut === null;
}

function refuse({ origin }: Connection): Result<never, ConnectionError> {
  return err(ConnectionError({ operation: scIdentification.id, reason: 'unsupported-version', delivery: 'answered', origin, attempts: 1 }));
}

/** A version that is not known is not held against anybody. */
function isTooOld(version: string | null): boolean {
  const [, major, minor] = /^(\d{1,4})\.(\d{1,4})/.exec(version ?? '') ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) < firstWithKeys[0] || (Number(major) === firstWithKeys[0] && Number(minor) < firstWithKeys[1]);
}

function toText(told: unknown, name: string): string | null {
  const value = ownValue(told, name);
  return typeof value === 'string' && value !== '' ? value.slice(0, 100) : null;
}
