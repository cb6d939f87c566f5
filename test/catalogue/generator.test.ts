/** What the generator refuses, and that what is committed is what it writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { get, list, text } from '../../src/catalogue/language/index.js';
import { readModel } from '../../src/catalogue/generator/model.js';
import type { LoadedModule } from '../../src/catalogue/generator/model.js';
import { writeModule } from '../../src/catalogue/generator/write-module.js';
import { generator, loaded } from './descriptions.js';

const root = join(import.meta.dirname, '..', '..');
const page = 'https://example.com/';

const toModule = (exports: Readonly<Record<string, unknown>>, title = '/** Things. */'): LoadedModule => ({ name: 'vm/things', file: 'src/catalogue/vm/things.ts', text: title, exports: { page, ...exports } });

describe('what the generator does not know it refuses, by file, shape and member', () => {
  const Thing = (member: z.ZodType): LoadedModule => toModule({ Thing: z.object({ name: text, odd: member }), operations: {} });
  test.each<readonly [string, LoadedModule, string]>([
    ['a transform', Thing(z.string().transform(Number)), 'vm/things: Thing.odd has a schema of the type pipe'],
    ['a check of its own', Thing(z.string().refine(() => true)), 'vm/things: Thing.odd has the check custom'],
    ['a rule that is no data', toModule({ Thing: z.object({ name: text }).refine(() => true), operations: {} }), 'vm/things: Thing has the check custom'],
    ['a date', Thing(z.date()), 'vm/things: Thing.odd has a schema of the type date'],
    ['a bound that is not in', Thing(z.number().gt(1)), 'vm/things: Thing.odd has the check greater_than without its bound'],
    ['a format of text', Thing(z.email()), 'vm/things: Thing.odd has the text format email'],
    ['a pattern without words for people', Thing(z.string().regex(/x/)), 'vm/things: Thing.odd has a pattern beside other checks, or without words'],
    ['a tuple in a list', Thing(list(z.tuple([text]))), 'vm/things: Thing.odd[] has a schema of the type tuple'],
    ['a word in meta() that nobody reads', Thing(text.meta({ descripton: 'x' })), 'vm/things: Thing.odd has the word "descripton" in meta()'],
    ['a path parameter that the input lacks', toModule({ operations: { one: { method: 'GET', path: '/x/{id}', doc: '', input: { name: text } } } }), 'vm/things: one names "id"'],
    ['a secret that the input lacks', toModule({ operations: { one: { method: 'POST', path: '/x', doc: '', input: { name: text }, secrets: ['pasword'] } } }), 'vm/things: one names "pasword"'],
    ['pages of what is no list', toModule({ operations: { one: get('/x', { doc: '', output: z.object({ things: text }), paging: { style: 'offset', items: 'things' } }) } }), 'vm/things: one pages through "things", which is no list of its output'],
    ['a file without a title', toModule({ operations: {} }, 'import x from "y";'), 'vm/things has no title'],
    ['an operation without a page', { ...toModule({ operations: { one: get('/x', { doc: '' }) } }), exports: { operations: { one: get('/x', { doc: '' }) } } }, 'vm/things: one has no page'],
  ])('%s', (_title, module, message) => {
    expect(() => readModel([module]).modules.map(writeModule)).toThrow(message);
  });
});

describe('what is committed', () => {
  const { model, output } = generator.generate(loaded);
  const readCommitted = (path: string): string => readFileSync(join(root, path), 'utf8');

  test.each(generator.writeDocuments(model, readCommitted))('$path follows from the descriptions: `npm run generate` writes it', ({ path, text: written }) => {
    expect(readCommitted(path)).toBe(written);
  });

  test('and what is built are of the same descriptions', () => {
    expect(output.filter(({ path, text: written }) => readCommitted(path) !== written).map(({ path }) => path)).toStrictEqual([]);
  });
});
