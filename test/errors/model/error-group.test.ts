import { expect, test } from 'vitest';

import { isExportError, isLocalError, isResponseError, toErrorGroup } from '../../../src/errors/model/error-group.js';
import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import type { TenableErrorTag } from '../../../src/errors/model/tenable-error.js';
import { constructors } from '../../support/arbitrary-errors.js';

const groups: { readonly [Tag in TenableErrorTag]: ReturnType<typeof toErrorGroup> } = {
  APIError: 'response', InvalidInputError: 'response', PermissionError: 'response', NotFoundError: 'response',
  UnsupportedError: 'response', ServerError: 'response', RetryError: 'response', UnknownError: 'response',
  ImpersonationError: 'response', PasswordComplexityError: 'response',
  ConnectionError: 'connection',
  UnexpectedValueError: 'local', PackageMissingError: 'local',
  FileDownloadError: 'file',
  TioExportsError: 'export', TioExportsTimeout: 'export',
  TenableException: 'defect',
};

test.each(tenableErrorTags)('%s is in one group, and the guards agree', (tag) => {
  const error = constructors[tag]({});
  expect(toErrorGroup(error)).toBe(groups[tag]);
  expect([isResponseError(error), isExportError(error), isLocalError(error)]).toStrictEqual([
    groups[tag] === 'response', groups[tag] === 'export', groups[tag] === 'local',
  ]);
});

test.each(tenableErrorTags)('%s has the fields that its guard promises', (tag) => {
  const error = constructors[tag]({});
  expect('response' in error && 'uuid' in error && 'detail' in error && 'attemptLog' in error).toBe(isResponseError(error));
  expect('checkpoint' in error).toBe(isExportError(error));
});
