import { expect, test } from 'vitest';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

test('scans are moved into a folder that was made, and go to the trash with it', async () => {
  const { settle, vm } = openInProcessLab();
  const { id: folder_id } = expectOk(await settle(vm.folders.create({ name: 'Mine' })));
  expectOk(await settle(vm.folders.edit({ folder_id, name: 'Ours' })));
  expectOk(await settle(vm.scans.configure({ scan_id: 101, settings: { folder_id } })));
  expectOk(await settle(vm.scans.copy({ scan_id: 102, folder_id })));
  const { folders, scans } = expectOk(await settle(vm.scans.list({ folder_id })));
  expect([folders?.at(-1)?.name, scans?.map(({ id }) => id)]).toStrictEqual(['Ours', [101, 131]]);
  expectOk(await settle(vm.folders.delete({ folder_id })));
  const trash = expectOk(await settle(vm.folders.list())).folders?.find(({ type }) => type === 'trash')?.id;
  expect(expectOk(await settle(vm.scans.list({ folder_id: trash }))).scans).toHaveLength(2);
});

test('a folder that is not there takes no scan, and those that everybody has stay', async () => {
  const { settle, vm } = openInProcessLab();
  expect(expectErr(await settle(vm.scans.configure({ scan_id: 101, settings: { folder_id: 99 } })))).toMatchObject({ _tag: 'InvalidInputError' });
  expect(expectErr(await settle(vm.folders.delete({ folder_id: 22 })))).toMatchObject({ _tag: 'PermissionError' });
  expect(expectErr(await settle(vm.folders.edit({ folder_id: 99, name: 'Mine' })))).toMatchObject({ _tag: 'NotFoundError' });
});
