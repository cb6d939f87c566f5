import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';

import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { isTag } from '../../../src/errors/model/is-tag.js';
import type { NotFoundError, PermissionError, ServerError } from '../../../src/errors/model/response-errors.js';
import type { TenableError } from '../../../src/errors/model/tenable-error.js';
import { arbitraryError, constructors } from '../../support/arbitrary-errors.js';

test('is true for just the tags it is asked about', () => {
  fc.assert(fc.property(arbitraryError, fc.subarray([...tenableErrorTags]), (error, tags) => {
    expect(isTag(error, ...tags)).toBe(tags.includes(error._tag));
  }));
});

test('is false when asked about no tag at all', () => {
  expect(isTag(constructors.ServerError({}))).toBe(false);
});

test('narrows to the tags, and to the others where it is false', () => {
  const error = constructors.NotFoundError({}) as NotFoundError | PermissionError | ServerError;
  if (isTag(error, 'NotFoundError', 'PermissionError')) {
    expectTypeOf(error).toEqualTypeOf<NotFoundError | PermissionError>();
  } else {
    expectTypeOf(error).toEqualTypeOf<ServerError>();
  }
  expect(isTag(error, 'NotFoundError')).toBe(true);
});

test('takes no tag that the error cannot have', () => {
  const error: NotFoundError | ServerError = constructors.NotFoundError({});
  // @ts-expect-error -- Argument of type '"RetryError"' is not assignable to parameter of type '"NotFoundError"'
  expect(isTag(error, 'RetryError')).toBe(false);
  const anyError: TenableError = error;
  // @ts-expect-error -- Argument of type '"NotFound"' is not assignable
  expect(isTag(anyError, 'NotFound')).toBe(false);
});
