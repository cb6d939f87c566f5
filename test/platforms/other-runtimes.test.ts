/** Bun, Deno and the runtime of Cloudflare's Workers themselves, where their binaries can be fetched: real calls over loopback. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build, transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Simulator } from 'tenable-result/simulator';

import { expectOk } from '../support/expect-result.js';
import { fetchPackage } from '../support/fetched-package.js';
import { findClosedPort } from '../support/loopback-server.js';
import { createPackedProject } from '../support/packed-project.js';
import type { PackedProject } from '../support/packed-project.js';
import type { Place, WebOutcomes } from './web-program.js';

/** Each runtime's package on this platform, and its binary in it. */
const binaries: Readonly<Record<string, Readonly<Record<'bun' | 'deno' | 'workerd', readonly [string, string]>>>> = {
  'linux-x64': { bun: ['@oven/bun-linux-x64', 'bin/bun'], deno: ['@deno/linux-x64-glibc', 'deno'], workerd: ['@cloudflare/workerd-linux-64', 'bin/workerd'] },
  'linux-arm64': { bun: ['@oven/bun-linux-aarch64', 'bin/bun'], deno: ['@deno/linux-arm64-glibc', 'deno'], workerd: ['@cloudflare/workerd-linux-arm64', 'bin/workerd'] },
};

async function findRuntime(name: 'bun' | 'deno' | 'workerd'): Promise<string | null> {
  const found = binaries[`${process.platform}-${process.arch}`]?.[name];
  const installed = found === undefined ? null : await fetchPackage(found[0], 'latest');
  const path = installed === null || found === undefined ? '' : join(installed, found[1]);
  return existsSync(path) ? path : null;
}

let project: PackedProject;
beforeAll(async () => {
  project = createPackedProject();
  const { code } = await transform(readFileSync(join(import.meta.dirname, 'web-program.ts'), 'utf8'), { loader: 'ts', format: 'esm' });
  project.write('web-program.mjs', code);
  project.write('main.mjs', `
    import { tryCalls } from './web-program.mjs';
    const given = globalThis.Deno === undefined ? process.argv[2] : Deno.args[0];
    console.log(JSON.stringify(await tryCalls(JSON.parse(given))));
  `);
}, 120_000);
afterAll(() => {
  project.remove();
});

async function createPlace(): Promise<{ readonly place: Place; readonly simulator: Simulator }> {
  const simulator = createSimulator({ pollsUntilReady: 1 });
  simulator.script(faults.serverError({ path: '/server/status' }));
  simulator.script(faults.hang({ path: '/users' }));
  const server = expectOk(await simulator.listen());
  onTestFinished(async () => {
    await server.close();
  });
  const { accessKey, secretKey } = simulator;
  return { simulator, place: { url: server.url, closedUrl: `http://127.0.0.1:${await findClosedPort()}`, accessKey, secretKey } };
}

const expected = {
  session: 'admin@example.com', missing: 'NotFoundError', refused: 'PermissionError unauthenticated', failed: 'ServerError',
  timedOut: 'ConnectionError timeout', exported: '200 records, more than 10,000 bytes', lines: 200,
};

function checkOutcomes(outcomes: WebOutcomes, simulator: Simulator): void {
  expect(outcomes).toMatchObject(expected);
  expect(outcomes.unreachable).toMatch(/^ConnectionError (?:refused|other)$/);
  expect(outcomes.missingUuid).not.toBe('');
  expect(simulator.unusedFaults()).toStrictEqual([]);
}

describe('the packed package', () => {
  test.for([
    ['bun', 'bun', []],
    ['deno', 'deno with --allow-net and --allow-env', ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1', '--allow-env', '--node-modules-dir=manual']],
    ['deno', 'deno with --allow-net alone', ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1', '--node-modules-dir=manual']],
  ] as const)('runs in $1', { timeout: 240_000 }, async ([name, , options], { skip }) => {
    const runtime = await findRuntime(name);
    if (runtime === null) return skip('it could not be fetched');
    const { place, simulator } = await createPlace();
    const env = { PATH: process.env['PATH'] ?? '', HOME: project.folder, DENO_DIR: join(project.folder, 'deno'), DENO_NO_UPDATE_CHECK: '1' };
    const { stdout } = await promisify(execFile)(runtime, [...options, 'main.mjs', JSON.stringify(place)], { cwd: project.folder, encoding: 'utf8', env });
    checkOutcomes(JSON.parse(stdout) as WebOutcomes, simulator); // printed just now
  });

  test('runs as a Worker', { timeout: 240_000 }, async ({ skip }) => {
    const runtime = await findRuntime('workerd');
    if (runtime === null) return skip('it could not be fetched');
    const { place, simulator } = await createPlace();
    const address = `127.0.0.1:${await findClosedPort()}`;
    await build({
      stdin: { contents: `import { tryCalls } from './web-program.mjs'; export default { fetch: async (request) => Response.json(await tryCalls(await request.json())) };`, resolveDir: project.folder },
      bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], conditions: ['workerd', 'import'], outfile: join(project.folder, 'worker.js'),
    });
    project.write('workerd.capnp', `
      using Workerd = import "/workerd/workerd.capnp";
      const config :Workerd.Config = (
        services = [
          (name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2025-01-01", globalOutbound = "loopback")),
          (name = "loopback", network = (allow = ["local"])),
        ],
        sockets = [(name = "http", address = "${address}", http = (), service = "main")],
      );
    `);
    const server = spawn(runtime, ['serve', 'workerd.capnp'], { cwd: project.folder, stdio: 'ignore' });
    onTestFinished(() => {
      server.kill();
    });
    const outcomes = await askUntilUp(`http://${address}/`, place);
    checkOutcomes(outcomes, simulator);
    expect(outcomes.wasmInstances).toBe(0); // Workers compile no bytes: lines are split without
  });
});

/** The first answer of a server that is starting. */
async function askUntilUp(url: string, place: Place): Promise<WebOutcomes> {
  for (let time = 1; ; time += 1) {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(place) }).catch((problem: unknown) => problem);
    if (answer instanceof Response) return await answer.json() as WebOutcomes; // what the worker sends
    if (time === 100) expect.fail(`the runtime did not start: ${String(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
