import { expect, test } from 'vitest';

import { attemptIo } from '../../src/node/attempt-io.js';
import { expectErr, expectOk } from '../support/expect-result.js';

test('work with a file comes to its value', async () => {
  expect(expectOk(await attemptIo('file', () => Promise.resolve(7)))).toBe(7);
});

test('what it throws comes to an error that names the file', async () => {
  const failure = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(expectErr(await attemptIo('/data/file', () => Promise.reject(failure)))).toStrictEqual({
    _tag: 'OutputFileError', reason: 'io', path: '/data/file', code: 'ENOSPC', message: '/data/file cannot be written to: the disk is full.',
  });
});
