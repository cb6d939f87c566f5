import { expect, test } from 'vitest';

import { createScriptedClient } from '../../support/scripted-client.js';
import { expectOk } from '../../support/expect-result.js';

test('a rule is created as it is documented: severities by word or number, values of any kind, conditions in groups', async () => {
  const { clock, requests, vm } = createScriptedClient([{ json: { rule_id: '810207f8-a9de-4bc8-8b7c-3f149b12ec94' } }]);
  const rule = {
    resource_type: 'HOST',
    rule_value: { action: 'RECAST', severity: '1', original_severity: 'MEDIUM' },
    filter: { and: [{ property: 'port', operator: 'eq', value: 8080 }, { or: [{ property: 'asset.name', operator: 'eq', value: ['a', 'b'] }] }] },
  } as const;
  expectOk(await clock.settle(vm.recastRules.create(rule)));
  expect(JSON.parse(requests[0]?.body ?? '')).toStrictEqual(rule);
});
