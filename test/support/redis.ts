/** A Redis of a test's own: in memory, on a free port of loopback, gone with the test. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the program is here; Debian's package is called so, too. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface Redis {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo; // a TCP server, which is listening
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** A Redis that answers. Keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-redis-'));
  const port = await findFreePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, '--daemonize', 'no'];
  const redis = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => { redis.once('exit', () => { resolve(); }); });
  await new Promise<void>((resolve, reject) => {
    redis.stdout.on('data', (text: Buffer) => { if (text.toString().includes('Ready to accept connections')) resolve(); });
    redis.once('exit', (code) => { reject(new Error(`redis-server ended with ${code ?? 'a signal'}`)); });
  });
  return {
    port,
    stop: async () => {
      redis.kill(); // the process that was started here, and no other
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
