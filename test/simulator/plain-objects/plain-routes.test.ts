import { describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import type { VmClient } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';
import type { Simulator } from 'tenable-result/simulator';

import { nessusCatalogue } from '../../../src/api/nessus/catalogue.js';
import { scCatalogue } from '../../../src/api/sc/catalogue.js';
import { vmCatalogue } from '../../../src/api/vm/catalogue.js';
import type { AnyOperation } from '../../../src/operation/define-operation.js';
import { isShapeSchema } from '../../../src/schema/shape-schema.js';
import { toExample } from '../../../src/simulator/plain-objects/example.js';
import { expectErr, expectOk } from '../../support/expect-result.js';

function open(): { readonly simulator: Simulator; readonly vm: VmClient } {
  const simulator = createSimulator();
  const { accessKey, secretKey, transport } = simulator;
  return { simulator, vm: expectOk(createVmClient({ accessKey, secretKey, transport })) };
}

const nobody = '00000000-0000-4000-8000-000000000099';

describe('an area without behaviour of its own', () => {
  test('has some objects at first, the same in every simulator', async () => {
    const [one, other] = await Promise.all([open(), open()].map(async ({ vm }) => expectOk(await vm.networks.list().toArray())));
    expect(one?.length).toBeGreaterThan(0);
    expect(one).toStrictEqual(other);
  });

  test('keeps what is created, changed and deleted', async () => {
    const { vm } = open();
    const made = expectOk(await vm.networks.create({ name: 'Plant', assets_ttl_days: 90 }));
    expect(made).toMatchObject({ name: 'Plant', assets_ttl_days: 90 });
    expect(expectOk(await vm.networks.details({ network_id: made.uuid }))).toStrictEqual(made);
    expectOk(await vm.networks.update({ network_id: made.uuid, name: 'Plant 2' }));
    expect(expectOk(await vm.networks.list().toArray()).map(({ name }) => name)).toContain('Plant 2');
    expectOk(await vm.networks.delete({ network_id: made.uuid }));
    expect(expectErr(await vm.networks.details({ network_id: made.uuid }))._tag).toBe('NotFoundError');
  });

  test('gives every object an id of its own', async () => {
    const { vm } = open();
    for (const name of ['a', 'b', 'c']) expectOk(await vm.networks.create({ name }));
    const uuids = expectOk(await vm.networks.list().toArray()).map(({ uuid }) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test('pages and filters its list', async () => {
    const { simulator, vm } = open();
    for (const name of ['a', 'b', 'c']) expectOk(await vm.networks.create({ name }));
    expect(expectOk(await vm.networks.list({ f: ['name:eq:b'] }).toArray()).map(({ name }) => name)).toStrictEqual(['b']);
    expect(expectOk(await vm.networks.list({ limit: 2 }).toArray())).toHaveLength(5);
    expect(simulator.requests().slice(-3).map(({ query }) => query)).toStrictEqual(['limit=2&offset=0', 'limit=2&offset=2', 'limit=2&offset=4']);
  });

  test('knows nothing below an object that does not exist', async () => {
    const { vm } = open();
    expect(expectErr(await vm.networks.listScanners({ network_id: nobody }))._tag).toBe('NotFoundError');
    expect(expectErr(await vm.networks.assignScanners({ network_id: nobody, scanner_uuids: [nobody] }))._tag).toBe('NotFoundError');
  });

  test('refuses a body that does not fit, and names the member', () => {
    const { simulator } = open();
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    const ask = (body: object): unknown => simulator.handle({ method: 'POST', url: '/networks', headers, body: JSON.stringify(body) });
    expect(ask({ description: 'no name' })).toMatchObject({ status: 400, body: expect.stringContaining('name') as unknown });
    expect(ask({ name: 'Plant', assets_ttl_days: 'many' })).toMatchObject({ status: 400, body: expect.stringContaining('assets_ttl_days') as unknown });
    expect(ask({ name: 'Plant' })).toMatchObject({ status: 200 });
  });
});

type Areas = Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>;

const catalogues: readonly Areas[] = [vmCatalogue, scCatalogue, nessusCatalogue];
const operations = catalogues.flatMap((areas) => Object.values(areas)).flatMap((area) => Object.values(area));
const answers = operations.flatMap(({ id, output, product }) => (output.kind === 'json' && isShapeSchema(output.schema) ? [{ name: `${product}.${id}`, schema: output.schema }] : []));

test.each(answers)('the invented answer of $name fits', ({ schema }) => {
  for (const seed of [1, 2, 77]) expect(schema.check(toExample(schema.shape, seed))).toMatchObject({ fits: true });
});
