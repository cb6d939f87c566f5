/**
 * The transport of Node: undici's dispatcher without the `fetch` on top of it, which costs several times the
 * CPU. undici is loaded on the first request, so importing the package stays cheap. Picked by the
 * `#default-transport` import of package.json.
 */
import { rootCertificates } from 'node:tls';
import { createGunzip } from 'node:zlib';

import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import type { Dispatcher, buildConnector } from 'undici';

import type { ConnectionError } from '../errors/connection-error.js';
import type { UnexpectedValueError } from '../errors/local-errors.js';
import { attemptAsync } from '../internal/attempt.js';
import { createBodyQueue } from './body-queue.js';
import type { BodyQueue } from './body-queue.js';
import { toAttemptError, toThrownError } from './connection-failure.js';
import { toEndReason } from './deadline.js';
import { withFingerprint } from './pinned-certificate.js';
import type { TlsOptions, TransportOptions } from './transport-options.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

type Sent = Result<TransportResponse, ConnectionError>;

/** A transport with connections of its own. On Node every option works. */
export function createDefaultTransport(options: TransportOptions): Result<Transport, UnexpectedValueError> {
  let dispatcher: Promise<Dispatcher> | undefined;
  const send = async (request: TransportRequest, signal: AbortSignal): Promise<Sent> => {
    if (signal.aborted) return err(toAttemptError(request, toEndReason(signal), 'not-sent'));
    const sent = await attemptAsync(async () => dispatch(await (dispatcher ??= createDispatcher(options)), request, signal));
    // What throws here was thrown before a request was made of it: bad PEM, a header that undici refuses.
    return sent.ok ? sent.value : err(toThrownError(request, sent.thrown, 'not-sent'));
  };
  return ok((request, signal) => new ResultAsync(send(request, signal)));
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
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ...(typeof ca === 'string' ? [ca] : ca)] }),
    rejectUnauthorized: insecure !== true && fingerprint256 === undefined,
  };
}

function dispatch(dispatcher: Dispatcher, request: TransportRequest, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    const exchange = createExchange(request, signal, resolve);
    const { origin, pathname, search } = new URL(request.url);
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method: request.method,
        headers: { 'accept-encoding': 'gzip', ...request.headers },
        body: request.body,
      },
      exchange,
    );
  });
}

/** The life of one request, as undici reports it. `resolve` is called once, with the head or the failure. */
function createExchange(
  request: TransportRequest,
  signal: AbortSignal,
  resolve: (sent: Sent) => void,
): Dispatcher.DispatchHandler {
  let control: Dispatcher.DispatchController | null = null;
  let body: BodyWriter | null = null;
  const onAbort = (): void => {
    const error = toAttemptError(request, toEndReason(signal), control === null ? 'not-sent' : 'unknown');
    body?.queue.fail(error);
    resolve(err(error));
    control?.abort(new Error(error.reason));
  };
  const finish = (): void => {
    signal.removeEventListener('abort', onAbort);
  };
  signal.addEventListener('abort', onAbort);
  return {
    onRequestStart: (controller) => {
      if (signal.aborted) controller.abort(new Error('aborted')); // before it is written
      else control = controller;
    },
    onRequestUpgrade: (controller) => {
      controller.abort(new Error('upgrade'));
    },
    onResponseStart: (controller, status, headers) => {
      if (status < 200) return; // 1xx: the answer is still to come
      body = createBodyWriter(controller, headers['content-encoding'], request);
      resolve(ok({ status, headers: toFlatHeaders(headers), body: body.queue.source }));
    },
    onResponseData: (_controller, chunk) => {
      body?.write(chunk);
    },
    onResponseEnd: () => {
      finish();
      body?.end();
    },
    onResponseError: (_controller, thrown) => {
      finish();
      const error = toThrownError(request, thrown, control === null ? 'not-sent' : 'unknown');
      body?.queue.fail(error);
      resolve(err(error));
    },
  };
}

/** Where an answer's bytes go: straight into the queue, or through gunzip. */
interface BodyWriter {
  readonly queue: BodyQueue;
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

function createBodyWriter(
  control: Dispatcher.DispatchController,
  coding: string | readonly string[] | undefined,
  request: TransportRequest,
): BodyWriter {
  const isGzip = coding === 'gzip' || coding === 'x-gzip';
  return isGzip ? createGunzipWriter(control, request) : createPlainWriter(control);
}

function createPlainWriter(control: Dispatcher.DispatchController): BodyWriter {
  const queue = createBodyQueue({
    onDrain: () => {
      control.resume();
    },
    onCancel: () => {
      control.abort(new Error('cancelled'));
    },
  });
  return {
    queue,
    write: (bytes) => {
      if (!queue.push(bytes)) control.pause();
    },
    end: queue.end,
  };
}

/** An answer without a body has no gzip stream either, so gunzip starts with the first byte. */
function createGunzipWriter(control: Dispatcher.DispatchController, request: TransportRequest): BodyWriter {
  let hasBytes = false;
  const gunzip = createGunzip();
  const queue = createBodyQueue({
    onDrain: () => {
      gunzip.resume();
    },
    onCancel: () => {
      gunzip.destroy();
      control.abort(new Error('cancelled'));
    },
  });
  gunzip.on('data', (bytes: Uint8Array) => {
    if (!queue.push(bytes)) gunzip.pause();
  });
  gunzip.on('drain', () => {
    control.resume();
  });
  gunzip.on('end', queue.end);
  gunzip.on('error', (thrown) => {
    queue.fail(toThrownError(request, thrown, 'answered'));
    control.abort(new Error('gunzip'));
  });
  return {
    queue,
    write: (bytes) => {
      hasBytes = true;
      if (!gunzip.write(bytes)) control.pause();
    },
    end: () => {
      if (hasBytes) gunzip.end();
      else queue.end();
    },
  };
}

function toFlatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
