import fc from 'fast-check';
import { expect, test } from 'vitest';

import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { matchError, matchErrorPartial } from '../../../src/errors/model/match-error.js';
import type { ErrorHandlers } from '../../../src/errors/model/match-error.js';
import type { NotFoundError, RetryError } from '../../../src/errors/model/response-errors.js';
import type { TenableError } from '../../../src/errors/model/tenable-error.js';
import { arbitraryError, constructors } from '../../support/arbitrary-errors.js';

/** A handler for every tag, each giving back its own tag and what it was called with. */
const echo = Object.fromEntries(
  tenableErrorTags.map((tag) => [tag, (error: TenableError) => [tag, error] as const]),
) as unknown as ErrorHandlers<TenableError>;

test('runs the handler of the error\'s own tag, once, with that very error', () => {
  fc.assert(fc.property(arbitraryError, (error) => {
    expect(matchError(error, echo)).toStrictEqual([error._tag, error]);
  }));
});

test('falls back for every tag without a handler', () => {
  fc.assert(fc.property(arbitraryError, (error) => {
    const outcome = matchErrorPartial(error, { NotFoundError: () => 'gone', RetryError: () => 'later' }, (other) => other._tag);
    const handled = new Map<string, string>([['NotFoundError', 'gone'], ['RetryError', 'later']]);
    expect(outcome).toBe(handled.get(error._tag) ?? error._tag);
  }));
});

test('takes nothing from the prototype of the handlers', () => {
  const handlers = Object.create({ NotFoundError: () => 'inherited' }) as { readonly RetryError?: () => string };
  const error = constructors.NotFoundError({}) as NotFoundError | RetryError;
  expect(matchErrorPartial(error, handlers, () => 'otherwise')).toBe('otherwise');
});

test('a tag of another version goes to the fallback', () => {
  const foreign = { _tag: 'toString', message: '', operation: null } as unknown as TenableError;
  expect(matchErrorPartial(foreign, {}, (error) => error)).toBe(foreign);
});
