import { expect, test } from 'vitest';

import { usernames } from 'tenable-result/simulator';

import { expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

test('a session is that of the keys, or of whom they impersonate', async () => {
  const { settle, vm } = openInProcessLab();
  const own = expectOk(await settle(vm.session.details()));
  expect(own).toMatchObject({ username: usernames.administrator, permissions: 64, enabled: true, container_name: 'Simulated Container' });
  const other = expectOk(await settle(vm.impersonate(usernames.standard).asyncAndThen((user) => user.session.details())));
  expect(other).toMatchObject({ username: usernames.standard, permissions: 32, container_uuid: own.container_uuid });
});
