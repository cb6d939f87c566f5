/** What docs/simulator.md says of each fault, beside what comes of it with a client's default options. */
import { createNessusClient, createVmClient } from 'tenable-result';
import type { TenableError } from 'tenable-result';
import type { Result } from 'neverthrow';
import { expect, test } from 'vitest';

import { createNessusSimulator, createSimulator, createVirtualClock, faults, nessusFaults, nessusScanIds, scanIds, scFaults } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../support/expect-result.js';
import { readTable } from '../support/documentation.js';
import { openNessusLab } from './nessus/nessus-lab.js';
import { openScLab } from './sc/sc-lab.js';

const rowsOf = (name: string): readonly (readonly [fault: string, tag: string])[] =>
  readTable('docs/simulator.md', `\`${name}\``).map(([fault = '', , tag = '']) => [fault.replaceAll('`', ''), /`(\w+)`/.exec(tag)?.[1] ?? tag]);

async function breakSc(name: string): Promise<string> {
  const { logIn, sc, settle, simulator } = openScLab();
  const makers: Readonly<Record<string, () => Fault>> = { ...scFaults, envelopeError: () => scFaults.envelopeError({ code: 143 }) };
  simulator.script(makers[name]?.() ?? expect.fail(`there is no ${name}`));
  const client = name === 'tooManySessions' ? logIn('manager') : sc;
  const result = name === 'weakPassword' ? await settle(client.users.changePassword({ id: 2, password: 'x' })) : await settle(client.scans.details({ id: 1 }));
  expect(simulator.unusedFaults()).toStrictEqual([]);
  return expectErr(result)._tag;
}

async function breakNessus(name: string): Promise<string> {
  const { nessus, settle, simulator } = openNessusLab();
  const makers: Readonly<Record<string, () => Fault>> = nessusFaults;
  simulator.script(makers[name]?.() ?? expect.fail(`there is no ${name}`));
  const scan = { scan_id: nessusScanIds.completed };
  const result = name === 'weakPassword'
    ? await settle(nessus.users.changePassword({ user_id: 2, password: 'x' }))
    : await settle(nessus.scans.exportRequest({ ...scan, format: 'csv' }));
  expect(simulator.unusedFaults()).toStrictEqual([]);
  return expectErr(result)._tag;
}

test.each(rowsOf('scFaults'))('scFaults.%s comes out as %s', async (name, tag) => {
  expect(await breakSc(name)).toBe(tag === 'by the code' ? 'APIError' : tag);
});

test.each(rowsOf('nessusFaults'))('nessusFaults.%s comes out as %s', async (name, tag) => {
  expect(await breakNessus(name)).toBe(tag);
});

const staysFor = (said: string): number => (said.includes('where it stays') ? Infinity : 1);
const saidOf = new Map(readTable('docs/simulator.md', '`faults`').map(([name = '', , said = '']) => [name.replaceAll('`', ''), said]));

/** The fault, scripted as the page says, met by a client that was told nothing. */
async function breakVm(name: string, times: number, makes: 'get' | 'post'): Promise<string> {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock });
  const makers: Readonly<Record<string, () => Fault>> = { ...faults, duplicateExport: () => faults.duplicateExport({ jobUuid: 'job-1' }), slow: () => faults.slow({ delayMs: 10 }) };
  const vm = expectOk(createVmClient({ ...simulator, clock }));
  const client = name === 'impersonationRefused' ? expectOk(vm.impersonate('standard@example.com')) : vm;
  simulator.script({ ...(makers[name]?.() ?? expect.fail(`there is no ${name}`)), times });
  const scan = { scan_id: scanIds.completed };
  const result = await clock.settle<Result<unknown, TenableError>>(makes === 'post' ? client.vulnsExport.create() : client.scans.details(scan));
  if (times === 1) expect(simulator.unusedFaults()).toStrictEqual([]);
  return result.isOk() ? 'the usual answer' : result.error._tag;
}

test.each([...saidOf])('faults.%s comes out as the page says: %s', async (name, said) => {
  const [tag = said] = /(?<=^`)\w+(?=`)/.exec(said) ?? [];
  expect(await breakVm(name, staysFor(said), name === 'conflict' ? 'post' : 'get')).toBe(tag); // nothing that is read conflicts
  if (said.includes('where it stays')) expect(await breakVm(name, 1, 'get')).toBe('the usual answer');
  if (said.includes('at once for a POST')) expect(await breakVm(name, 1, 'post')).toBe(tag);
});

test('nessusFaults.loading is got over by a GET', async () => {
  const clock = createVirtualClock();
  const simulator = createNessusSimulator({ clock });
  const nessus = expectOk(createNessusClient({ ...simulator, clock }));
  simulator.script(nessusFaults.loading());
  expectOk(await clock.settle(nessus.scans.list()));
  simulator.script({ ...nessusFaults.loading(), times: Infinity });
  expect(expectErr(await clock.settle(nessus.scans.list()))._tag).toBe('RetryError');
});
