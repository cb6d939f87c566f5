/** Editions of Nessus without an API for scans refuse with 412, and some close the connection before the body that they promised. */
import { answers, bytes, head, replies } from './bench.js';
import { postNessus } from './calls.js';
import type { Expected, Fault, Serve } from './fault.js';

const promise = head('HTTP/1.1 412 Precondition Failed', 'content-type: application/json', 'content-length: 32', 'connection: close', 'server: NessusWWW');
const unsupported: Expected = { tag: 'UnsupportedError', requests: 1 };

const rows: readonly (readonly [name: string, serve: Serve])[] = [
  ['says 412 with a reason', answers(412, '{"error":"API is not available"}')],
  ['says 412 and closes before the body', bytes(promise)],
  ['says 412 and closes in the middle of the body', bytes(promise, '{"error":"API is')],
  ['says 412 and resets the connection before the body', replies((socket) => socket.write(promise, () => setTimeout(() => socket.resetAndDestroy(), 20)))],
];

export const nessus: readonly Fault[] = rows.map(([name, serve]) => ({ group: 'nessus', name, serve, call: postNessus, expected: unsupported }));
