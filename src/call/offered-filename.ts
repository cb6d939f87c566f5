/** The name that a server offers for a file, as one that may be used: it chooses no folder, no device and no line of a log. */
import { attempt } from '../internal/attempt.js';
import { cleanText } from '../internal/clean-text.js';

/** What file systems take, in bytes of UTF-8. */
const maxNameBytes = 255;

/** Names that Windows takes for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i;

/** Characters that no file system of note takes in a name, or that mean something to one. */
const reserved = /[<>:"|?*]/g;

/**
 * The last part of the name in a `Content-Disposition`, without what no name may hold; `null` where none is left.
 * `filename*` (RFC 8187) comes before `filename`, because it says how it is encoded.
 */
export function toOfferedFilename(disposition: string | undefined): string | null {
  if (disposition === undefined) return null;
  const parameters = readParameters(disposition);
  const offered = decodeExtended(parameters.get('filename*')) ?? parameters.get('filename');
  return offered === undefined ? null : toPlainName(offered);
}

/** The parameters of a disposition by their names in lower case; the first of a name counts. Walks the header once. */
function readParameters(disposition: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const parameter = /;\s*([\w!#$&+.^`|~*'-]+)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^;"]*))/y;
  parameter.lastIndex = Math.max(0, disposition.indexOf(';'));
  for (let found = parameter.exec(disposition); found !== null; found = parameter.exec(disposition)) {
    const [, name = '', quoted, plain = ''] = found;
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted ?? plain.trim());
    const next = disposition.indexOf(';', parameter.lastIndex); // blanks after a quoted text, and what is no parameter
    if (next < 0) break;
    parameter.lastIndex = next;
  }
  return parameters;
}

/** `UTF-8''%e2%82%ac.csv`, or the same in Latin-1. */
function decodeExtended(value: string | undefined): string | undefined {
  const parts = /^(utf-8|iso-8859-1)'[^']*'(.*)$/i.exec(value ?? '');
  if (parts === null) return undefined;
  const [, charset = '', encoded = ''] = parts;
  const decoded = attempt(() => (charset.toLowerCase() === 'utf-8' ? decodeURIComponent(encoded) : decodeLatin1(encoded)));
  return decoded.ok ? decoded.value : undefined;
}

function decodeLatin1(encoded: string): string {
  return encoded.replace(/%([\da-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function toPlainName(offered: string): string | null {
  const last = offered.split(/[/\\]/).at(-1) ?? '';
  const plain = trimEnd(cleanText(last).replace(reserved, '_'));
  const name = boundName(plain);
  if (name === '' || /^\.+$/.test(name)) return null;
  return device.test(name) ? `_${name}` : name;
}

/** Windows drops dots and blanks at the end, which would make another name of it. */
function trimEnd(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}

/** As much of the name as file systems take, its ending kept where there is a short one. */
function boundName(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.byteLength < maxNameBytes) return name; // one is left for a mark before the name of a device
  const ending = /\.[\w-]{1,16}$/.exec(name)?.[0] ?? '';
  const start = new TextDecoder().decode(bytes.subarray(0, maxNameBytes - 1 - ending.length));
  return trimEnd(start.replace(/\ufffd+$/, '')) + ending;
}
