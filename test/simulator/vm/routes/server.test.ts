import { expect, test } from 'vitest';

import { expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

test('the service is ready', async () => {
  const { settle, vm } = openInProcessLab();
  expect(expectOk(await settle(vm.server.status()))).toStrictEqual({ code: 200, status: 'ready' });
});
