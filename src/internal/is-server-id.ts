/**
 * Whether a text has the form that ids have: UUIDs, numbers, words with dashes. An id that a server gave goes into
 * paths; one with slashes or dots would lead somewhere else.
 */
export function isServerId(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
