import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isServerId } from '../../src/internal/is-server-id.js';

test.each(['1', '-1', 'c1b51f06-4a4e-4b02-a0c5-5b1d9c4c7ab1', 'template-c1b51f06_x', 'x'.repeat(200)])('has the form of an id: %s', (id) => {
  expect(isServerId(id)).toBe(true);
});

test.each(['', '.', '..', '../../users/1?x=', '..%2f', '%2e%2e', 'a/b', 'a\\b', 'a b', 'a\n', 'a;b', 'a#b', 'jöb', 'x'.repeat(201)])('has not: %j', (id) => {
  expect(isServerId(id)).toBe(false);
});

test('an id is the same in a path as it is', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w-]{1,20}$/)), (text) => {
    fc.pre(isServerId(text));
    expect(new URL(`https://h/a/${text}/b`).pathname).toBe(`/a/${text}/b`);
    expect(encodeURIComponent(text)).toBe(text);
  }));
});
