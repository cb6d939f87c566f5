import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import type { ConnectionFailure } from '../../../src/errors/model/connection-error.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import type { ExportFailure, FileFailure } from '../../../src/errors/model/job-errors.js';
import type { TenableErrorTag } from '../../../src/errors/model/tenable-error.js';
import { constructors } from '../../support/arbitrary-errors.js';

type DecidedByTag = Exclude<TenableErrorTag, 'ConnectionError' | 'FileDownloadError' | 'TioExportsError'>;

const byTag: { readonly [Tag in DecidedByTag]: boolean } = {
  APIError: false, InvalidInputError: false, PermissionError: false, NotFoundError: false, UnsupportedError: false,
  ServerError: false, UnknownError: false, ImpersonationError: false, PasswordComplexityError: false,
  UnexpectedValueError: false, PackageMissingError: false, TenableException: false,
  RetryError: true, TioExportsTimeout: true,
};

test.each(Object.entries(byTag) as [DecidedByTag, boolean][])('%s may go away by itself: %s', (tag, expected) => {
  expect(isRetryable(constructors[tag]({}))).toBe(expected);
});

const connectionReasons: { readonly [Reason in ConnectionFailure]: boolean } = {
  dns: true, refused: true, reset: true, timeout: true,
  tls: false, aborted: false, protocol: false, 'not-tenable': false, 'unsupported-version': false, proxy: false, transport: false, other: false,
};

describe('a ConnectionError', () => {
  test.each(Object.entries(connectionReasons) as [ConnectionFailure, boolean][])('because of %s may go away by itself: %s', (reason, expected) => {
    expect(isRetryable(ConnectionError({ reason, delivery: 'unknown' }))).toBe(expected);
  });
});

const fileReasons: { readonly [Reason in FileFailure]: boolean } = {
  'not-prepared': true, 'broken-off': true, checksum: true, timeout: true, other: true,
  'too-large': false, aborted: false, 'unexpected-content': false, 'already-read': false,
};

describe('a file', () => {
  test.each(Object.entries(fileReasons) as [FileFailure, boolean][])('that failed because of %s may come whole next time: %s', (reason, expected) => {
    expect(isRetryable(constructors.FileDownloadError({ reason }))).toBe(expected);
  });
});

const exportReasons: { readonly [Reason in ExportFailure]: boolean } = {
  error: true, cancelled: true, 'chunks-failed': true, 'chunks-missing': true, 'chunk-unreadable': true, other: true, 'too-many-chunks': false,
};

describe('an export', () => {
  test.each(Object.entries(exportReasons))('that failed with %s can be submitted again: %s', (reason, expected) => {
    expect(isRetryable(constructors.TioExportsError({ reason }))).toBe(expected);
  });
});
