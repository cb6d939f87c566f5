/** Values that are dear to make and may be wanted again: the ones used last, up to a total length. */
export interface RecentValues<Value extends { readonly length: number }> {
  /** `undefined` where it is not kept, or no more. */
  readonly find: (key: string) => Value | undefined;
  /**
   * Keeps a value and forgets those that were not used for longest. One that is longer than all may be
   * is not kept.
   */
  readonly keep: (key: string, value: Value) => void;
}

/** Nothing is kept at first, and never more than `maxLength` characters or bytes in all, keys included. */
export function createRecentValues<Value extends { readonly length: number }>(maxLength: number): RecentValues<Value> {
  const values = new Map<string, Value>();
  let total = 0;
  const forget = (key: string): void => {
    const value = values.get(key);
    if (value !== undefined) total -= key.length + value.length;
    values.delete(key);
  };
  return {
    find: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value); // a map lists the newest entry last
      return value;
    },
    keep: (key, value) => {
      forget(key);
      if (key.length + value.length > maxLength) return;
      values.set(key, value);
      total += key.length + value.length;
      for (const oldest of values.keys()) {
        if (total <= maxLength) return;
        forget(oldest);
      }
    },
  };
}
