import { expect, test } from 'vitest';

import { isStrongPassword } from '../../src/simulator/password-rule.js';

test.each(['Abcdefg1', 'abcdef1!', 'ABCDEF1!', 'Äbcdefg1', 'Ab1!Ab1!'])('%s is strong', (password) => {
  expect(isStrongPassword(password)).toBe(true);
});

test.each(['', 'Abcdef1', 'abcdefgh', 'abcdefg1', 'ABCDEFG!'])('"%s" is not', (password) => {
  expect(isStrongPassword(password)).toBe(false);
});
