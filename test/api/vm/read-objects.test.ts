/** Changes that take an object as it was read, and send it back with what shall be other. */
import { describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import type { Transport } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

import { expectOk } from '../../support/expect-result.js';

function open() {
  const { accessKey, secretKey, transport } = createSimulator();
  const sent: unknown[] = [];
  const noting: Transport = (request, signal) => {
    if (request.method === 'PUT') sent.push(JSON.parse(String(request.body)));
    return transport(request, signal);
  };
  return { sent, vm: expectOk(createVmClient({ accessKey, secretKey, transport: noting })) };
}

describe('an object that was read can be sent back', () => {
  test('an exclusion, with its number and dates, and with members that nobody has described', async () => {
    const { sent, vm } = open();
    const { id } = expectOk(await vm.exclusions.create({ name: 'Night', members: '192.0.2.0/24', schedule: { enabled: false } }));
    const read = expectOk(await vm.exclusions.details({ exclusion_id: id }));
    expectOk(await vm.exclusions.update({ ...read, of_tomorrow: 1, exclusion_id: id, name: 'Day' }));
    expect(sent).toStrictEqual([{ ...read, of_tomorrow: 1, name: 'Day' }]);
  });

  test('an agent exclusion', async () => {
    const { sent, vm } = open();
    const { id } = expectOk(await vm.agentExclusions.create({ scanner_id: 1, name: 'Night', schedule: { enabled: false } }));
    const read = expectOk(await vm.agentExclusions.details({ scanner_id: 1, exclusion_id: id }));
    expectOk(await vm.agentExclusions.update({ ...read, scanner_id: 1, exclusion_id: id, description: 'of agents' }));
    expect(sent).toStrictEqual([{ ...read, description: 'of agents' }]);
  });

  test('and what does not fit is refused by its name', async () => {
    const { sent, vm } = open();
    // @ts-expect-error -- a name is text
    const refused = await vm.exclusions.update({ exclusion_id: 1, name: 7 });
    expect(refused.isErr() && refused.error).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'name' }] });
    expect(sent).toStrictEqual([]);
  });
});
