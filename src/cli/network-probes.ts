/** The first steps of the way to a server, one by one: its name, then its port. */
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attemptAsync } from '../internal/attempt.js';

/** How long a server may take to accept a connection, in milliseconds. */
const timeoutMs = 5_000;

/** The addresses of a host, or the code of the failure. */
export async function resolveHost(hostname: string): Promise<Result<readonly string[], string>> {
  const host = hostname.replace(/^\[|\]$/g, ''); // IPv6 in a URL
  const found = await attemptAsync(() => lookup(host, { all: true }));
  return found.ok ? ok(found.value.map(({ address }) => address)) : err(toCode(found.thrown));
}

/** Whether a host accepts connections on a port, or the code of the failure. */
export function probePort(hostname: string, port: number): Promise<Result<undefined, string>> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port, timeout: timeoutMs });
    const finish = (outcome: Result<undefined, string>): void => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once('connect', () => {
      finish(ok(undefined));
    }).once('timeout', () => {
      finish(err('ETIMEDOUT'));
    }).once('error', (thrown) => {
      finish(err(toCode(thrown)));
    });
  });
}

function toCode(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';
}
