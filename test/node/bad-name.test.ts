import { expect, test } from 'vitest';

import { isBadName } from '../../src/node/bad-name.js';

test.each(['con', 'NUL', 'nul.ndjson', 'Com1', 'com¹.csv', 'LPT9.txt', 'aux ', 'prn .x', 'CONIN$', 'found.', 'found ', 'a:b'])('%j is no name on Windows, and one elsewhere', (name) => {
  expect(isBadName(name, 'win32')).toBe(true);
  expect(isBadName(name, 'linux')).toBe(false);
});

test.each(['a\u0007', '\u001b[31mred', 'a\u007f', 'a\u0085b', 'a\u009b2J', 'txt.\u202eexe', 'a\u2028b', 'a\tb', 'a\nb'])('%j is a name nowhere', (name) => {
  expect(isBadName(name, 'win32')).toBe(true);
  expect(isBadName(name, 'linux')).toBe(true);
});

test.each(['vulns.ndjson', 'console', 'com10', 'found 2026.csv', 'ünïcode', '報告', '.hidden'])('%j is a name everywhere', (name) => {
  expect(isBadName(name, 'win32')).toBe(false);
  expect(isBadName(name, 'darwin')).toBe(false);
});
