/// <reference lib="esnext.disposable" preserve="true" />
/** The end of a client. */
import type { Connection } from './connection.js';

/** What can be closed, also by `await using`. */
export interface Closable {
  /**
   * Ends the client: calls under way end as `aborted`, a session is ended at the server (as `logOut()` does; whether that worked is not
   * reported), and all connections are closed. Calls after that are refused with an `UnexpectedValueError`. Never rejects; may be
   * called twice. Closes clients made by `impersonate`, too, and is not needed for a process to end.
   */
  readonly close: () => Promise<void>;
  /** The same, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** What closes a connection, to be made a part of its client. Platforms that do not know the symbol yet have `close` alone. */
export function toClosable(connection: Connection): Closable {
  const { lifetime } = connection;
  const close = (): Promise<void> => (lifetime.closing ??= end(connection));
  const disposable = 'asyncDispose' in Symbol ? { [Symbol.asyncDispose]: close } : {};
  return { close, ...disposable } as Closable; // see above
}

async function end({ closeTransport, lifetime, logOut }: Connection): Promise<void> {
  for (const deadline of [...lifetime.openDeadlines]) deadline.end('aborted');
  await logOut?.();
  closeTransport();
}
