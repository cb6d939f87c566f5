/**
 * Secrets out of text that a server wrote. Servers echo what they were sent; the values that a request
 * carried are known, so they are replaced wherever they stand, plain or however the server encoded them.
 */
import { attempt } from '../../internal/attempt.js';
import { createFinder, minSecretLength } from './find-secrets.js';
import type { Span } from './find-secrets.js';

/** Replaces secrets in a text. */
export type Redactor = (text: string) => string;

/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** The same for a secret of digits: JSON stays JSON where it stood as a number. */
const redactedNumber = '9999';

const secretName =
  '[a-z0-9_-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|cookie|api_?-?key|access_?-?key|authorization)[a-z0-9_-]{0,40}';

/** JSON members that hold secrets: `"token": "…"`. */
const secretMember = new RegExp(`("${secretName}"\\s*:\\s*")(?:[^"\\\\]|\\\\[\\s\\S]|\\\\$)*("|$)`, 'gi');

/** The same inside a JSON text that is itself a JSON string, with its quotes escaped. */
const nestedSecretMember = new RegExp(`(\\\\"${secretName}\\\\"\\s*:\\s*\\\\")(?:[^"\\\\]|\\\\\\\\(?:\\\\["\\\\]|[^"\\\\]))*(\\\\"|\\\\{0,3}$|(?="))`, 'gi');

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
  const texts = attempt(() => (Array.isArray(secrets) ? [...secrets as readonly unknown[]] : []).filter((secret) => typeof secret === 'string')); // without types, anything may be passed
  const known = texts.ok ? texts.value.filter((secret) => secret.length >= minSecretLength) : [];
  const find = createFinder([...new Set(known.flatMap(toForms))]);
  return (text) => {
    if (typeof text !== 'string') return '';
    const spans = find(text);
    const plain = spans.length === 0 ? text : cutOut(text, spans);
    return mayNameSecret(plain) ? redactNamed(plain) : plain;
  };
}

/** The text without the spans, of which some may overlap. */
function cutOut(text: string, spans: readonly Span[]): string {
  let left = '';
  let done = 0;
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  for (let at = 0; at < ordered.length; at += 1) {
    const { from } = ordered[at] as Span; // there are as many
    let to = from;
    for (; at < ordered.length && (ordered[at] as Span).from <= to; at += 1) to = Math.max(to, (ordered[at] as Span).to);
    at -= 1;
    left += text.slice(done, from) + (/^\d+$/.test(text.slice(from, to)) ? redactedNumber : redacted);
    done = to;
  }
  return left + text.slice(done);
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

/** A redactor that knows no values, only the names of members that hold secrets. */
export const redactMembers: Redactor = createRedactor([]);

/** The secret, and the forms in which a server may echo it as a whole. How single characters may be written is not of them. */
function toForms(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret).subarray(0, 4096);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [secret, hex, hex.toUpperCase(), ...toBase64(bytes)];
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
