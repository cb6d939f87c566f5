/** Whether a text has no half of a surrogate pair: UTF-8 has no form for one. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
