/**
 * The no-throw border. Code that is not ours (hooks, schemas, credential callbacks, transports) is run here
 * and nowhere else: whatever it throws or rejects with becomes a `TenableException` that holds it as data.
 */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { redactMembers } from './errors/classification/redact.js';
import type { Redactor } from './errors/classification/redact.js';
import { TenableException } from './errors/model/tenable-exception.js';
import type { Defect } from './errors/model/tenable-exception.js';
import { attempt, attemptAsync, recoverAsync } from './internal/attempt.js';
import { describeType } from './internal/describe-type.js';

/** Whose code is run, for the message of the defect. */
export interface Border {
  readonly operation?: string | null;
  /** Cleans what the defect says. The default knows no secret values, only names of members that hold them. */
  readonly redact?: Redactor;
}

/** What was thrown, as plain data. Total: a hostile object is described by its type alone; words that cannot be cleaned are left out. */
export function toDefect(thrown: unknown, redact: Redactor = redactMembers): Defect {
  const read = (key: string): string => {
    const property = attempt((): unknown => (thrown as Readonly<Record<string, unknown>> | null)?.[key]);
    return property.ok && typeof property.value === 'string' ? property.value : '';
  };
  const clean = (text: string): string => {
    const cleaned = attempt(() => redact(text));
    return cleaned.ok ? cleaned.value : '';
  };
  const isObject = typeof thrown === 'object' && thrown !== null;
  const message = typeof thrown === 'string' ? thrown : read('message');
  return {
    name: clean(isObject ? read('name') : '') || describeType(thrown),
    message: clean(message),
    stack: clean(toCallSites(read('stack'))),
  };
}

/** The call sites of a stack. Its head repeats the message, which may be long and hold anything. */
function toCallSites(stack: string): string {
  return stack.split('\n').filter((line) => /^\s+at .+/.test(line)).map((line) => line.trim()).join('\n');
}

/** The defect as the error that it is. */
export function toTenableException(thrown: unknown, border: Border = {}): TenableException {
  return TenableException({ operation: border.operation ?? null, defect: toDefect(thrown, border.redact) });
}

/** What foreign synchronous code returns, or the defect that it threw. */
export function guard<T>(run: () => T, border?: Border): Result<T, TenableException> {
  const attempted = attempt(run);
  return attempted.ok ? ok(attempted.value) : err(toTenableException(attempted.thrown, border));
}

/**
 * What foreign code returns or resolves to, or the defect that it threw or rejected with. It waits as long as
 * that code does: race it against a deadline.
 */
export function guardAsync<T>(
  run: () => T | PromiseLike<T>,
  border?: Border,
): Promise<Result<Awaited<T>, TenableException>> {
  return attemptAsync(run).then((attempted) => attempted.ok ? ok(attempted.value) : err(toTenableException(attempted.thrown, border)));
}

/** The Result of async work of ours, or the defect where it rejected after all. */
export function settle<T, E>(run: () => Promise<Result<T, E>>, border?: Border): Promise<Result<T, E | TenableException>> {
  return recoverAsync(run, (thrown): Result<T, E | TenableException> => err(toTenableException(thrown, border)));
}

/**
 * An async function of ours as the `ResultAsync` that callers get. It is written not to reject; if it does all
 * the same, that is a defect of ours and comes out as one.
 */
export function toResultAsync<T, E>(
  run: () => Promise<Result<T, E>>,
  border?: Border,
): ResultAsync<T, E | TenableException> {
  return new ResultAsync(settle(run, border));
}

/**
 * An iterator of Results that is opened when it is first asked. What it throws or rejects with is its last Result.
 */
export function guardIterator<T, E>(
  open: () => AsyncIterator<Result<T, E>, undefined>,
  border?: Border,
): AsyncIterator<Result<T, E | TenableException>, undefined> {
  let iterator: AsyncIterator<Result<T, E>, undefined> | undefined;
  let isOver = false;
  return {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const step = await guardAsync(() => (iterator ??= open()).next(), border);
      isOver = step.isErr() || step.value.done === true;
      return step.isOk() ? step.value : { done: false, value: err(step.error) };
    },
    return: async () => {
      isOver = true;
      await guardAsync(() => iterator?.return?.(), border);
      return { done: true, value: undefined };
    },
  };
}
