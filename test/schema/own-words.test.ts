import * as v from 'valibot';
import { expect, test } from 'vitest';

import { inWords, toOwnWords } from '../../src/schema/own-words.js';

test('words of our own come back as they are', () => {
  expect(toOwnWords(inWords('a UUID'))).toBe('a UUID');
});

test('messages of other people are none', () => {
  const [issue] = v.safeParse(v.string('got CANARY'), 7).issues ?? [];
  for (const message of [issue?.message, 'a UUID', '', 7, null, undefined]) expect(toOwnWords(message)).toBeNull();
});
