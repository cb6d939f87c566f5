/**
 * The only place of the package with `try`. Everything that may throw (platform calls such as `JSON.parse`, and
 * through `result.ts` all foreign code) is run here, so "nothing throws" can be checked by reading one file.
 */

/** How a call ended: with a value, or with whatever was thrown (which need not be an `Error`). */
export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly thrown: unknown };

/** The outcome of `run` as a value. Never throws. */
export function attempt<T>(run: () => T): Attempted<T> {
  try {
    return { ok: true, value: run() };
  } catch (thrown) {
    return { ok: false, thrown };
  }
}

/** What `run` resolves to, or what `recover` makes of what it threw or rejected with. Waits as long as `run` does. */
export async function recoverAsync<T, R>(run: () => PromiseLike<T>, recover: (thrown: unknown) => R): Promise<T | R> {
  try {
    return await run();
  } catch (thrown) {
    return recover(thrown);
  }
}

/** The outcome of `run` once it has settled. Never rejects; waits as long as `run` does. */
export async function attemptAsync<T>(run: () => T | PromiseLike<T>): Promise<Attempted<Awaited<T>>> {
  try {
    return { ok: true, value: await run() };
  } catch (thrown) {
    return { ok: false, thrown };
  }
}
