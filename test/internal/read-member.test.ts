import { expect, test } from 'vitest';

import { readMember } from 'tenable-result';

const hostile = new Proxy({}, { getOwnPropertyDescriptor: () => { throw new Error('hostile'); } });

test.each<readonly [string, unknown, unknown]>([
  ['a member', { a: 1 }, 1],
  ['a member that is not there', {}, undefined],
  ['an inherited one', Object.create({ a: 1 }), undefined],
  ['one of no object', 'text', undefined],
  ['one of an object that throws', hostile, undefined],
])('reads %s', (_title, value, expected) => {
  expect(readMember(value, 'a')).toBe(expected);
});
