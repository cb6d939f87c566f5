/**
 * fp-ts: the same Results as `Either`, `TaskEither` and `ReaderTaskEither`. Those are plain values, so fp-ts is
 * needed for its types alone: nothing of it is loaded here, and it does not matter which copy of it you run.
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { Eq } from 'fp-ts/lib/Eq.js';
import type { Ord } from 'fp-ts/lib/Ord.js';
import type { ReaderTaskEither } from 'fp-ts/lib/ReaderTaskEither.js';
import type { Show } from 'fp-ts/lib/Show.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { describeError } from '../errors/projections/describe-error.js';
import { tenableErrorTags } from '../errors/model/error-variants.js';
import type { HandledTag } from '../errors/model/match-error.js';
import { encodeTenableError } from '../errors/model/tenable-error-codec.js';
import type { TenableError, TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { guardIterator, toResultAsync } from '../result.js';

/**
 * A Result as an `Either`.
 *
 * ```ts
 * pipe(createVmClient(), toEither, E.map((vm) => vm.origin));
 * ```
 */
export function toEither<A, E>(result: Result<A, E>): Either<E, A> {
  return result.isOk() ? { _tag: 'Right', right: result.value } : { _tag: 'Left', left: result.error };
}

/**
 * An `Either` as a Result.
 *
 * ```ts
 * const scanId = fromEither(E.fromNullable('no scan chosen')(chosen));
 * ```
 */
export function fromEither<E, A>(either: Either<E, A>): Result<A, E> {
  return either._tag === 'Right' ? ok(either.right) : err(either.left);
}

/**
 * A call as a `TaskEither`. Nothing is sent before it is run, and each run is a call of its own. The task never
 * rejects: what `call` throws or rejects with is a `TenableException` on the left.
 *
 * ```ts
 * const details = toTaskEither(() => vm.scans.details({ scan_id: 42 }));
 * ```
 */
export function toTaskEither<A, E>(call: () => PromiseLike<Result<A, E>>): TaskEither<E | TenableException, A> {
  return async () => toEither(await toResultAsync(async () => call()));
}

/**
 * Runs a `TaskEither`, once and now. A task that throws or rejects gives a `TenableException`.
 *
 * ```ts
 * const details = await fromTaskEither(task).map((scan) => scan.info.name);
 * ```
 */
export function fromTaskEither<E, A>(task: TaskEither<E, A>): ResultAsync<A, E | TenableException> {
  return toResultAsync(async () => fromEither(await task()));
}

/**
 * A call of a client, or of whatever a program reads from its environment, as a `ReaderTaskEither`. `chainW` and
 * `bindW` put calls together; the errors of all of them are in the type. Lazy as `toTaskEither` is.
 *
 * ```ts
 * const details = (scan_id: number) => toReaderTaskEither((vm: VmClient) => vm.scans.details({ scan_id }));
 * const owner = pipe(details(42), RTE.chainW(({ info }) => toReaderTaskEither((vm: VmClient) => vm.users.details({ user_id: info.owner_id }))));
 * ```
 */
export function toReaderTaskEither<R, A, E>(
  call: (environment: R) => PromiseLike<Result<A, E>>,
): ReaderTaskEither<R, E | TenableException, A> {
  return (environment) => toTaskEither(() => call(environment));
}

/**
 * All items of a list that comes in pages, or all records of an export, or the first failure. All of them are in
 * memory at once: `toTaskEitherOfFold` keeps only what it makes of them.
 *
 * ```ts
 * const agents = toTaskEitherOfArray(() => vm.agents.list());
 * ```
 */
export function toTaskEitherOfArray<A, E>(
  open: () => AsyncIterable<Result<A, E>>,
): TaskEither<E | TenableException, readonly A[]> {
  return () => {
    const items: A[] = [];
    return toTaskEitherOfFold(open, items, (into, item: A) => {
      into.push(item);
      return into;
    })();
  };
}

/**
 * Folds items as they arrive, one in memory at a time. The first failure ends the fold. What `step` throws is a
 * `TenableException`; then the rest is not asked for, and an export job ends as its `onEarlyEnd` says.
 *
 * ```ts
 * const critical = toTaskEitherOfFold(() => vm.exports.vulns(), 0, (count, v) => count + (v.severity === 'critical' ? 1 : 0));
 * ```
 */
export function toTaskEitherOfFold<A, E, B>(
  open: () => AsyncIterable<Result<A, E>>,
  initial: B,
  step: (folded: B, item: A) => B,
): TaskEither<E | TenableException, B> {
  return toTaskEither(async (): Promise<Result<B, E | TenableException>> => {
    const items = {
      [Symbol.asyncIterator]: () => guardIterator(() =>
        open()[Symbol.asyncIterator]() as AsyncIterator<Result<A, E>, undefined>), // nobody reads what it returns at its end
    };
    let folded = initial;
    for await (const item of items) {
      if (item.isErr()) return err(item.error);
      folded = step(folded, item.value);
    }
    return ok(folded);
  });
}

/** A handler for each of some tags. */
type TagHandlers = { readonly [Tag in TenableErrorTag]?: (error: TenableErrorByTag[Tag]) => unknown };

/** Refuses handlers of what is no tag: they would never run. */
type OnlyTags<Handlers> = { readonly [Tag in Exclude<keyof Handlers, TenableErrorTag>]: never };

type Returned<Handlers> = Handlers[keyof Handlers] extends infer Handler
  ? Handler extends (...args: never) => infer R ? R : never
  : never;

/**
 * `matchError` for `pipe`, `E.getOrElseW` and `TE.matchW`: takes the errors that have a handler, and no others, so
 * an error without one does not compile. Each handler may return a type of its own.
 *
 * ```ts
 * pipe(details, TE.getOrElseW((error) => T.of(pipe(error, matchErrorW({ NotFoundError: () => null, ConnectionError: (e) => e.reason })))));
 * ```
 */
export function matchErrorW<const Handlers extends TagHandlers>(
  handlers: Handlers & OnlyTags<Handlers>,
): (error: TenableErrorByTag[HandledTag<Handlers> & TenableErrorTag]) => Returned<Handlers> {
  return (error) => {
    // The index is the error's own tag, so the handler is there and takes this very error.
    const handler = handlers[error._tag as keyof Handlers] as (error: TenableError) => Returned<Handlers>;
    return handler(error);
  };
}

/**
 * Equal in tag and in every field that the tag has. Fields that no variant describes do not count.
 *
 * ```ts
 * const distinct = A.uniq(tenableErrorEq)(failures);
 * ```
 */
export const tenableErrorEq: Eq<TenableError> = {
  equals: (first, second) => first === second || compareErrors(first, second) === 0,
};

/**
 * By tag, in the order of `tenableErrorTags`; then by HTTP status, errors without one first; then by their whole
 * content, in an order that is total and means nothing. 0 just where `tenableErrorEq` says equal.
 *
 * ```ts
 * const sorted = A.sort(tenableErrorOrd)(failures);
 * ```
 */
export const tenableErrorOrd: Ord<TenableError> = { equals: tenableErrorEq.equals, compare: compareErrors };

/**
 * What `describeError` says: a few lines for people, without secrets.
 *
 * ```ts
 * console.error(tenableErrorShow.show(error));
 * ```
 */
export const tenableErrorShow: Show<TenableError> = { show: describeError };

function compareErrors(first: TenableError, second: TenableError): -1 | 0 | 1 {
  const byTag = compareValues(tenableErrorTags.indexOf(first._tag), tenableErrorTags.indexOf(second._tag));
  if (byTag !== 0) return byTag;
  const byCode = compareValues(toCode(first), toCode(second));
  return byCode === 0 ? compareValues(toCanonical(first), toCanonical(second)) : byCode;
}

function compareValues<T extends string | number>(first: T, second: T): -1 | 0 | 1 {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function toCode(error: TenableError): number {
  return 'code' in error ? error.code : -1;
}

/** The error as text, the same for equal errors: the encoder takes the fields of a variant in one order. */
function toCanonical(error: TenableError): string {
  return JSON.stringify(encodeTenableError(error));
}
