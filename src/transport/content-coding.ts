/** The content codings that a header names, in the order in which they were applied; in lower case, without `identity`. */
export function readCodings(header: string | readonly string[] | undefined): readonly string[] {
  if (header === undefined) return [];
  const names = typeof header === 'string' ? header : header.join(',');
  return names.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '' && name !== 'identity');
}

/** Whether gzip, and nothing else, was applied once. */
export function isGzip(codings: readonly string[]): boolean {
  return codings.length === 1 && (codings[0] === 'gzip' || codings[0] === 'x-gzip');
}
