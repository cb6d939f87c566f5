import { describe, expect, test } from 'vitest';

import { createSecretMemory } from '../../src/clients/secret-memory.js';

describe('the secrets that a client has held', () => {
  test('are those it began with and those it learned', () => {
    const memory = createSecretMemory(['a', 'b']);
    memory.remember('c');
    expect(memory.secrets()).toStrictEqual(['a', 'b', 'c']);
  });

  test('are the same list until there is another one, so that redactors are made once', () => {
    const memory = createSecretMemory(['a']);
    const held = memory.secrets();
    memory.remember('a');
    expect(memory.secrets()).toBe(held);
    memory.remember('b');
    expect(memory.secrets()).not.toBe(held);
  });

  test('are the latest where keys change for ever', () => {
    const memory = createSecretMemory([]);
    for (let key = 0; key < 1000; key += 1) memory.remember(`k${key}`);
    expect(memory.secrets()).toHaveLength(40);
    expect(memory.secrets().at(-1)).toBe('k999');
  });
});
