/** One request as undici reports it: its answer's head or its failure, once, and then its body. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import type { Dispatcher } from 'undici';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { ConnectionFailure, Delivery } from '../errors/model/connection-error.js';
import { toAttemptError, toThrownError } from './connection-failure.js';
import { isGzip, readCodings } from './content-coding.js';
import { toEndReason } from './deadline.js';
import type { EndSignal } from './end-signal.js';
import type { SocketFailure } from './node/open-socket.js';
import { isSocketBreaking } from './node/socket-breaks.js';
import type { TransportRequest, TransportResponse } from './transport.js';
import { createBodyWriter } from './undici-body.js';
import type { BodyWriter } from './undici-body.js';

/** What a request is with: the queue for a connection, or a connection. */
export interface Carrier {
  /** The request is over, and the connection free. */
  readonly release: () => void;
  /** The request has ended before it was written. */
  readonly abandon: (handler: UndiciHandler) => void;
}

export type Sent = Result<TransportResponse, ConnectionError>;

/** A class, because one is made for each request and its methods are shared. `resolve` is called once. */
export class UndiciHandler implements Dispatcher.DispatchHandler {
  private control: Dispatcher.DispatchController | null = null;
  private body: BodyWriter | null = null;
  readonly request: TransportRequest;
  readonly signal: EndSignal;
  carrier: Carrier | null = null;
  private readonly resolve: (sent: Sent) => void;

  constructor(request: TransportRequest, signal: EndSignal, resolve: (sent: Sent) => void) {
    this.request = request;
    this.signal = signal;
    this.resolve = resolve;
    signal.addEventListener('abort', this.onAbort);
  }

  /** A property, so that it is the same function when it is taken off the signal. */
  private readonly onAbort = (): void => {
    const error = toAttemptError(this.request, toEndReason(this.signal), this.toDelivery());
    this.body?.queue.fail(error);
    this.resolve(err(error));
    if (this.control === null) this.carrier?.abandon(this);
    else this.control.abort(new Error(error.reason));
  };

  /** It could not be sent. */
  fail({ proxy, thrown }: SocketFailure, reason?: ConnectionFailure): void {
    this.signal.removeEventListener('abort', this.onAbort);
    const error = toThrownError(this.request, thrown, 'not-sent');
    const known = reason ?? (proxy !== null && proxy.status !== null ? 'proxy' : error.reason);
    this.resolve(err(ConnectionError({ ...error, reason: known, proxy, message: '' })));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.signal.aborted) controller.abort(new Error('aborted')); // before it is written
    else this.control = controller;
  }

  onRequestUpgrade(controller: Dispatcher.DispatchController): void {
    controller.abort(new Error('upgrade'));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Readonly<Record<string, string | string[] | undefined>>): void {
    if (status < 200) return; // 1xx: the answer is still to come
    const codings = readCodings(headers['content-encoding']);
    this.body = createBodyWriter(controller, codings, this.request);
    const response: TransportResponse = { status, headers: toFlatHeaders(headers), body: this.body.queue };
    this.resolve(ok(codings.length === 0 || isGzip(codings) ? response : { ...response, coding: codings.join(', ') }));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.body?.write(chunk);
  }

  onResponseEnd(): void {
    this.signal.removeEventListener('abort', this.onAbort);
    if (isSocketBreaking()) this.body?.queue.fail(toAttemptError(this.request, 'reset', 'answered'));
    else this.body?.end();
    this.carrier?.release();
  }

  onResponseError(_controller: Dispatcher.DispatchController, thrown: Error): void {
    this.signal.removeEventListener('abort', this.onAbort);
    const error = toThrownError(this.request, thrown, this.toDelivery());
    this.body?.queue.fail(error);
    this.resolve(err(error));
    this.carrier?.release();
  }

  /** Once there was a head, the server has answered, whatever becomes of the body. */
  private toDelivery(): Delivery {
    if (this.body !== null) return 'answered';
    return this.control === null ? 'not-sent' : 'unknown';
  }
}

function toFlatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const name in headers) { // undici's own object: it inherits nothing
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
