/** What docs/simulator.md says of each fault of Security Center and Nessus, beside what comes of it. */
import { expect, test } from 'vitest';

import { nessusFaults, nessusScanIds, scFaults } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';

import { expectErr } from '../support/expect-result.js';
import { readTable } from '../support/documentation.js';
import { openNessusLab } from './nessus/nessus-lab.js';
import { openScLab } from './sc/sc-lab.js';

const rowsOf = (name: string): readonly (readonly [fault: string, tag: string])[] =>
  readTable('docs/simulator.md', `\`${name}\``).map(([fault = '', , tag = '']) => [fault.replaceAll('`', ''), tag.replaceAll('`', '')]);

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
