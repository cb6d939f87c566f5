import type { Product } from '../errors/request-context.js';
import { bindConnection } from '../transport/connection.js';
import type { ClientHandle, Connection } from '../transport/connection.js';

/** A client for the question which product answers: it sends no credentials to whoever that is. */
export function toFirstContact(connection: Connection, isFirstContact = true): ClientHandle {
  const product: Product = connection.product;
  return bindConnection({ product, origin: connection.origin }, { ...connection, authenticate: (transport) => transport, isFirstContact });
}
