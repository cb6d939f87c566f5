/**
 * The transport of Node: undici's dispatcher without the `fetch` on top of it, which costs several times the
 * CPU. undici is loaded on the first request, and Node's own modules when they are needed, so importing the package stays
 * cheap (`tls` alone reads every certificate of an authority). Picked by the `#default-transport` import of package.json.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import type { Dispatcher, buildConnector } from 'undici';

import { UnexpectedValueError } from '../errors/local-errors.js';
import { attempt, attemptAsync } from '../internal/attempt.js';
import { toAttemptError, toThrownError } from './connection-failure.js';
import { toEndReason } from './deadline.js';
import type { EndSignal } from './end-signal.js';
import { addHeaders } from './header-safety.js';
import { withFingerprint } from './pinned-certificate.js';
import { checkTls } from './tls-material.js';
import type { TlsOptions, TransportOptions } from './transport-options.js';
import type { Sender, TransportRequest } from './transport.js';
import { Exchange } from './undici-exchange.js';
import type { Sent } from './undici-exchange.js';

/** A transport with connections of its own. On Node every option works. */
export function createDefaultTransport(options: TransportOptions): Result<Sender, UnexpectedValueError> {
  const issues = checkTls(options);
  if (issues.length > 0) return err(UnexpectedValueError({ issues }));
  let loading: Promise<Dispatcher> | undefined;
  let dispatcher: Dispatcher | undefined;
  const load = async (request: TransportRequest, signal: EndSignal): Promise<Sent> => {
    const loaded = await attemptAsync(() => (loading ??= createDispatcher(options)));
    if (!loaded.ok) return err(toThrownError(request, loaded.thrown, 'not-sent'));
    dispatcher = loaded.value;
    return send(dispatcher, request, signal);
  };
  return ok((request, signal) => (dispatcher === undefined ? load(request, signal) : send(dispatcher, request, signal)));
}

/** The call's deadline is ours, so undici's own timers for headers and body are off. */
async function createDispatcher({ tls, proxyUrl }: TransportOptions): Promise<Dispatcher> {
  const { Agent, ProxyAgent, buildConnector } = await import('undici');
  const options = toConnectOptions(tls ?? {});
  const limits = { headersTimeout: 0, bodyTimeout: 0 };
  if (proxyUrl !== undefined) return new ProxyAgent({ ...limits, uri: proxyUrl, requestTls: options });
  const fingerprint = tls?.fingerprint256;
  return new Agent({ ...limits, connect: fingerprint === undefined ? options : withFingerprint(buildConnector(options), fingerprint) });
}

function toConnectOptions({ ca, pfx, fingerprint256, insecure, ...identity }: TlsOptions): buildConnector.BuildOptions {
  return {
    ...identity,
    ...(pfx === undefined ? {} : { pfx: Buffer.from(pfx) }),
    // Node takes `ca` as the whole list of authorities; ours adds to it.
    ...(ca === undefined ? {} : { ca: [...process.getBuiltinModule('node:tls').rootCertificates, ...(typeof ca === 'string' ? [ca] : ca)] }),
    rejectUnauthorized: insecure !== true && fingerprint256 === undefined,
    // A connection that resumes an earlier one shows no certificate to compare with the pinned one.
    ...(fingerprint256 === undefined ? {} : { maxCachedSessions: 0 }),
  };
}

function send(dispatcher: Dispatcher, request: TransportRequest, signal: EndSignal): Promise<Sent> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(err(toAttemptError(request, toEndReason(signal), 'not-sent')));
      return;
    }
    const dispatched = attempt(() => {
      dispatch(dispatcher, request, new Exchange(request, signal, resolve));
    });
    // What throws here was thrown before a request was made of it: bad PEM, a header that undici refuses.
    if (!dispatched.ok) resolve(err(toThrownError(request, dispatched.thrown, 'not-sent')));
  });
}

const acceptGzip = { 'accept-encoding': 'gzip' };

function dispatch(dispatcher: Dispatcher, { body, headers, method, url }: TransportRequest, exchange: Exchange): void {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2);
  dispatcher.dispatch(
    {
      origin: pathAt < 0 ? url : url.slice(0, pathAt),
      path: pathAt < 0 ? '/' : url.slice(pathAt),
      method,
      headers: addHeaders(headers, acceptGzip),
      body,
    },
    exchange,
  );
}
