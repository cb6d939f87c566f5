import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { UnexpectedValueError } from '../errors/model/local-errors.js';
import { describeType } from '../internal/describe-type.js';
import { toConnection } from '../connection/connection.js';
import type { Connection } from '../connection/connection.js';

/** The connection of a client, or what is said to somebody who passes something else for one. */
export function findConnection(client: unknown, operation: string): Result<Connection, UnexpectedValueError> {
  const connection = toConnection(client);
  if (connection?.lifetime.closing === null) return ok(connection);
  return err(UnexpectedValueError({
    operation,
    issues: [{ path: 'client', expected: connection === undefined ? 'a client of this package' : 'a client that has not been closed', received: describeType(client) }],
  }));
}
