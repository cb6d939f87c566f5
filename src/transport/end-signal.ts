/**
 * The end of a call as a signal. Our own wrappers need three things of an `AbortSignal`; a real one costs more than the
 * rest of a call's bookkeeping, so it is made only where foreign code is to be told.
 */

/** The part of `AbortSignal` that a call's own parts use. Every `AbortSignal` is one. */
export interface EndSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
}

/** A signal that its owner ends. A class, because one is made for each call and methods are shared. */
export class LightSignal implements EndSignal {
  aborted = false;
  reason: unknown = undefined;
  private readonly listeners: (() => void)[] = [];
  private controller: AbortController | null = null;

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.listeners.includes(listener)) this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }

  /** Ends it, once; listeners are told in their order. */
  end(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners.splice(0)) listener();
    this.controller?.abort(reason);
  }

  /** The same as the platform's own signal. */
  toAbortSignal(): AbortSignal {
    if (this.controller === null) {
      this.controller = new AbortController();
      if (this.aborted) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }
}

/** The platform's own signal for a signal of either kind. */
export function toAbortSignal(signal: EndSignal): AbortSignal {
  return signal instanceof LightSignal ? signal.toAbortSignal() : (signal as AbortSignal); // there are just these two kinds
}
