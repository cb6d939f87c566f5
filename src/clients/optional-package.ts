import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { PackageMissingError } from '../errors/model/local-errors.js';
import { attempt } from '../internal/attempt.js';
import { toHostProcess } from '../internal/host-process.js';

/** What an optional feature needs. */
export interface OptionalPackage {
  readonly package: string;
  readonly feature: string;
}

/** The part of Node that finds and loads a package at once, so that a missing one is told at creation. */
type Require = (id: string) => unknown;

/**
 * The optional package, or the error that says how to install it. `from` is the file whose packages are looked
 * at; without it, those of the program that runs and of the folder that it runs in. Only on Node: elsewhere a bundler has settled the question, and the package counts as missing.
 */
export function loadOptionalPackage(wanted: OptionalPackage, from: string | null): Result<unknown, PackageMissingError> {
  for (const place of from === null ? listSurroundings() : [from]) {
    const required = attempt(() => createRequire(place)?.(wanted.package));
    if (required.ok && required.value !== undefined) return ok(required.value);
  }
  return err(toPackageMissing(wanted));
}

/** What a feature comes to whose package is not there, or is another one of the same name. */
export function toPackageMissing(wanted: OptionalPackage): PackageMissingError {
  return PackageMissingError({ ...wanted, install: `npm install ${wanted.package}` });
}

/** Through `process`, so that no platform has to resolve a `node:` module it does not have. */
function createRequire(from: string): Require | undefined {
  return toHostProcess()?.getBuiltinModule?.('node:module').createRequire(from);
}

/** Not by `import.meta`, which is a syntax error or empty where a bundler or a test runner makes CommonJS of this file. */
function listSurroundings(): readonly string[] {
  const host = toHostProcess();
  const program = host?.argv?.[1];
  const folder = attempt(() => host?.cwd?.());
  return [...(program === undefined ? [] : [program]), ...(folder.ok && folder.value !== undefined ? [`${folder.value}/`] : [])];
}
