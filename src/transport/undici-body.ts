/** Where an answer's bytes go: straight into the queue, or through gunzip. */
import type { Dispatcher } from 'undici';

import { BodyQueue } from './body-queue.js';
import { toThrownError } from './connection-failure.js';
import { isGzip } from './content-coding.js';
import type { TransportRequest } from './transport.js';

export interface BodyWriter {
  readonly queue: BodyQueue;
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

/** The writer for an answer with these content codings. Gzip is undone and checked; what nobody asked for is left on. */
export function createBodyWriter(control: Dispatcher.DispatchController, codings: readonly string[], request: TransportRequest): BodyWriter {
  return isGzip(codings) ? createGunzipWriter(control, request) : createPlainWriter(control);
}

function createPlainWriter(control: Dispatcher.DispatchController): BodyWriter {
  const queue = new BodyQueue(
    () => {
      control.resume();
    },
    () => {
      control.abort(new Error('cancelled'));
    },
  );
  return {
    queue,
    write: (bytes) => {
      if (!queue.push(bytes)) control.pause();
    },
    end: () => {
      queue.end();
    },
  };
}

/** An answer without a body has no gzip stream either, so gunzip starts with the first byte. */
function createGunzipWriter(control: Dispatcher.DispatchController, request: TransportRequest): BodyWriter {
  let hasBytes = false;
  const gunzip = process.getBuiltinModule('node:zlib').createGunzip();
  const queue = new BodyQueue(
    () => {
      gunzip.resume();
    },
    () => {
      gunzip.destroy();
      control.abort(new Error('cancelled'));
    },
  );
  gunzip.on('data', (bytes: Uint8Array) => {
    if (!queue.push(bytes)) gunzip.pause();
  });
  gunzip.on('drain', () => {
    control.resume();
  });
  gunzip.on('end', () => {
    queue.end();
  });
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
