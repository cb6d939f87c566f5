/** Identifiers that depend on nothing but the words they are made of, so that every run of a test sees the same. */

/** 32 hex digits, the form of `X-Request-Uuid`. */
export function toHexId(...words: readonly (number | string)[]): string {
  const text = words.join(' ');
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => hash(text, seed)).join('');
}

/** A UUID of version 4 by its form. */
export function toUuid(...words: readonly (number | string)[]): string {
  const hex = toHexId(...words);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join('-');
}

/** FNV-1a from a seed, mixed at the end so that neighbours do not look alike: 8 hex digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return ((value ^ (value >>> 15)) >>> 0).toString(16).padStart(8, '0');
}
