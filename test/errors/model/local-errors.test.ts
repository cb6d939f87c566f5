import { expect, test } from 'vitest';

import { PackageMissingError, UnexpectedValueError } from '../../../src/errors/model/local-errors.js';

const issue = { path: 'scan_id', expected: 'a whole number', received: 'string' };

test.each([
  ['the one parameter', [issue], 'scans.details was not sent: scan_id should be a whole number (got text).'],
  ['the first of several', [issue, issue, issue], 'scans.details was not sent: scan_id should be a whole number (got text), and 2 more.'],
  ['the argument as a whole', [{ ...issue, path: '' }], 'scans.details was not sent: the argument should be a whole number (got text).'],
  ['no parameter where none is known', [], 'scans.details was not sent: an argument is not accepted.'],
])('UnexpectedValueError names %s', (_title, issues, message) => {
  expect(UnexpectedValueError({ operation: 'scans.details', issues }).message).toBe(message);
});

test('UnexpectedValueError keeps at most 20 issues', () => {
  expect(UnexpectedValueError({ issues: Array.from({ length: 99 }, () => issue) }).issues).toHaveLength(20);
});

test('PackageMissingError says what to run', () => {
  expect(PackageMissingError({ package: 'undici', feature: 'A proxy', install: 'npm install undici' }).message).toBe(
    'A proxy needs the package undici, which is not installed; run: npm install undici',
  );
});
