import { attempt } from '../../internal/attempt.js';
import { toNoError } from './any-error.js';
import type { KnownError, KnownErrorByTag } from './known-error.js';

/** A handler for each tag of `E`. */
export type ErrorHandlers<E extends KnownError> = {
  readonly [Tag in E['_tag']]: (error: KnownErrorByTag[Tag]) => unknown;
};

type Returned<Handlers> = Handlers[keyof Handlers] extends infer Handler
  ? Handler extends (...args: never) => infer R ? R : never
  : never;

/** Refuses handlers for tags that `E` does not have: they would never run. */
type OnlyTagsOf<E extends KnownError, Handlers> = {
  readonly [Tag in Exclude<keyof Handlers, E['_tag']>]: never;
};

/**
 * What the handler of this error's tag returns. Every tag of the error's type needs a handler; one that is
 * missing does not compile, and the compiler names it. The cheap twin of ts-pattern's `.exhaustive()`:
 * about 100 times fewer type instantiations per call site.
 *
 * ```ts
 * const text = matchError(error, {
 *   NotFoundError: (e) => `gone: ${e.uuid}`,
 *   ConnectionError: (e) => `no answer: ${e.reason}`,
 * });
 * ```
 */
export function matchError<E extends KnownError, const Handlers extends ErrorHandlers<E>>(
  error: E,
  handlers: Handlers & OnlyTagsOf<E, Handlers>,
): Returned<Handlers> {
  return handle(error, handlers) as Returned<Handlers>; // the handler of its tag is one of them
}

/** Without types there may be no handler of the tag, or no tag: such a value goes to the handler of `TenableException`. */
function handle(error: unknown, handlers: unknown): unknown {
  const found = findHandler(error, handlers);
  if (found !== null) return found(error);
  const noError = toNoError(error);
  return findHandler(noError, handlers)?.(noError);
}

/** The handler of an error's own tag, which takes this very error. */
function findHandler(error: unknown, handlers: unknown): ((error: unknown) => unknown) | null {
  const found = attempt((): unknown => {
    const { _tag } = error as KnownError; // throws where it is none
    return Object.hasOwn(handlers as object, _tag) ? (handlers as Readonly<Record<string, unknown>>)[_tag] : null;
  });
  return found.ok && typeof found.value === 'function' ? found.value as (error: unknown) => unknown : null; // what it takes is up to its tag
}

/** A handler for some tags of `E`. */
type SomeHandlers<E extends KnownError> = {
  readonly [Tag in E['_tag']]?: ((error: KnownErrorByTag[Tag]) => unknown) | undefined;
};

/** The tags whose handler is surely there: not those of an optional member. */
export type HandledTag<Handlers> = {
  readonly [Tag in keyof Handlers]-?: undefined extends Handlers[Tag] ? never : Tag;
}[keyof Handlers];

/**
 * What the handler of this error's tag returns, or `otherwise(error)` for tags without one. `otherwise` gets
 * the remaining variants as its type: those of an optional handler, too.
 */
export function matchErrorPartial<
  E extends KnownError,
  const Handlers extends SomeHandlers<E>,
  R,
>(
  error: E,
  handlers: Handlers & OnlyTagsOf<E, Handlers>,
  otherwise: (error: Exclude<E, { readonly _tag: HandledTag<Handlers> }>) => R,
): Returned<Handlers> | R {
  const handler = findHandler(error, handlers);
  if (handler !== null) return handler(error) as Returned<Handlers>; // the handler of its tag is one of them
  const tag = attempt((): unknown => error._tag);
  const rest = tag.ok && typeof tag.value === 'string' ? error : toNoError(error);
  const toRest: ((error: Exclude<E, { readonly _tag: HandledTag<Handlers> }>) => R) | undefined = typeof otherwise === 'function' ? otherwise : undefined;
  return toRest?.(rest as Exclude<E, { readonly _tag: HandledTag<Handlers> }>) as R; // no handler has it; and the types want a function
}
