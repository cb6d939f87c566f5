import { describe, expect, test } from 'vitest';

import { toListPage } from '../../../src/simulator/vm/list-page.js';
import { expectErr, expectOk } from '../../support/expect-result.js';

const items = [
  { name: 'Beta', port: 22, status: 'on' },
  { name: 'Alpha', port: 443, status: 'off' },
  { name: 'Gamma', port: 80, status: 'on' },
];

const namesOf = (query: string): readonly string[] =>
  expectOk(toListPage(items, new URLSearchParams(query), 50)).items.map(({ name }) => name);

describe('a page', () => {
  test.each([
    ['', ['Beta', 'Alpha', 'Gamma']],
    ['limit=2', ['Beta', 'Alpha']],
    ['limit=2&offset=2', ['Gamma']],
    ['offset=3', []],
    ['f=status:eq:on', ['Beta', 'Gamma']],
    ['f=status:neq:on', ['Alpha']],
    ['f=name:match:AM', ['Gamma']],
    ['f=status:eq:on&f=port:eq:22', ['Beta']],
    ['f=status:eq:off&f=port:eq:22&ft=or', ['Beta', 'Alpha']],
    ['w=ta', ['Beta']],
    ['w=o&wf=name,status', ['Beta', 'Alpha', 'Gamma']],
    ['sort=name', ['Alpha', 'Beta', 'Gamma']],
    ['sort=status:desc,port:desc', ['Gamma', 'Beta', 'Alpha']],
  ])('?%s', (query, names) => {
    expect(namesOf(query)).toStrictEqual(names);
  });

  test('says where it stands in the whole', () => {
    expect(expectOk(toListPage(items, new URLSearchParams('limit=1&offset=1&f=status:eq:on'), 50)))
      .toMatchObject({ total: 2, limit: 1, offset: 1 });
  });

  test('is not larger than the largest', () => {
    expect(expectOk(toListPage(items, new URLSearchParams('limit=9999'), 50)).limit).toBe(5000);
  });

  test.each(['f=nonsense', 'f=colour:eq:red', 'f=name:like:x', 'limit=0', 'limit=-1', 'limit=many', 'offset=1.5'])('is refused for ?%s', (query) => {
    expect(expectErr(toListPage(items, new URLSearchParams(query), 50)).status).toBe(400);
  });
});
