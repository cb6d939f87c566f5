import { expect, test } from 'vitest';

import { describeError } from 'tenable-result';
import { OutputFileError } from 'tenable-result/node';

import { tellFailure } from '../../src/cli/tell-failure.js';
import { TioExportsError } from '../../src/errors/model/job-errors.js';

test('an error is told with what to do, and gives the exit code of its group', () => {
  const written: string[] = [];
  const output = { isTerminal: false, write: (text: string) => written.push(text) };
  const checkpoint = { version: 1, kind: 'vulns', uuid: 'job-1', done: [], failed: [3], cancelled: [] } as const;
  const failed = TioExportsError({ operation: 'vulnsExport.create', export: 'vulns', uuid: 'job-1', reason: 'chunks-failed', checkpoint, detail: '' });
  expect(tellFailure(output, failed)).toBe(7);
  expect(tellFailure(output, OutputFileError('in-use', '/data/found.lock'))).toBe(6);
  expect(written).toHaveLength(2);
  expect(written[0]?.startsWith(failed.message)).toBe(true);
  expect(written[1]).toBe(`${describeError(OutputFileError('in-use', '/data/found.lock'))}\n`);
});
