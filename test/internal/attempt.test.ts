import { expect, test } from 'vitest';

import { attempt } from '../../src/internal/attempt.js';

test('gives the value of a call that returns', () => {
  expect(attempt(() => 7)).toStrictEqual({ ok: true, value: 7 });
});

test.each([new Error('no'), 'a text', undefined, null, Symbol('s')])('gives back %s as it was thrown', (thrown) => {
  const outcome = attempt(() => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- foreign code throws anything
    throw thrown;
  });
  expect(outcome).toStrictEqual({ ok: false, thrown });
});
