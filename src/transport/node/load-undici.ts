import type { Client } from 'undici';

import { attempt, attemptAsync } from '../../internal/attempt.js';
import type { Attempted } from '../../internal/attempt.js';

/** What is used of undici. */
export interface Undici {
  readonly Client: typeof Client;
}

let loading: Promise<Attempted<Undici>> | undefined;

/** undici, loaded once for all clients, or why it cannot be loaded. What failed is tried again next time. */
export async function loadUndici(): Promise<Attempted<Undici>> {
  const loaded = await (loading ??= load());
  if (!loaded.ok) loading = undefined;
  return loaded;
}

/**
 * undici is CommonJS. A bundle that is an ES module has no `require`, and esbuild writes calls of it all the same, by the
 * name of a global variable. So there is one while undici is loaded, where nobody else has set it.
 */
async function load(): Promise<Attempted<Undici>> {
  const takeBack = lendRequire();
  const loaded = await attemptAsync(() => import('undici'));
  takeBack();
  return loaded;
}

/** The same for what undici loads when its first connection is there: its parser. */
export function withRequire(run: () => void): void {
  const takeBack = lendRequire();
  attempt(run);
  takeBack();
}

function lendRequire(): () => void {
  if ('require' in globalThis) return () => undefined;
  const lent = attempt(() => {
    const value = process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/`);
    Object.defineProperty(globalThis, 'require', { value, configurable: true, enumerable: false, writable: true });
  });
  return () => {
    if (lent.ok) Reflect.deleteProperty(globalThis, 'require');
  };
}
