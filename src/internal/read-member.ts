/** Members of an answer that have no type yet. */
import { attempt } from './attempt.js';
import { ownValue } from './is-record.js';

/** The own member `name` of an object, as what nobody knows; `undefined` for anything inherited and for any other value. Throws nothing. */
export function readMember(value: unknown, name: string): unknown {
  const read = attempt(() => ownValue(value, name));
  return read.ok ? read.value : undefined;
}
