/** Figures that do not depend on the machine, held to a budget: what a call allocates and sends, what matches cost the compiler. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { tenableErrorTags } from 'tenable-result';
import { faults } from 'tenable-result/simulator';

import { expectOk } from './support/expect-result.js';
import { collectJob, openInProcessLab } from './simulator/vm/simulator-lab.js';
import { checkFile } from './support/type-program.js';

describe('a call allocates', () => {
  const child = join(import.meta.dirname, 'support', 'allocation-child.mjs');
  // A heap so large that nothing is collected while it is measured: its growth is what was allocated.
  const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];
  const { bad, good } = JSON.parse(execFileSync(process.execPath, [...flags, child], { encoding: 'utf8' })) as { readonly good: number; readonly bad: number }; // our own child

  test('at most 25,250 bytes besides its network, a transport of the test included', () => {
    console.log(`bytes allocated by a call: ${good} where it is good, ${bad} for a 404 that is handled`);
    expect(good).toBeGreaterThan(1_000);
    expect(good).toBeLessThan(25_250);
  });

  test('at most a quarter more where it fails and is handled', () => {
    expect(bad / good).toBeLessThan(1.25);
  });
});

describe('on the wire are', () => {
  const linesOf = (lab: ReturnType<typeof openInProcessLab>): readonly string[] => lab.simulator.requests().map(({ method, path }) => `${method} ${path}`);

  test('one request for a call, and none for one that makes no sense', async () => {
    const lab = openInProcessLab();
    expectOk(await lab.settle(lab.vm.session.details()));
    await lab.settle(lab.vm.scans.details({ scan_id: -1 }));
    expect(linesOf(lab)).toStrictEqual(['GET /session']);
  });

  test('one more for each repetition', async () => {
    const lab = openInProcessLab({}, { retry: { maxRetries: 3, baseDelayMs: 1 } });
    lab.simulator.script(faults.unavailable({ times: 2 }));
    expectOk(await lab.settle(lab.vm.session.details()));
    expect(linesOf(lab)).toHaveLength(3);
    expect(lab.simulator.unusedFaults()).toStrictEqual([]);
  });

  test('a page of agents for each that is taken, and no empty one to find the end', async () => {
    const lab = openInProcessLab();
    const all = expectOk(await lab.settle(lab.vm.agents.list({ scanner_id: 1 }).toArray()));
    const before = lab.simulator.requests().length;
    expectOk(await lab.settle(lab.vm.agents.list({ scanner_id: 1, limit: 10 }).toArray()));
    expect(lab.simulator.requests().length - before).toBe(Math.ceil(all.length / 10));
  });

  test('for an export: its creation, as many questions as it needs, and each chunk once', async () => {
    const lab = openInProcessLab({ vulns: 200, recordsPerChunk: 20, pollsUntilReady: 3 });
    const { error, records } = await lab.settle(collectJob(lab.vm.exports.vulns()));
    expect([error, records.length]).toStrictEqual([null, 200]);
    const lines = linesOf(lab).map((line) => line.replace(/[\da-f-]{36}/, '{uuid}'));
    expect(lines.filter((line) => line === 'POST /vulns/export')).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith('/status')).length).toBeLessThanOrEqual(4);
    expect(lines.filter((line) => line.includes('/chunks/'))).toHaveLength(10);
    expect(lines).toHaveLength(new Set(lines).size - 1 + lines.filter((line) => line.endsWith('/status')).length);
  });
});

describe('types cost', () => {
  const head = `import { matchError } from 'tenable-result';\nimport type { TenableError, VmClient } from 'tenable-result';\ndeclare const error: TenableError;\ndeclare const vm: VmClient;\nexport { error, matchError, vm };\n`;
  const cost = (count: number, toSite: (at: number) => string): number => {
    const check = (text: string): number => {
      const { instantiations, messages } = checkFile({ 'test/types/budget.virtual.ts': text }, 'test/types/budget.virtual.ts');
      expect(messages).toStrictEqual([]);
      return instantiations;
    };
    return check(head + Array.from({ length: count }, (_, at) => `export const site${at} = ${toSite(at)};`).join('\n')) - check(head);
  };

  test('at most 5,000 instantiations for ten matchError sites of all tags', () => {
    const ten = cost(10, () => `matchError(error, { ${tenableErrorTags.map((tag) => `${tag}: (e) => e.message`).join(', ')} })`);
    console.log(`instantiations of ten matchError sites: ${ten}`);
    expect(ten).toBeLessThan(5_000);
  }, 60_000);

  test('at most 10,000 instantiations for a file with the client and 20 of its calls', () => {
    const calls = cost(20, (at) => `vm.scans.details({ scan_id: ${at} }).map(({ info }) => info.name)`);
    console.log(`instantiations of 20 calls of the client: ${calls}`);
    expect(calls).toBeLessThan(10_000);
  }, 60_000);
});
