/** At least 8 characters of three of the four kinds: Nessus documents this rule, Security Center one like it. */
export function isStrongPassword(password: string): boolean {
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password));
  return [...password].length >= 8 && kinds.length >= 3;
}
