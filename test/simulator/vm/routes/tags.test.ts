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

test('a value that is created is found, changed and deleted, and its category comes with it', async () => {
  const { settle, vm } = openInProcessLab();
  const made = expectOk(await settle(vm.tags.createValue({ category_name: 'Building', value: 'North', filters: { asset: { and: [{ field: 'ipv4', operator: 'eq', value: '192.0.2.0/24' }] } } })));
  expect(made).toMatchObject({ value: 'North', category_name: 'Building', type: 'dynamic', filters: { asset: '{"and":[{"field":"ipv4","operator":"eq","value":"192.0.2.0/24"}]}' } });
  const tag_value_uuid = made.uuid ?? '';
  expect(expectOk(await settle(vm.tags.listValues().toArray()))).toHaveLength(26);
  expect(expectOk(await settle(vm.tags.updateValue({ tag_value_uuid, value: 'South' })))).toMatchObject({ value: 'South', type: 'dynamic' });
  expect(expectOk(await settle(vm.tags.valueDetails({ tag_value_uuid })))).toMatchObject({ value: 'South', category_uuid: made.category_uuid });
  expect(expectOk(await settle(vm.tags.listCategories().toArray())).map(({ name }) => name)).toContain('Building');
  expect(expectErr(await settle(vm.tags.createValue({ category_name: 'Building', value: 'South' })))).toMatchObject({ _tag: 'InvalidInputError' });
  expectOk(await settle(vm.tags.deleteValue({ tag_value_uuid })));
  expect(expectErr(await settle(vm.tags.valueDetails({ tag_value_uuid })))).toMatchObject({ _tag: 'NotFoundError' });
  expect(expectOk(await settle(vm.tags.listValues().toArray()))).toHaveLength(25);
});

test('a category that is renamed is renamed in its values, and takes them along when it is deleted', async () => {
  const { settle, vm } = openInProcessLab();
  const { uuid } = expectOk(await settle(vm.tags.createCategory({ name: 'Building' })));
  expect(expectErr(await settle(vm.tags.createCategory({ name: 'Building' })))).toMatchObject({ _tag: 'InvalidInputError' });
  const value = expectOk(await settle(vm.tags.createValue({ category_uuid: uuid, value: 'North' })));
  expectOk(await settle(vm.tags.updateCategory({ tag_category_uuid: uuid, name: 'Site' })));
  expect(expectOk(await settle(vm.tags.valueDetails({ tag_value_uuid: value.uuid ?? '' })))).toMatchObject({ category_name: 'Site' });
  const { categories } = expectOk(await settle(vm.tags.filterCategories()));
  expect(categories?.at(-1)).toStrictEqual({ uuid, name: 'Site', value_count: 1, values: [{ uuid: value.uuid, value: 'North' }] });
  expectOk(await settle(vm.tags.deleteCategory({ tag_category_uuid: uuid })));
  expect(expectErr(await settle(vm.tags.categoryDetails({ tag_category_uuid: uuid })))).toMatchObject({ _tag: 'NotFoundError' });
  expect(expectOk(await settle(vm.tags.listValues().toArray()))).toHaveLength(25);
});

test('tags are put on assets and taken off, and go when they are deleted', async () => {
  const { settle, vm } = openInProcessLab();
  const [first, second] = expectOk(await settle(vm.tags.listValues().toArray())).map(({ uuid = '' }) => uuid);
  const asset_uuid = '35bc53a9-6a8d-42ec-91f7-36d8ba4d2b52';
  const toTags = async (): Promise<readonly (string | null | undefined)[]> => (expectOk(await settle(vm.tags.listAssetTags({ asset_uuid }))).tags ?? []).map(({ value_uuid }) => value_uuid);
  const tags = [first ?? '', second ?? ''];
  expect(expectOk(await settle(vm.tags.assign({ action: 'add', assets: [asset_uuid], tags }))).job_uuid).toMatch(/^[\da-f]{32}$/);
  expect(await toTags()).toStrictEqual(tags);
  expect(expectOk(await settle(vm.tags.valueDetails({ tag_value_uuid: first ?? '' })))).toMatchObject({ assignment_count: 1 });
  expectOk(await settle(vm.tags.assign({ action: 'remove', assets: [asset_uuid], tags: [first ?? ''] })));
  expect(await toTags()).toStrictEqual([second]);
  expectOk(await settle(vm.tags.deleteValues({ values: tags })));
  expect(await toTags()).toStrictEqual([]);
});
