import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { OutputFileError, toIoError } from '../../src/node/output-file-error.js';

describe('an error of a file', () => {
  test.each(['not-a-file', 'in-use', 'other-export', 'part-missing', 'checkpoint-unreadable'] as const)('for the reason %s is frozen plain data that names the file', (reason) => {
    const error = OutputFileError(reason, '/data/found.ndjson');
    expect(error).toMatchObject({ _tag: 'OutputFileError', reason, code: '', path: '/data/found.ndjson' });
    expect(error.message).toContain('/data/found.ndjson');
    expect(Object.isFrozen(error)).toBe(true);
    expect(structuredClone(error)).toStrictEqual(error);
  });

  test.each([
    ['ENOENT', 'does not exist'],
    ['EACCES', 'permission is missing'],
    ['EPERM', 'permission is missing'],
    ['EROFS', 'can only be read'],
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the quota is used up'],
    ['ENOTDIR', 'not a folder'],
    ['ENAMETOOLONG', 'too long'],
  ])('says what %s means', (code, words) => {
    expect(toIoError('/data/found', Object.assign(new Error('…'), { code })).message).toContain(words);
  });

  test('of another code keeps what the system said, in one line', () => {
    const error = toIoError('/data/found', Object.assign(new Error('EIO: i/o error,\nwrite'), { code: 'EIO' }));
    expect(error).toMatchObject({ code: 'EIO', message: '/data/found could not be used: EIO: i/o error, write' });
  });

  test('comes of anything that may be thrown', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => {
      const error = toIoError('file', thrown);
      expect(error.reason).toBe('io');
      expect(typeof error.code).toBe('string');
    }));
  });
});
