/**
 * Callers end many calls by one signal. Platforms warn of a leak where a signal has more than ten listeners, so it gets one
 * of ours, whatever the number of calls.
 */

const listenersOf = new WeakMap<AbortSignal, Listeners>();

interface Listeners {
  readonly each: Set<() => void>;
  readonly tellAll: () => void;
}

/** Calls `listener` when the signal aborts, until that is taken back. Throws where the signal is none. */
export function listenTo(signal: AbortSignal, listener: () => void): void {
  const known = listenersOf.get(signal);
  if (known !== undefined) {
    known.each.add(listener);
    return;
  }
  const each = new Set([listener]);
  const tellAll = (): void => {
    for (const one of [...each]) one();
  };
  signal.addEventListener('abort', tellAll);
  listenersOf.set(signal, { each, tellAll });
}

/** Takes it back. A signal that nobody listens to any more is left as it was found. */
export function stopListening(signal: AbortSignal, listener: () => void): void {
  const known = listenersOf.get(signal);
  if (known === undefined || !known.each.delete(listener) || known.each.size > 0) return;
  signal.removeEventListener('abort', known.tellAll);
  listenersOf.delete(signal);
}
