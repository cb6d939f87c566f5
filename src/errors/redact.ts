/**
 * Secrets out of text that a server wrote. Servers echo what they were sent; the values that a request
 * carried are known, so they are replaced wherever they stand, plain or in the encodings that echo uses.
 */
import { attempt } from '../internal/attempt.js';

/** Replaces secrets in a text. */
export type Redactor = (text: string) => string;

/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** The same for a secret of digits: JSON stays JSON where it stood as a number. */
const redactedNumber = '9999';

/** Shorter values are not looked for: they would match ordinary words. No product accepts such a secret. */
const minSecretLength = 4;

const secretName =
  '[a-z0-9_-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|cookie|api_?-?key|access_?-?key|authorization)[a-z0-9_-]{0,40}';

/** JSON members that hold secrets: `"token": "…"`. */
const secretMember = new RegExp(`("${secretName}"\\s*:\\s*")(?:[^"\\\\]|\\\\[\\s\\S]|\\\\$)*("|$)`, 'gi');

/** The same inside a JSON text that is itself a JSON string, with its quotes escaped. */
const nestedSecretMember = new RegExp(`(\\\\"${secretName}\\\\"\\s*:\\s*\\\\")(?:[^"\\\\]|\\\\\\\\(?:\\\\["\\\\]|[^"\\\\]))*(\\\\"|\\\\*$|(?="))`, 'gi');

/** Form fields, header parameters and query parameters that hold secrets: `accessKey=…`. */
const secretParameter = new RegExp(`\\b(${secretName}=)(?:\\[redacted\\]|[^\\s"',;&}\\]\\\\]|\\\\[^"\\s])+`, 'gi');

/**
 * The same in quotes: `api_key="…"`. What ends a JSON string is followed by a blank or punctuation, so it is not taken
 * for an opening quote.
 */
const quotedParameter = new RegExp(`\\b(${secretName}=)(\\\\?["'])(?![\\s,:}\\]])[^"'\\\\]+(\\2|$)`, 'gi');

/** The same with a number: Security Center's token is one. */
const secretNumber = new RegExp(`("${secretName}"\\s*:\\s*)\\d{4,}(?![\\d.eE])`, 'gi');

/** What every name of a secret has in it: text without any of these needs no closer look for names. */
const nameParts: readonly string[] = ['pass', 'secret', 'token', 'cookie', 'key', 'authorization'];

/** A redactor for the values of a client and its request. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const needles = [...new Set(secrets.filter((secret) => secret.length >= minSecretLength).flatMap(toEncodings))]
    .sort((a, b) => b.length - a.length); // a secret that contains another goes first
  const mayHold = toStartPattern(needles);
  return (text) => {
    const plain = mayHold?.test(text) === true ? needles.reduce(replaceSecret, text) : text;
    return mayNameSecret(plain) ? redactNamed(plain) : plain;
  };
}

/** A name has `=` behind it, or stands in quotes and has a colon behind it. */
function mayNameSecret(text: string): boolean {
  if (!text.includes('=') && !(text.includes('"') && text.includes(':'))) return false;
  const lowerCase = text.toLowerCase();
  return nameParts.some((part) => lowerCase.includes(part));
}

function redactNamed(text: string): string {
  return text
    .replace(secretMember, `$1${redacted}$2`)
    .replace(nestedSecretMember, `$1${redacted}$2`)
    .replace(secretNumber, `$1"${redacted}"`)
    .replace(quotedParameter, `$1$2${redacted}$3`)
    .replace(secretParameter, `$1${redacted}`);
}

/** Finds the beginning of any secret, which is all that most texts need to be searched for; `null` where there are none. */
function toStartPattern(needles: readonly string[]): RegExp | null {
  const starts = new Set(needles.map((needle) => needle.slice(0, minSecretLength).replace(/[^\w\u0080-\uffff]/g, '\\$&')));
  return starts.size === 0 ? null : new RegExp([...starts].join('|'));
}

/** A redactor that knows no values, only the names of members that hold secrets. */
export const redactMembers: Redactor = createRedactor([]);

/** Whole secrets anywhere, and the beginning of one at the very end, where a text was cut. */
function replaceSecret(text: string, secret: string): string {
  const whole = text.includes(secret) ? text.replaceAll(secret, /^\d+$/.test(secret) ? redactedNumber : redacted) : text;
  const start = secret.slice(0, minSecretLength);
  let at = whole.indexOf(start, Math.max(0, whole.length - secret.length + 1));
  while (at >= 0 && !secret.startsWith(whole.slice(at))) at = whole.indexOf(start, at + 1);
  return at < 0 ? whole : whole.slice(0, at) + redacted;
}

/** The secret and the forms in which a server may echo it. */
function toEncodings(secret: string): readonly string[] {
  const bare = JSON.stringify(secret).slice(1, -1);
  // PHP (Security Center) also escapes slashes and everything beyond ASCII.
  const php = bare.replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // A lone surrogate has no URL encoding; it has no other place in a header or a URL either.
  const url = attempt(() => [encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString().slice(2)]);
  const escaped = url.ok ? url.value : [];
  return [
    secret, bare, php,
    ...[bare, php].map((text) => JSON.stringify(text).slice(1, -1)),
    ...escaped, ...escaped.map((text) => text.replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase())),
    ...toBase64(new TextEncoder().encode(secret).subarray(0, 4096)),
  ];
}

/** Base64 of the bytes alone, and of what stays the same of it at each of the three places in a longer text. */
function toBase64(bytes: Uint8Array): readonly string[] {
  const forms = [0, 1, 2].flatMap((before) => {
    const encoded = btoa('\0'.repeat(before) + String.fromCharCode(...bytes)).replace(/=+$/, '');
    const inside = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return before === 0 ? [encoded, inside] : [inside];
  });
  return forms.filter((form) => form.length >= 6).flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
