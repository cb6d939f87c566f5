import { expect, test } from 'vitest';

import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import { toLogLevel } from '../../../src/errors/projections/log-level.js';
import type { LogLevel } from '../../../src/errors/projections/log-level.js';
import type { TenableErrorTag } from '../../../src/errors/model/tenable-error.js';
import { constructors } from '../../support/arbitrary-errors.js';
import { connectionFailures } from '../../support/connection-failures.js';

type Fixed = Exclude<TenableErrorTag, 'ConnectionError' | 'PermissionError'>;
const levels: { readonly [Tag in Fixed]: LogLevel } = {
  NotFoundError: 'info', PasswordComplexityError: 'info',
  InvalidInputError: 'warn', UnsupportedError: 'warn', RetryError: 'warn', ImpersonationError: 'warn', UnexpectedValueError: 'warn',
  FileDownloadError: 'warn', TioExportsTimeout: 'warn',
  APIError: 'error', ServerError: 'error', UnknownError: 'error', PackageMissingError: 'error', TioExportsError: 'error', TenableException: 'error',
};

test.each(Object.entries(levels) as [Fixed, LogLevel][])('%s is logged as %s', (tag, level) => {
  expect(toLogLevel(constructors[tag]({}))).toBe(level);
});

test.each([['unauthenticated', 'error'], ['forbidden', 'warn']])('a PermissionError because of %s is logged as %s', (reason, level) => {
  expect(toLogLevel(constructors.PermissionError({ reason }))).toBe(level);
});

test.each(connectionFailures)('a ConnectionError because of %s is as loud as it is lasting', (reason) => {
  const error = ConnectionError({ reason, delivery: 'unknown' });
  expect(toLogLevel(error)).toBe(reason === 'aborted' ? 'info' : isRetryable(error) ? 'warn' : 'error');
});

test.each(['RateLimited', 'toString', '__proto__'])('the unknown tag %s is an error', (tag) => {
  expect(toLogLevel({ _tag: tag } as never)).toBe('error');
});
