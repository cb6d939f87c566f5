import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeError } from '../../../src/errors/projections/describe-error.js';
import { isResponseError, toErrorGroup } from '../../../src/errors/model/error-group.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import { isTag } from '../../../src/errors/model/is-tag.js';
import { toLogLevel } from '../../../src/errors/projections/log-level.js';
import { matchError, matchErrorPartial } from '../../../src/errors/model/match-error.js';
import { OutputFileError, toIoError } from '../../../src/errors/model/output-file-error.js';
import type { OutputFileReason } from '../../../src/errors/model/output-file-error.js';
import { toLogRecord } from '../../../src/errors/projections/to-log-record.js';
import { toProblemDetails } from '../../../src/errors/projections/to-problem-details.js';
import type { TenableError } from '../../../src/errors/model/tenable-error.js';
import { arbitraryError } from '../../support/arbitrary-errors.js';

const made = ['not-a-file', 'bad-name', 'not-ours', 'in-use', 'taken-over', 'other-export', 'part-missing', 'checkpoint-unreadable'] as const;
const system = (code: string, message = '…'): Error => Object.assign(new Error(message), { code });
const full = toIoError('/data/found', system('ENOSPC'));
const error = (reason: OutputFileReason): OutputFileError => (reason === 'io' ? full : OutputFileError(reason, '/data/found.ndjson'));

describe('an error of a file', () => {
  test.each(made)('for the reason %s is frozen plain data that names the file', (reason) => {
    const failed = OutputFileError(reason, '/data/found.ndjson');
    expect(failed).toMatchObject({ _tag: 'OutputFileError', reason, code: '', path: '/data/found.ndjson' });
    expect(failed.message).toContain('/data/found.ndjson');
    expect(Object.isFrozen(failed)).toBe(true);
    expect(structuredClone(failed)).toStrictEqual(failed);
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
    ['ELOOP', 'in a circle'],
  ])('says what %s means', (code, words) => {
    expect(toIoError('/data/found', system(code)).message).toContain(words);
  });

  test('of another code keeps what the system said, in one line', () => {
    const failed = toIoError('/data/found', system('EIO', 'EIO: i/o error,\nwrite'));
    expect(failed).toMatchObject({ code: 'EIO', message: '/data/found could not be used: EIO: i/o error, write' });
  });

  test('comes of anything that may be thrown', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => {
      const failed = toIoError('file', thrown);
      expect(failed.reason).toBe('io');
      expect(typeof failed.code).toBe('string');
    }));
  });

  test('has a message of one bounded line that a terminal can show, whatever the file is called; its path is left alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(40), (name, times) => {
      for (const failed of [OutputFileError('in-use', name), toIoError(name.repeat(times), system('EIO', name.repeat(times)))]) {
        expect(failed.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b]/u);
        expect(failed.message.length).toBeLessThan(1_200);
        expect(failed.path.length).toBeLessThanOrEqual(4_096);
      }
      expect(OutputFileError('in-use', name).path).toBe(name);
    }));
  });
});

describe('an error of a file fits what takes errors', () => {
  test.each(['io', ...made] as const)('describeError says for %s what happened and what to do', (reason) => {
    const [what, advice, ...more] = describeError(error(reason)).split('\n');
    expect(what).toBe(error(reason).message);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(more).toStrictEqual([]);
  });

  test('matchError and isTag find it beside the errors of Tenable', () => {
    const either = ((): OutputFileError | TenableError => full)(); // what an export into a file ends with
    expect(isTag(either, 'OutputFileError')).toBe(true);
    expect(isTag(either, 'NotFoundError')).toBe(false);
    expect(matchErrorPartial(either, { OutputFileError: ({ code }) => code }, () => 'another')).toBe('ENOSPC');
    expect(matchError(full, { OutputFileError: ({ path }) => path })).toBe('/data/found');
  });

  test.each([
    ['io', false], ['not-a-file', false], ['bad-name', false], ['not-ours', false], ['in-use', true], ['taken-over', true],
    ['other-export', false], ['part-missing', false], ['checkpoint-unreadable', false],
  ] as const)('isRetryable says of %s: %s', (reason, expected) => {
    expect(isRetryable(error(reason))).toBe(expected);
  });

  test.each([['EMFILE', true], ['EBUSY', true], ['ENOSPC', false], ['EACCES', false]])('isRetryable says of %s: %s', (code, expected) => {
    expect(isRetryable(toIoError('file', system(code)))).toBe(expected);
  });

  test('toProblemDetails tells nothing of the path', () => {
    expect(toProblemDetails(full, { typeBase: 'https://api.example.com/problems/' })).toStrictEqual({
      type: 'https://api.example.com/problems/file-not-written', title: 'File not written', status: 500, detail: 'This service could not write a file.',
    });
    expect(toProblemDetails(error('in-use'), { include: ['tag', 'reason'] })).toMatchObject({ status: 503, tag: 'OutputFileError', reason: 'in-use' });
  });

  test('toLogRecord tells all of it, flat', () => {
    expect(toLogRecord(full)).toStrictEqual({ _tag: 'OutputFileError', reason: 'io', code: 'ENOSPC', path: '/data/found', message: full.message });
    expect(toLogLevel(full)).toBe('error');
    expect(toLogLevel(error('in-use'))).toBe('warn');
  });

  test('it is a file\'s, and no answer came with it', () => {
    expect(toErrorGroup(full)).toBe('file');
    expect(isTag(full, 'OutputFileError')).toBe(true);
    fc.assert(fc.property(arbitraryError, (other) => {
      expect(toErrorGroup(other) === 'response').toBe(isResponseError(other));
    }));
  });
});
