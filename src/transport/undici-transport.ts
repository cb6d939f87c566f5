/**
 * The transport of Node: undici's client without the `fetch` on top of it, which costs several times the
 * CPU. undici is loaded on the first request, and Node's own modules when they are needed, so importing the package stays
 * cheap (`tls` alone reads every certificate of an authority). Picked by the `#default-transport` import of package.json.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import { toAttemptError } from './connection-failure.js';
import { toEndReason } from './deadline.js';
import { toDialer } from './node/dialer.js';
import { findProxy } from './node/find-proxy.js';
import type { NamedProxy } from './node/find-proxy.js';
import { LinePool } from './node/line-pool.js';
import { loadUndici } from './node/load-undici.js';
import { watchSockets } from './node/socket-breaks.js';
import { checkTls, copyTls } from './tls-material.js';
import type { PlatformTransport, TransportSettings } from './transport-options.js';
import { UndiciHandler } from './undici-handler.js';
import type { Sent } from './undici-handler.js';

/** A transport with connections of its own. On Node every option works. What it is given is copied: a later change is none. */
export function createDefaultTransport({ origin, proxyFromEnvironment = true, proxyUrl, tls = {} }: TransportSettings): Result<PlatformTransport, UnexpectedValueError> {
  const named = proxyUrl === undefined && proxyFromEnvironment ? findProxy(origin, process.env) : null;
  const issues = [...checkTls(tls), ...checkNamed(named)];
  if (issues.length > 0) return err(UnexpectedValueError({ issues }));
  const open = toDialer(origin, copyTls(tls), proxyUrl ?? named?.url ?? null);
  let pool: LinePool | undefined;
  let isClosed = false;
  const load = async (handler: UndiciHandler): Promise<void> => {
    const loaded = await loadUndici();
    if (!loaded.ok) {
      handler.fail({ thrown: loaded.thrown, proxy: null }, 'transport');
      return;
    }
    watchSockets();
    const { Client } = loaded.value;
    pool ??= new LinePool({ origin, open, createClient: (url, options) => new Client(url, options) });
    if (isClosed) pool.close();
    pool.send(handler);
  };
  return ok({
    send: (request, signal) => new Promise<Sent>((resolve) => {
      if (signal.aborted) {
        resolve(err(toAttemptError(request, toEndReason(signal), 'not-sent')));
        return;
      }
      const handler = new UndiciHandler(request, signal, resolve);
      if (pool === undefined) void load(handler);
      else pool.send(handler);
    }),
    close: () => {
      isClosed = true;
      pool?.close();
    },
  });
}

/** The value is not shown: it may hold a password. */
function checkNamed(named: NamedProxy | null): readonly Issue[] {
  if (named === null || named.url !== null) return [];
  return [{ path: named.variable, expected: 'an http or https URL in the environment, or proxyFromEnvironment: false', received: 'another text' }];
}
