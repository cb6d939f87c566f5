/**
 * Secrets out of text that a server wrote. Servers echo what they were sent; the values that a request
 * carried are known, so they are replaced wherever they stand, plain or in the encodings that echo uses.
 */
import { attempt } from '../internal/attempt.js';

/** Replaces secrets in a text. */
export type Redactor = (text: string) => string;

/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** Shorter values are not looked for: they would match ordinary words. No product accepts such a secret. */
const minSecretLength = 4;

const secretName =
  '[a-z0-9_-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|cookie|api_?-?key|access_?-?key|authorization)[a-z0-9_-]{0,40}';

/** JSON members that hold secrets: `"token": "…"`. */
const secretMember = new RegExp(`("${secretName}"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*("|$)`, 'gi');

/** The same inside a JSON text that is itself a JSON string, with its quotes escaped. */
const nestedSecretMember = new RegExp(`(\\\\"${secretName}\\\\"\\s*:\\s*\\\\")[^"\\\\]*(\\\\"|$)`, 'gi');

/** Form fields, header parameters and query parameters that hold secrets: `accessKey=…`. */
const secretParameter = new RegExp(`\\b(${secretName}=)(?!\\[redacted\\])[^\\s"',;&}\\]]+`, 'gi');

/** A redactor for the values of a client and its request. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const needles = [...new Set(secrets.filter((secret) => secret.length >= minSecretLength).flatMap(toEncodings))]
    .sort((a, b) => b.length - a.length); // a secret that contains another goes first
  return (text) =>
    needles
      .reduce(replaceSecret, text)
      .replace(secretMember, `$1${redacted}$2`)
      .replace(nestedSecretMember, `$1${redacted}$2`)
      .replace(secretParameter, `$1${redacted}`);
}

/** A redactor that knows no values, only the names of members that hold secrets. */
export const redactMembers: Redactor = createRedactor([]);

/** Whole secrets anywhere, and the beginning of one at the very end, where a text was cut. */
function replaceSecret(text: string, secret: string): string {
  const whole = text.includes(secret) ? text.replaceAll(secret, redacted) : text;
  for (let length = Math.min(secret.length - 1, whole.length); length >= minSecretLength; length -= 1) {
    if (whole.endsWith(secret.slice(0, length))) return whole.slice(0, -length) + redacted;
  }
  return whole;
}

/** The secret and the forms in which a server may echo it. */
function toEncodings(secret: string): readonly string[] {
  // A lone surrogate has no URL encoding; it has no other place in a header or a URL either.
  const url = attempt(() => encodeURIComponent(secret));
  const bytes = new TextEncoder().encode(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    ...(url.ok ? [url.value, url.value.toLowerCase()] : []),
    btoa(String.fromCharCode(...bytes.subarray(0, 4096))).replace(/=+$/, ''),
  ];
}
