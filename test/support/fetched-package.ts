/**
 * Packages that only some tests want, in many versions: other compilers, other Nodes. They are no dependencies of ours; they
 * come from the registry into a cache beside the installed packages. Where it cannot be reached, tests skip.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tenable-result');

/** The registry did not answer once: asking it again for each package would only take time. */
let isUnreachable = false;

/**
 * The folder of an installed package: `fetchPackage('typescript', '5.5')`. `null`, and a printed word about it, where it is not to
 * be had. No script of it is run.
 */
export async function fetchPackage(name: string, version: string): Promise<string | null> {
  const folder = join(cache, `${name}@${version}`);
  const installed = join(folder, 'node_modules', ...name.split('/'));
  if (existsSync(installed)) return installed;
  if (isUnreachable) return null;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', '--fetch-retries=1', '--fetch-timeout=60000'];
  const problem = await promisify(execFile)('npm', ['install', '--prefix', partial, ...options, `${name}@${version}`])
    .then(() => null, (error: unknown) => String(error));
  if (problem !== null) {
    isUnreachable = /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH)|ERR_SOCKET|fetch failed/.test(problem);
    rmSync(partial, { recursive: true, force: true });
    console.log(`Skipped: what needs ${name}@${version}; ${isUnreachable ? 'the package registry cannot be reached' : 'the registry does not have it'}.`);
    return null;
  }
  if (!existsSync(installed)) renameSync(partial, folder); // whole, or not there
  rmSync(partial, { recursive: true, force: true });
  return installed;
}
