import { expect, test } from 'vitest';

import { exitCodeOfGroup, exitCodes } from '../../src/cli/exit-codes.js';
import { readTable } from '../support/documentation.js';

test('each group of errors has an exit code of its own', () => {
  const codes = [...Object.values(exitCodes), ...Object.values(exitCodeOfGroup)];
  expect(new Set(codes).size).toBe(codes.length);
});

test('the documentation lists the exit codes of an export', () => {
  const listed = readTable('docs/exports.md', 'exit code').map(([code]) => Number(code));
  const { ok, usage, interrupted, readerLeft } = exitCodes;
  expect(listed).toStrictEqual([ok, usage, ...Object.values(exitCodeOfGroup), interrupted, readerLeft].sort((a, b) => a - b));
});
