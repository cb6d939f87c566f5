/**
 * Connections to one origin, each of which carries one request at a time. It is ours and not undici's, because a
 * connection that is still being opened belongs to a call here: when the call ends, so does the attempt to connect.
 */
import type { Socket } from 'node:net';

import type { Client, Dispatcher } from 'undici';

import { attempt } from '../../internal/attempt.js';
import type { EndSignal } from '../end-signal.js';
import type { TransportRequest } from '../transport.js';
import { toUploadHeaders } from '../../internal/upload.js';
import type { Upload } from '../../internal/upload.js';
import type { Carrier, UndiciHandler } from '../undici-handler.js';
import { withRequire } from './load-undici.js';
import { toCoded } from './open-socket.js';
import type { OpenedSocket } from './open-socket.js';

/** The most connections to an origin; further requests wait for one that is free. */
const maxLines = 256;

/** How often one request may have a connection opened for it. Idle ones that the server has closed make it more than one. */
const maxConnects = 3;

export interface LinePoolOptions {
  readonly origin: string;
  readonly createClient: (origin: string, options: Client.Options) => Client;
  readonly open: (signal: EndSignal) => Promise<OpenedSocket>;
}

export class LinePool implements Carrier {
  private readonly options: LinePoolOptions;
  private readonly lines = new Set<Line>();
  private readonly idle: Line[] = [];
  private readonly waiting = new Set<UndiciHandler>();
  private isClosed = false;

  constructor(options: LinePoolOptions) {
    this.options = options;
  }

  send(handler: UndiciHandler): void {
    if (this.isClosed) {
      handler.fail({ thrown: toClosed(), proxy: null });
      return;
    }
    const line = this.idle.pop() ?? (this.lines.size < maxLines ? this.addLine() : undefined);
    if (line !== undefined) {
      line.send(handler);
      return;
    }
    handler.carrier = this;
    this.waiting.add(handler);
  }

  /** A request that waited here has ended. */
  abandon(handler: UndiciHandler): void {
    this.waiting.delete(handler);
  }

  release(): void {
    // What waits has not begun: there is nothing to release.
  }

  /** A line has nothing to do any more. */
  onFree(line: Line): void {
    if (this.isClosed) return;
    const [next] = this.waiting;
    if (next === undefined) {
      this.idle.push(line);
      return;
    }
    this.waiting.delete(next);
    line.send(next);
  }

  /** A line is gone: another may take its place. */
  onGone(line: Line): void {
    this.lines.delete(line);
    const [next] = this.waiting;
    if (next === undefined) return;
    this.waiting.delete(next);
    this.send(next);
  }

  /** Ends all connections, and whatever they carry. */
  close(): void {
    this.isClosed = true;
    for (const handler of this.waiting) handler.fail({ thrown: toClosed(), proxy: null });
    this.waiting.clear();
    this.idle.length = 0;
    for (const line of [...this.lines]) line.destroy();
    this.lines.clear();
  }

  private addLine(): Line {
    const line = new Line(this, this.options);
    this.lines.add(line);
    return line;
  }
}

/** One connection. Opened when a request needs it, and again where it was lost between two requests. */
class Line implements Carrier {
  private readonly pool: LinePool;
  private readonly open: LinePoolOptions['open'];
  private readonly client: Client;
  private current: UndiciHandler | null = null;
  private connects = 0;

  constructor(pool: LinePool, { createClient, open, origin }: LinePoolOptions) {
    this.pool = pool;
    this.open = open;
    // The call's deadline is ours, so undici's own timers for headers and body are off.
    this.client = createClient(origin, {
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        this.connect((...outcome) => {
          callback(...outcome);
        });
      },
    });
  }

  send(handler: UndiciHandler): void {
    this.current = handler;
    this.connects = 0;
    handler.carrier = this;
    const dispatched = attempt(() => this.client.dispatch(toDispatchOptions(handler.request), handler));
    // What throws here was thrown before a request was made of it.
    if (dispatched.ok) return;
    handler.fail({ thrown: dispatched.thrown, proxy: null });
    this.release();
  }

  /** The request is over, the connection is not. */
  release(): void {
    if (this.current === null) return;
    this.current = null;
    this.pool.onFree(this);
  }

  /** The request has ended before it was written: what is being opened for it is not wanted any more. */
  abandon(): void {
    this.destroy();
    this.pool.onGone(this);
  }

  destroy(): void {
    this.current = null;
    void this.client.destroy();
  }

  /** undici is given an error of ours without a code: with some codes of its own it would connect again and again. */
  private connect(callback: (...outcome: [Error, null] | [null, Socket]) => void): void {
    const handler = this.current;
    this.connects += 1;
    if (handler === null || this.connects > maxConnects) {
      handler?.fail({ thrown: toCoded('ECONNRESET', 'closed again and again before a request could be written'), proxy: null });
      callback(new Error('not connected'), null);
      return;
    }
    void this.open(handler.signal).then((opened) => {
      if (opened.isOk()) {
        withRequire(() => {
          callback(null, opened.value);
        });
        return;
      }
      handler.fail(opened.error);
      callback(new Error('not connected'), null);
    });
  }
}

function toClosed(): Error {
  return toCoded('UND_ERR_CLOSED', 'the client has been closed');
}

const acceptGzip = { 'accept-encoding': 'gzip' };

/** undici sends whatever can be iterated, piece by piece; its types do not say so. */
function toBytes(upload: Upload): Buffer {
  return upload.open() as unknown as Buffer;
}

function toDispatchOptions({ body, headers, method, upload, url }: TransportRequest): Dispatcher.DispatchOptions {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2);
  // By `Object.assign`: adding a member to what was spread takes V8 ten times as long.
  return { path: pathAt < 0 ? '/' : url.slice(pathAt), method, headers: Object.assign({}, headers, acceptGzip, upload === undefined ? null : toUploadHeaders(upload)), body: upload === undefined ? body : toBytes(upload) };
}
