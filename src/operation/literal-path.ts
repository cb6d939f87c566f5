/** Paths that a caller writes out. One leads where it says, whoever reads it: clients, proxies and servers undo encodings differently. */

/** What a path may hold, unencoded. */
const plain = /^[\w.~!$&'()*+,;=:@%/-]*$/;

/** Encoded, also more than once: a dot, slash, backslash or control character. */
const disguised = /%(?:25)*(?:2[ef]|5c|[01][\da-f]|7f)/i;

/** What a path should be that is not one; `null` where it is good. */
export function describePathSlip(path: string): string | null {
  if (!path.startsWith('/')) return 'a path that starts with "/", without an origin';
  if (path.length > 2000) return 'a path of at most 2000 characters';
  if (path.includes('?')) return 'a path without "?" (parameters go into query)';
  if (path.includes('//')) return 'a path without empty segments';
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return 'a path without "." and ".." as segments';
  if (!plain.test(path) || /%(?![\da-f]{2})/i.test(path)) return 'a path of characters that need no encoding, others as %XX';
  return disguised.test(path) ? 'a path without dots, slashes, backslashes and control characters as %XX' : null;
}
