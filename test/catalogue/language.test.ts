/** What the compiler says of descriptions: the good one, and beside it the bad one with the words that its author reads. */
import { describe, expectTypeOf, test } from 'vitest';

import { byOffset, excludes, get, list, post, text, withRules, z } from '../../src/catalogue/language/index.js';

/** Compiled, never run: what is said here is said to the compiler. */
const onlyTyped = (body: () => unknown): void => {
  expectTypeOf(body).toBeFunction();
};

const Named = z.object({ id: text, name: text });

describe('a description does not compile', () => {
  test('whose path names a parameter that its input lacks', () => {
    onlyTyped(() => [
      get('/x/{id}', { doc: '', input: { id: text } }),
      get('/x/{id}', { doc: '', input: Named }),
      // @ts-expect-error -- 'The path has a parameter that the input does not have:': "other"
      get('/x/{id}/{other}', { doc: '', input: { id: text } }),
      // @ts-expect-error -- 'The path has a parameter that the input does not have:': "other"
      get('/x/{other}', { doc: '', input: Named }),
      // @ts-expect-error -- 'The path has a parameter that the input does not have:': "id"
      get('/x/{id}', { doc: '' }),
    ]);
  });

  test('that names a secret, a member of the query or a file by what its input lacks', () => {
    onlyTyped(() => [
      post('/x', { doc: '', input: { password: text, id: text }, secrets: ['password'], query: ['id'], file: { id: 'id' } }),
      // @ts-expect-error -- Type '"pasword"' is not assignable to type '"password"'
      post('/x', { doc: '', input: { password: text }, secrets: ['pasword'] }),
      // @ts-expect-error -- Type '"idd"' is not assignable to type '"id"'
      post('/x', { doc: '', input: { id: text }, query: ['idd'] }),
      // @ts-expect-error -- Type '"idd"' is not assignable to type '"id"'
      post('/x', { doc: '', input: { id: text }, file: { id: 'idd' } }),
      // @ts-expect-error -- Type '"nam"' is not assignable to type '"id" | "name"'
      post('/x', { doc: '', input: Named, secrets: ['nam'] }),
    ]);
  });

  test('that rules out, or adds, an error that there is not', () => {
    onlyTyped(() => [
      get('/x', { doc: '', never: ['NotFoundError'], adds: ['PasswordComplexityError'] }),
      // @ts-expect-error -- Type '"ConnectionError"' is not assignable to type 'RemovableTag'
      get('/x', { doc: '', never: ['ConnectionError'] }),
      // @ts-expect-error -- Type '"PasswordError"' is not assignable to type TenableErrorTag
      get('/x', { doc: '', adds: ['PasswordError'] }),
    ]);
  });

  test('that pages through what its output lacks, or has a door that there is not', () => {
    const Page = z.object({ things: list(text) });
    onlyTyped(() => [
      get('/x', { doc: '', output: Page, paging: byOffset('things') }),
      // @ts-expect-error -- Type '"thing"' is not assignable to type '"things"'
      get('/x', { doc: '', output: Page, paging: byOffset('thing') }),
      get('/x', { doc: '', output: Page, custom: { answer: 'toUsableList' } }),
      // @ts-expect-error -- Type '"toUseableList"' is not assignable to type '"toUsableList" | …'
      get('/x', { doc: '', output: Page, custom: { answer: 'toUseableList' } }),
      // @ts-expect-error -- 'ouput' does not exist in type
      get('/x', { doc: '', ouput: Page }),
    ]);
  });

  test('whose rules name members that the object lacks', () => {
    onlyTyped(() => [
      withRules(z.object({ a: text.optional(), b: text.optional() }), excludes('a', ['b'])),
      // @ts-expect-error -- Type '"c"' is not assignable to type '"a" | "b"'
      withRules(z.object({ a: text.optional(), b: text.optional() }), excludes('a', ['c'])),
    ]);
  });
});
