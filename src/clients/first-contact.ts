import { toHandle } from '../connection/connection.js';
import type { ClientHandle, Connection } from '../connection/connection.js';

/** A client for the question which product answers: it sends no credentials to whoever that is. */
export function toFirstContact(connection: Connection, isFirstContact = true): ClientHandle {
  return toHandle({ ...connection, authenticate: (sender) => sender, isFirstContact });
}
