import { ownValue } from '../internal/is-record.js';

/** A member of a request's body that is text; `''` for anything else. */
export function toText(body: unknown, name: string): string {
  const value = ownValue(body, name);
  return typeof value === 'string' ? value : '';
}
