import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createKeptMark, flag, list, nullable, struct, text, whole, word } from '../../../src/errors/model/fields.js';

const pair = struct<{ readonly size: number; readonly name: string | null }>({ size: whole(), name: nullable(text(5)) });
const samples = {
  text: text(5), whole: whole(), flag, word: word(['up', 'down'], 'down'), nullable: nullable(whole()),
  list: list(text(3), 2), struct: pair, 'list of structs': list(pair, 3),
};

describe.each(Object.entries(samples))('%s', (_title, field) => {
  test('keeps anything, and what it keeps fits and is kept again unchanged', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const kept: unknown = field.keep(value);
      expect(field.misfit(kept, '')).toBeNull();
      expect(field.keep(kept)).toStrictEqual(kept);
      expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept);
    }));
  });
});

test.each<readonly [unknown, number]>([
  [404, 404], [0, 0], [-0, 0], [1.9, 1], [Infinity, Number.MAX_SAFE_INTEGER],
  [-1, 9], [NaN, 9], ['7', 9], [7n, 9], [null, 9], [undefined, 9],
])('a whole number keeps %s as %i', (value, expected) => {
  expect(whole(9).keep(value)).toBe(expected);
});

test.each([
  ['text', text(3), 7, 'string'],
  ['a number', whole(), -1, 'number of 0 or more'],
  ['a flag', flag, 'true', 'boolean'],
  ['a word', word(['up'], 'up'), null, 'string'],
  ['a nullable', nullable(flag), undefined, 'boolean'],
  ['a list', list(flag, 2), { length: 0 }, 'array'],
  ['an object', pair, [], 'object'],
])('%s says what it expects, not what came', (_title, field, value, expected) => {
  expect(field.misfit(value, 'here')).toStrictEqual({ path: 'here', expected });
});

test('a misfit names its place in full', () => {
  expect(struct({ inner: list(pair, 9) }).misfit({ inner: [{ size: 1, name: null }, { size: 1, name: 2 }] }, '')).toStrictEqual({
    path: 'inner[1].name', expected: 'string',
  });
});

test('a word that is not known yet is kept as the fallback', () => {
  expect(word(['up', 'down'], 'down').keep('sideways')).toBe('down');
  expect(word(['up', 'down'], 'down').misfit('sideways', '')).toBeNull();
});

test('a list keeps its first items and copies them', () => {
  const items = ['a', 'b', 'c'];
  const kept = list(text(3), 2).keep(items);
  items[0] = 'changed';
  expect(kept).toStrictEqual(['a', 'b']);
});

test('an object keeps just the described fields and reads nothing else', () => {
  const source = { size: 3, get secret(): never { throw new Error('read'); } };
  expect(pair.keep(source)).toStrictEqual({ size: 3, name: null });
});

describe('the mark of what was kept', () => {
  const mark = createKeptMark<{ readonly name: string }>();

  test('is on what was marked, and on no copy of it', () => {
    const kept = Object.freeze(mark.set({ name: 'x' }));
    expect([kept, { ...kept }, structuredClone(kept), Object.create(kept) as object, null, 'x'].map(mark.isOn)).toStrictEqual([true, false, false, false, false, false]);
    expect(createKeptMark().isOn(kept)).toBe(false);
  });

  test('cannot be seen', () => {
    const marked = mark.set({ name: 'x' });
    expect(marked).toStrictEqual({ name: 'x' });
    expect(Reflect.ownKeys(marked)).toStrictEqual(['name']);
    expect(Object.getPrototypeOf(marked)).toBe(Object.prototype);
  });
});
