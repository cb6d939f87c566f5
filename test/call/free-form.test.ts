/** Values that only a schema can judge, through whole calls: of operations of users, by several libraries' schemas, and of the catalogue. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { createNessusClient, createScClient, createVmClient, defineOperation, empty, execute } from 'tenable-result';

import { findFreeForm } from '../../src/call/free-form.js';
import { copyInput } from '../../src/operation/copy-input.js';
import type { Schema } from '../../src/schema/schema.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const find = (schema: Schema<unknown>, input: unknown): Promise<readonly string[]> =>
  findFreeForm(schema, expectOk(copyInput(input)), {}).then((issues) => issues.map(({ path, received }) => `${path} ${received}`));

class Profile {
  readonly name = 'x';
}

describe('a schema that does not look at a place', () => {
  test.each<readonly [string, v.GenericSchema, unknown, readonly string[]]>([
    ['has an object of no known kind there', v.object({ a: v.unknown() }), { a: new Map() }, ['a Map']],
    ['a record of it', v.object({ a: v.record(v.string(), v.unknown()) }), { a: new Set([1]) }, ['a Set']],
    ['a loose object', v.looseObject({ a: v.looseObject({}) }), { a: new FormData() }, ['a FormData']],
    ['an object without required members', v.strictObject({ a: v.strictObject({ b: v.optional(v.string()) }) }), { a: new Blob([]) }, ['a Blob']],
    ['the whole', v.looseObject({}), new Map([['a', 1]]), [' Map']],
    ['undefined in free form', v.object({ a: v.record(v.string(), v.unknown()) }), { a: { b: undefined, c: 1 } }, ['a.b undefined']],
    ['undefined deep in free form', v.looseObject({}), { a: [{ b: { c: undefined } }] }, ['a[0].b.c undefined']],
    ['undefined beside named members', v.object({ a: v.objectWithRest({ b: v.optional(v.string()) }, v.unknown()) }), { a: { b: undefined, c: undefined } }, ['a.c undefined']],
  ])('%s', async (_title, schema, input, found) => {
    expect(await find(schema, input)).toStrictEqual(found);
  });
});

describe('a schema that knows what stands in a place', () => {
  test.each<readonly [string, v.GenericSchema, unknown]>([
    ['may want a Date', v.object({ a: v.pipe(v.date(), v.transform(Number)) }), { a: new Date(0) }],
    ['may want a Map', v.object({ a: v.pipe(v.map(v.string(), v.number()), v.transform((map) => [...map])) }), { a: new Map() }],
    ['may want an instance', v.object({ a: v.instance(URL) }), { a: new URL('https://example.com') }],
    ['may read the members of an instance', v.strictObject({ a: v.strictObject({ name: v.string() }) }), { a: new Profile() }],
    ['may leave a nested member out', v.strictObject({ a: v.strictObject({ b: v.optional(v.string()) }) }), { a: { b: undefined } }],
    ['may leave a nested list out', v.strictObject({ a: v.strictObject({ b: v.optional(v.array(v.unknown())) }) }), { a: { b: undefined } }],
    ['may take its time', v.pipeAsync(v.objectAsync({ a: v.date() }), v.checkAsync(() => Promise.resolve(true))) as unknown as v.GenericSchema, { a: new Date(0) }],
  ])('%s', async (_title, schema, input) => {
    expect(await find(schema, input)).toStrictEqual([]);
  });
});

describe('a call', () => {
  const config = { accessKey: 'a', secretKey: 'b', transport: (): never => expect.fail('nothing may be sent') };
  const vm = expectOk(createVmClient({ ...config, url: 'https://vm.example.com' }));
  const sc = expectOk(createScClient({ ...config, url: 'https://sc.example.com' }));
  const nessus = expectOk(createNessusClient({ ...config, url: 'https://nessus.example.com' }));
  const own = defineOperation({ id: 'own.call', product: 'vm', method: 'POST', path: '/own', docs: '', input: v.looseObject({ f: v.optional(v.unknown()) }), query: ['f'], output: empty });
  const filter = (value: unknown) => sc.analysis.query({ type: 'vuln', query: { tool: 'sumip', filters: [{ filterName: 'ip', operator: '=', value }] } }).toPage();

  test.each([
    ['of Security Center: a filter that is undefined', () => filter(undefined), 'query.filters[0].value'],
    ['of Security Center: a filter that is a Map', () => filter(new Map()), 'query.filters[0].value'],
    ['of Security Center: a number in a filter that is NaN', () => filter([{ id: NaN }]), 'query.filters[0].value[0].id'],
    ['of Security Center: a rule that is undefined', () => sc.assets.create({ name: 'a', type: 'dynamic', rules: { operator: undefined } }), 'rules.operator'],
    ['of Nessus: a setting that is a Set', () => nessus.scans.create({ uuid: 'x', settings: { name: 'n', custom: new Set() } }), 'settings.custom'],
    ['of Nessus: a setting that is undefined', () => nessus.scans.create({ uuid: 'x', settings: { name: 'n', custom: undefined } }), 'settings.custom'],
    ['of a user: a query that is NaN', () => execute(vm, own, { f: NaN }), 'f'],
    ['of a user: a list of the query with undefined in it', () => execute(vm, own, { f: ['a', undefined] }), 'f[1]'],
    ['of a user: a Blob', () => execute(vm, own, { file: new Blob(['x']) }), 'file'],
    ['of a user: FormData as the whole', () => execute(vm, own, new FormData() as never), ''],
    ['of a user: a getter that throws', () => execute(vm, own, { get a(): never { throw new Error('CANARY'); } }), 'a'],
  ])('%s is refused', async (_title, call, path) => {
    const error = expectErr(await call());
    expect(error).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path }] });
    expect(error.message).not.toContain('CANARY');
  });
});
