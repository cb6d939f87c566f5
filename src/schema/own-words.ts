/**
 * Words of our own for what a check expects. Messages of other people's schemas may quote the value, so only
 * messages that bear this mark are shown.
 */
const mark = '[tenable-result] ';

/** The message of a check of ours: what was expected, to be read after "should be". Quotes nothing. */
/* @__NO_SIDE_EFFECTS__ */
export function inWords(expected: string): string {
  return mark + expected;
}

/** The words of such a message; `null` for any other message. */
export function toOwnWords(message: unknown): string | null {
  return typeof message === 'string' && message.startsWith(mark) ? message.slice(mark.length) : null;
}
