import { expect, test } from 'vitest';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

test('values come page by page, each once', async () => {
  const { settle, simulator, vm } = openInProcessLab();
  const values = expectOk(await settle(vm.tags.listValues({ limit: 10 }).toArray()));
  expect(values).toHaveLength(25);
  expect(new Set(values.map(({ uuid }) => uuid)).size).toBe(25);
  expect(simulator.requests().map(({ query }) => query)).toStrictEqual(['limit=10&offset=0', 'limit=10&offset=10', 'limit=10&offset=20']);
});

test('values can be filtered', async () => {
  const { settle, vm } = openInProcessLab();
  const values = expectOk(await settle(vm.tags.listValues({ f: ['category_name:eq:Location', 'value:match:o'], sort: 'value:desc' }).toArray()));
  expect(values.map(({ value }) => value)).toStrictEqual(['Wellington', 'Quito', 'Osaka', 'Nairobi', 'Lisbon']);
});

test('a filter that makes no sense is refused', async () => {
  const { settle, vm } = openInProcessLab();
  expect(expectErr(await settle(vm.tags.listValues({ f: ['nonsense'] }).toArray()))).toMatchObject({ _tag: 'InvalidInputError' });
});
