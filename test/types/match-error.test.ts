/** What the compiler says to people who handle errors: checked by `tsc`, the runner only executes it. */
import { match } from 'ts-pattern';
import { describe, expect, expectTypeOf, test } from 'vitest';

import type { ConnectionError } from '../../src/errors/model/connection-error.js';
import { matchError, matchErrorPartial } from '../../src/errors/model/match-error.js';
import { OutputFileError } from '../../src/errors/model/output-file-error.js';
import { NotFoundError } from '../../src/errors/model/response-errors.js';
import type { PermissionError, RetryError } from '../../src/errors/model/response-errors.js';
import type { TenableError, TenableErrorByTag } from '../../src/errors/model/tenable-error.js';

type Failure = NotFoundError | PermissionError | ConnectionError;

/** A `NotFoundError` whose type says that it may be any of three. */
const failure = (): Failure => NotFoundError({
  code: 404, uuid: 'e3', detail: '', attemptLog: [],
  response: { status: 404, headers: {}, body: '', truncated: false, bytesSeen: 0, url: '', method: 'GET' },
});

describe('matchError', () => {
  test('takes a handler for each tag, each with its own variant', () => {
    const outcome = matchError(failure(), {
      NotFoundError: (error) => {
        expectTypeOf(error).toEqualTypeOf<NotFoundError>();
        return error.uuid;
      },
      PermissionError: (error) => {
        expectTypeOf(error.reason).toEqualTypeOf<'unauthenticated' | 'forbidden'>();
        return 403 as const;
      },
      ConnectionError: (error) => {
        expectTypeOf(error).toEqualTypeOf<ConnectionError>();
        return null;
      },
    });
    expectTypeOf(outcome).toEqualTypeOf<string | 403 | null>();
    expect(outcome).toBe('e3');
  });

  test('does not compile without a handler for each tag, and names the missing one', () => {
    // @ts-expect-error -- Property 'ConnectionError' is missing in type
    const outcome = matchError(failure(), { NotFoundError: () => 'gone', PermissionError: () => 'no' });
    expect(outcome).toBe('gone');
  });

  test('takes the error of a file beside those of Tenable, and wants a handler for it', () => {
    const written = (): Failure | OutputFileError => OutputFileError('in-use', 'found.lock');
    const others = { NotFoundError: () => 'gone', PermissionError: () => 'no', ConnectionError: () => 'no answer' } as const;
    const outcome = matchError(written(), {
      ...others,
      OutputFileError: (error) => {
        expectTypeOf(error).toEqualTypeOf<OutputFileError>();
        return error.path;
      },
    });
    expect(outcome).toBe('found.lock');
    // @ts-expect-error -- Property 'OutputFileError' is missing in type
    const wrong: unknown = matchError(written(), others);
    expect(wrong).toBe(undefined); // without types, nothing is thrown all the same
    // It is no variant of the union: nobody who matches on an error of Tenable has to think of it.
    expectTypeOf<OutputFileError>().not.toExtend<TenableError>();
  });

  test('does not compile with a handler for a tag that the error cannot have', () => {
    const outcome = matchError(failure(), {
      NotFoundError: () => 'gone',
      PermissionError: () => 'no',
      ConnectionError: () => 'no answer',
      // @ts-expect-error -- Type '() => string' is not assignable to type 'never'
      RetryError: () => 'later',
    });
    expect(outcome).toBe('gone');
  });

  test('does not compile with a handler that asks for a field of another variant', () => {
    const outcome = matchError(failure(), {
      // @ts-expect-error -- Property 'origin' does not exist on type 'NotFoundError'
      NotFoundError: (error) => String(error.origin),
      PermissionError: () => 'no',
      ConnectionError: (error) => error.origin,
    });
    expect(outcome).toBe('undefined');
  });

  test('does not compile with a misspelt tag', () => {
    const outcome = matchError(failure(), {
      NotFoundError: () => 'gone',
      PermissionError: () => 'no',
      ConnectionError: () => 'no answer',
      // @ts-expect-error -- Type '() => string' is not assignable to type 'never'
      NotfoundError: () => 'gone',
    });
    expect(outcome).toBe('gone');
  });

  test('covers the whole union too', () => {
    expectTypeOf<Parameters<typeof matchError<TenableError, { readonly [Tag in TenableError['_tag']]: () => Tag }>>[0]>()
      .toEqualTypeOf<TenableError>();
    expectTypeOf<keyof TenableErrorByTag>().toEqualTypeOf<TenableError['_tag']>();
    // @ts-expect-error -- is missing the following properties from type
    expect(matchError(failure() as TenableError, { NotFoundError: () => 'gone' })).toBe('gone');
  });
});

describe('matchErrorPartial', () => {
  test('gives the fallback the variants that are left', () => {
    const outcome = matchErrorPartial(
      failure(),
      { NotFoundError: (error) => error.code },
      (rest) => {
        expectTypeOf(rest).toEqualTypeOf<PermissionError | ConnectionError>();
        return rest.reason;
      },
    );
    expectTypeOf(outcome).toEqualTypeOf<number | (PermissionError | ConnectionError)['reason']>();
    expect(outcome).toBe(404);
  });

  test('does not compile with a handler for a tag that the error cannot have', () => {
    // @ts-expect-error -- Object literal may only specify known properties, and 'RetryError' does not exist in type
    expect(matchErrorPartial(failure(), { RetryError: () => 'later' }, () => 'otherwise')).toBe('otherwise');
  });

  test('does not compile without a fallback', () => {
    // @ts-expect-error -- Expected 3 arguments, but got 2
    expect(matchErrorPartial(failure(), { NotFoundError: () => 'gone' })).toBe('gone');
  });
});

describe('ts-pattern', () => {
  test('is exhaustive with a branch for each tag, each with its own variant', () => {
    const outcome = match(failure())
      .with({ _tag: 'NotFoundError' }, (error) => {
        expectTypeOf(error).toEqualTypeOf<NotFoundError>();
        return error.uuid;
      })
      .with({ _tag: 'PermissionError', reason: 'forbidden' }, () => 'may not')
      .with({ _tag: 'PermissionError', reason: 'unauthenticated' }, () => 'not logged in')
      .with({ _tag: 'ConnectionError' }, (error) => error.origin)
      .exhaustive();
    expectTypeOf(outcome).toEqualTypeOf<string>();
    expect(outcome).toBe('e3');
  });

  test('does not compile with one tag missing', () => {
    const outcome = match(failure())
      .with({ _tag: 'NotFoundError' }, () => 'gone')
      .with({ _tag: 'PermissionError' }, () => 'no')
      // @ts-expect-error -- This expression is not callable. Type 'NonExhaustiveError<ConnectionError>' has no call signatures
      .exhaustive() as string;
    expect(outcome).toBe('gone');
  });

  test('does not compile with one reason of a tag missing', () => {
    const outcome = match(failure())
      .with({ _tag: 'NotFoundError' }, { _tag: 'ConnectionError' }, () => 'gone')
      .with({ _tag: 'PermissionError', reason: 'forbidden' }, () => 'no')
      // @ts-expect-error -- This expression is not callable. Type 'NonExhaustiveError<…>' has no call signatures
      .exhaustive() as string;
    expect(outcome).toBe('gone');
  });
});

describe('a plain switch', () => {
  test('leaves never after the last tag', () => {
    const describeFailure = (error: Failure): string => {
      switch (error._tag) {
        case 'NotFoundError': return error.uuid;
        case 'PermissionError': return error.reason;
        case 'ConnectionError': return error.origin;
        default: return error satisfies never;
      }
    };
    expect(describeFailure(failure())).toBe('e3');
  });

  test('does not compile with one tag missing', () => {
    const describeFailure = (error: Failure): string => {
      // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the missing case is the subject
      switch (error._tag) {
        case 'NotFoundError': return error.uuid;
        case 'PermissionError': return error.reason;
        // @ts-expect-error -- Type 'ConnectionError' does not satisfy the expected type 'never'
        default: return (error satisfies never).origin;
      }
    };
    expect(describeFailure(failure())).toBe('e3');
  });
});

test('two variants are never the same type', () => {
  expectTypeOf<NotFoundError>().not.toExtend<PermissionError>();
  expectTypeOf<RetryError>().not.toExtend<NotFoundError>();
  expectTypeOf<Extract<TenableError, { readonly _tag: 'RetryError' }>>().toEqualTypeOf<RetryError>();
  expect(failure()._tag).toBe('NotFoundError');
});
