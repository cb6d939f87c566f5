import type { Result } from 'neverthrow';
import { expect } from 'vitest';

/** The value of a Result that must be `Ok`; fails the test with the error otherwise. */
export function expectOk<T>(result: Result<T, unknown>): T {
  if (result.isErr()) expect.fail(`expected Ok, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error of a Result that must be `Err`; fails the test with the value otherwise. */
export function expectErr<E>(result: Result<unknown, E>): E {
  if (result.isOk()) expect.fail(`expected Err, got ${JSON.stringify(result.value)}`);
  return result.error;
}

/** The error of a Result that must be `Err` with one tag, narrowed to it. */
export function expectTag<E extends { readonly _tag: string }, Tag extends E['_tag']>(
  result: Result<unknown, E>,
  tag: Tag,
): Extract<E, { readonly _tag: Tag }> {
  const error = expectErr(result);
  expect(error).toMatchObject({ _tag: tag });
  return error as Extract<E, { readonly _tag: Tag }>; // just asserted
}
