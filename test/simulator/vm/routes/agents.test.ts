import { expect, test } from 'vitest';

import { cloudScannerId, usernames } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

const scanner_id = cloudScannerId;

test('agents come page by page, each once, the last page short', async () => {
  const { settle, simulator, vm } = openInProcessLab();
  const agents = expectOk(await settle(vm.agents.list({ scanner_id, limit: 50 }).toArray()));
  expect(new Set(agents.map(({ id }) => id)).size).toBe(120);
  expect(simulator.requests()).toHaveLength(3);
});

test('a page says where it stands, and how it is sorted', async () => {
  const { settle, vm } = openInProcessLab();
  const { pagination } = expectOk(await settle(vm.agents.list({ scanner_id, offset: 100 }).toPage()));
  expect(pagination).toStrictEqual({ total: 120, limit: 50, offset: 100, sort: [{ name: 'name', order: 'asc' }] });
});

test('another scanner is not found, and not everybody may look', async () => {
  const { settle, vm } = openInProcessLab();
  expect(expectErr(await settle(vm.agents.list({ scanner_id: 2 }).toPage()))).toMatchObject({ _tag: 'NotFoundError' });
  const refused = await settle(vm.impersonate(usernames.basic).asyncAndThen((user) => user.agents.list({ scanner_id }).toPage()));
  expect(expectErr(refused)).toMatchObject({ _tag: 'PermissionError', reason: 'forbidden' });
});
