/**
 * Whether a socket of undici's is breaking at this very moment. Where an answer ends with its connection, undici takes a
 * reset for its end (some systems send one after a whole answer), and half a file would pass for all of it.
 */
import type { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

import { attempt } from '../../internal/attempt.js';
import { toHostProcess } from '../../internal/host-process.js';
import { isRecord, ownValue } from '../../internal/is-record.js';

/** More origins than this are forgotten, the oldest first. */
const maxOrigins = 1_000;

let isWatching = false;
let isBreaking = false;
const breaksByOrigin = new Map<string, number>();

/** Begins to watch the sockets that undici opens from now on, whether they lead through a proxy or not, and those of Node's `fetch`. */
export function watchSockets(): void {
  if (isWatching) return;
  isWatching = true;
  const channels: { readonly subscribe: typeof subscribe } | undefined = toHostProcess()?.getBuiltinModule?.('node:diagnostics_channel');
  channels?.subscribe('undici:client:connected', (message) => {
    const socket = ownValue(message, 'socket');
    const { host, protocol } = (ownValue(message, 'connectParams') ?? {}) as { readonly host?: unknown; readonly protocol?: unknown }; // each is looked at
    if (isSocket(socket)) watch(socket, `${String(protocol)}//${String(host)}`);
  });
}

/** Asked while an answer ends: whether it ends because its socket broke. */
export function isSocketBreaking(): boolean {
  return isBreaking;
}

/** Sockets to an origin that have broken so far: for who cannot tell which of them carried an answer. */
export function countBreaks(origin: string): number {
  return breaksByOrigin.get(origin) ?? 0;
}

/** undici's own listeners come after these, and end the answer before anything else runs. */
function watch(socket: Socket, origin: string): void {
  const note = (): void => {
    isBreaking = true;
    queueMicrotask(() => {
      isBreaking = false;
    });
    breaksByOrigin.set(origin, countBreaks(origin) + 1);
    if (breaksByOrigin.size > maxOrigins) breaksByOrigin.delete(breaksByOrigin.keys().next().value ?? origin);
  };
  // An error of undici's own is none of the socket: it gives up sockets that way, also after a whole answer.
  socket.prependListener('error', ({ code }: NodeJS.ErrnoException) => {
    if (code?.startsWith('UND_') !== true) note();
  });
  // A reset that comes together with the last bytes is told as an orderly end. Writing nothing sends nothing, and fails on a
  // connection that is not there any more; where the other side has only ended its half, it does not.
  socket.prependListener('end', () => {
    const written = attempt(() => socket.write(''));
    if (!written.ok || socket.errored !== null) note();
  });
}

function isSocket(value: unknown): value is Socket {
  return isRecord(value) && typeof value['prependListener'] === 'function' && typeof value['write'] === 'function';
}
