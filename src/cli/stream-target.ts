/**
 * What `--out` names where that is no file: the standard output, a pipe, a device. Records then go into it as they come;
 * nothing is put in its place, as is done with a file.
 */
import { fstatSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';

import { attempt } from '../internal/attempt.js';

export type StreamTarget =
  /** An open file of this process, by its number: 1 is the standard output. */
  | { readonly _tag: 'Descriptor'; readonly descriptor: number }
  /** A pipe or a device that has a name. */
  | { readonly _tag: 'Path'; readonly path: string; readonly isPipe: boolean };

const names: Readonly<Record<string, number>> = { '-': 1, '/dev/stdout': 1, '/dev/stderr': 2 };

/** The stream that `out` names; `null` for a file, or the name of one that is to be. */
export function findStreamTarget(out: string): StreamTarget | null {
  const number = Object.hasOwn(names, out) ? names[out] : /^(?:\/dev\/fd|\/proc\/(?:self|thread-self)\/fd)\/(\d{1,4})$/.exec(out)?.[1];
  if (number !== undefined) return { _tag: 'Descriptor', descriptor: Number(number) };
  const found = attempt(() => statSync(out)); // of what a link leads to
  if (!found.ok || found.value.isFile() || found.value.isDirectory()) return null;
  const descriptor = [1, 2].find((one) => isSame(found.value, one)); // a link to the standard output, which may be a socket that nobody can open
  if (descriptor !== undefined) return { _tag: 'Descriptor', descriptor };
  const isPipe = found.value.isFIFO();
  return isPipe || found.value.isCharacterDevice() ? { _tag: 'Path', path: out, isPipe } : null;
}

function isSame({ dev, ino }: Stats, descriptor: number): boolean {
  const open = attempt(() => fstatSync(descriptor));
  return open.ok && open.value.dev === dev && open.value.ino === ino;
}
