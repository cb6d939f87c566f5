import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { CompoundShape, Rule } from '../../src/schema/shape.js';
import { toSchema } from '../../src/schema/shape-schema.js';
import { decode } from '../../src/schema/standard-schema.js';
import type { Schema } from '../../src/schema/schema.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const names = ['a', 'b', 'c', 'd'] as const;
type Name = (typeof names)[number];
const filters = (rules: readonly Rule<Name>[]): CompoundShape => ({ strict: { a: 'number?', b: 'number?', c: 'number?', d: 'flag?' }, rules });

/** Where the issues are that filters have; `[]` where they are taken. */
const pathsOf = async (schema: Schema<unknown>, given: unknown): Promise<readonly string[]> => {
  const decoded = await decode(schema, given, {});
  if (decoded.isOk()) return [];
  return decoded.error._tag === 'Misfit' ? decoded.error.issues.map(({ path }) => path) : [decoded.error._tag];
};

describe('rules between filters', () => {
  const value = (name: Name): number | boolean => (name === 'd' ? false : 1);
  test.each<readonly [string, Rule<Name>, (given: ReadonlySet<Name>) => readonly Name[]]>([
    ['what a filter excludes', { _tag: 'Excludes', member: 'a', others: ['b', 'd'] }, (given) => (given.has('a') ? (['b', 'd'] as const).filter((one) => given.has(one)) : [])],
    ['what a value excludes', { _tag: 'Excludes', member: 'd', where: false, others: ['b'] }, (given) => (given.has('d') && given.has('b') ? ['b'] : [])],
    ['what another value excludes', { _tag: 'Excludes', member: 'd', where: true, others: ['b'] }, () => []],
    ['what a filter does not admit', { _tag: 'Admits', member: 'a', others: ['b'] }, (given) => (given.has('a') ? (['c', 'd'] as const).filter((one) => given.has(one)) : [])],
    ['what filters need', { _tag: 'Needs', members: ['a', 'b'], needed: 'c' }, (given) => ((given.has('a') || given.has('b')) && !given.has('c') ? ['c'] : [])],
  ])('tell %s, for any filters that are given', async (_title, rule, toOffenders) => {
    const schema = toSchema<unknown>(filters([rule]));
    await fc.assert(fc.asyncProperty(fc.subarray([...names]), fc.boolean(), async (given, isOpen) => {
      const left = isOpen ? Object.fromEntries(names.map((name) => [name, undefined])) : {};
      const chosen = { ...left, ...Object.fromEntries(given.map((name) => [name, value(name)])) };
      expect(new Set(await pathsOf(schema, chosen))).toStrictEqual(new Set(toOffenders(new Set(given))));
    }));
  });

  test('are told all at once, beside values that do not fit', async () => {
    const shape = filters([
      { _tag: 'Excludes', member: 'a', others: ['b'] },
      { _tag: 'Needs', members: ['a', 'b'], needed: 'd' },
    ]);
    const decoded = await decode(toSchema<unknown>({ strict: { filters: shape } }), { filters: { a: 'x', b: 1, z: 1 } }, {});
    expect(expectErr(decoded)).toStrictEqual({ _tag: 'Misfit', issues: [
      { path: 'filters.a', expected: 'number', received: 'string' },
      { path: 'filters.z', expected: 'left out (there is no such parameter)', received: 'number' },
      { path: 'filters.b', expected: 'left out with a', received: 'number' },
      { path: 'filters.d', expected: 'given with a and b', received: 'undefined' },
    ] });
  });

  test.each([[null], [undefined], ['a'], [7], [() => 1]])('say nothing of %s, which is no object', async (given) => {
    expect(await pathsOf(toSchema(filters([{ _tag: 'Needs', members: ['a'], needed: 'b' }])), given)).toStrictEqual(['']);
  });
});

describe('filters by tag', () => {
  const schema = toSchema<unknown>({
    ...filters([{ _tag: 'Admits', member: 'a', others: ['b'] }]),
    others: { pattern: '^tag\\..', form: 'tag.<Category>', of: { list: 'text', expected: 'a list of tag values' } },
  });
  test.each<readonly [string, unknown, readonly string[]]>([
    ['a category', { 'tag.Location': ['Berlin'] }, []],
    ['a category with dots and blanks', { 'tag.Data center.EU': ['A 1'] }, []],
    ['several', { 'tag.A': ['1'], 'tag.B': ['2', '3'], c: 1 }, []],
    ['a value that is no list', { 'tag.A': 'x' }, ['tag.A']],
    ['a list of other things', { 'tag.A': ['x', 7] }, ['tag.A']],
    ['no category', { 'tag.': ['x'] }, ['tag.']],
    ['a misspelt filter, whatever its value', { e: true, location: ['Berlin'] }, ['e', 'location']],
    ['a filter that goes with no tags', { a: 1, 'tag.A': ['x'] }, ['tag.A']],
    ['values of the wrong type beside a misspelt name', { c: 'x', cc: 1 }, ['c', 'cc']],
  ])('%s', async (_title, given, paths) => {
    expect(await pathsOf(schema, given)).toStrictEqual(paths);
  });

  test('come out as they went in', async () => {
    const tags = fc.dictionary(fc.stringMatching(/^tag\.[\w ]{1,9}$/), fc.array(fc.string()));
    await fc.assert(fc.asyncProperty(tags, async (given) => {
      expect(expectOk(await decode(schema, given, {}))).toStrictEqual({ ...given });
    }));
  });
});
