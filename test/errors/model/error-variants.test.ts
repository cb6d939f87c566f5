import { expect, test } from 'vitest';

import { errorVariants, isTenableErrorTag, tenableErrorTags } from '../../../src/errors/model/error-variants.js';

test('the list of tags is the public one: a change here is a major release', () => {
  expect(tenableErrorTags).toStrictEqual([
    'APIError', 'InvalidInputError', 'PermissionError', 'NotFoundError', 'UnsupportedError', 'ServerError', 'RetryError',
    'UnknownError', 'ImpersonationError', 'PasswordComplexityError', 'ConnectionError', 'UnexpectedValueError',
    'PackageMissingError', 'FileDownloadError', 'TioExportsError', 'TioExportsTimeout', 'TenableException',
  ]);
  expect(Object.isFrozen(tenableErrorTags)).toBe(true);
});

test.each(tenableErrorTags)('%s is described under its own tag', (tag) => {
  expect(errorVariants[tag].tag).toBe(tag);
  expect(errorVariants[tag].field.keep({})._tag).toBe(tag);
  expect(isTenableErrorTag(tag)).toBe(true);
});

test.each(['', 'Error', 'apierror', 'toString', '__proto__', 'constructor', null, undefined, 7, ['APIError']])(
  '%s is no tag',
  (value) => {
    expect(isTenableErrorTag(value)).toBe(false);
  },
);
