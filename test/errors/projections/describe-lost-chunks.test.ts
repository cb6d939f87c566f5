import { describe, expect, test } from 'vitest';

import { exportKinds } from '../../../src/errors/model/checkpoint.js';
import type { ExportKind } from '../../../src/errors/model/checkpoint.js';
import { describeError } from '../../../src/errors/projections/describe-error.js';
import type { ErrorSummary } from '../../../src/errors/model/error-summary.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import { TioExportsError } from '../../../src/errors/model/job-errors.js';
import { toLogRecord } from '../../../src/errors/projections/to-log-record.js';

const cause = (rest: Partial<ErrorSummary>): ErrorSummary =>
  ({ tag: 'ServerError', message: 'm', operation: 'vulnsExport.chunk', status: 500, reason: null, detail: '', uuid: 'req-1', issues: [], ...rest });
const lose = (causes: readonly ErrorSummary[], kind: ExportKind = 'vulns'): TioExportsError => TioExportsError({
  export: kind, uuid: 'job-1', reason: 'chunk-unreadable', detail: 'the job', lostChunks: causes.map((one, at) => ({ chunk: at + 1, cause: one })),
  checkpoint: { version: 1, kind, uuid: 'job-1', done: [9], failed: causes.map((_one, at) => at + 1), cancelled: [] },
});
const tooLarge = cause({ tag: 'APIError', status: 200, reason: 'body-too-large' });

describe('what a person is told of lost chunks', () => {
  test('is each of the first five with its cause, the words of the service and the first issue', () => {
    const causes = [
      cause({ detail: 'it broke' }),
      cause({ tag: 'APIError', status: 200, reason: 'unexpected-body', issues: [{ path: '', expected: 'JSON in UTF-8', received: 'other bytes' }] }),
      ...Array.from({ length: 5 }, () => cause({})),
    ];
    expect(describeError(lose(causes)).split('\n').slice(1)).toStrictEqual([
      'Tenable says: the job',
      '- chunk 1: ServerError, HTTP 500: it broke',
      '- chunk 2: APIError, unexpected-body, HTTP 200: the body should be JSON in UTF-8 (got other bytes)',
      '- chunk 3: ServerError, HTTP 500', '- chunk 4: ServerError, HTTP 500', '- chunk 5: ServerError, HTTP 500',
      'Resume from the checkpoint: that asks again for these chunks alone.',
    ]);
  });

  test.each(exportKinds.map((kind) => [kind, { vulns: 'num_assets', assets: 'chunk_size', 'assets-v2': 'chunk_size', compliance: 'num_findings', was: 'num_assets' }[kind]] as const))(
    'of a body past the cap is what makes it smaller: %s', (kind, name) => {
      expect(describeError(lose([cause({}), tooLarge], kind))).toContain(`Raise maxBodyBytes of the client, or ask for smaller chunks (${name}).`);
    });

  test.each<readonly [string, Partial<ErrorSummary>, string]>([
    ['permission', { tag: 'PermissionError', status: 403, reason: 'forbidden' }, 'permissions'], ['chunk that has expired', { tag: 'NotFoundError', status: 404 }, 'submit the export again'],
  ])('of a missing %s is what to do about it', (_title, rest, words) => {
    expect(describeError(lose([cause(rest)]))).toContain(words);
  });

  test('is in a log record in a line', () => {
    expect(toLogRecord(lose([cause({}), tooLarge]))).toMatchObject({ lostChunks: '1: ServerError, HTTP 500; 2: APIError, body-too-large, HTTP 200' });
  });
});

test.each<readonly [string, readonly ErrorSummary[], boolean]>([
  ['a failure of the service', [cause({})], true], ['a body past the cap', [cause({}), tooLarge], false], ['a missing permission', [cause({ tag: 'PermissionError', status: 403 })], false],
])('whether it is worth trying again follows from the causes: %s', (_title, causes, expected) => {
  expect(isRetryable(lose(causes))).toBe(expected);
});
