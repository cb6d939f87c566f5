import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests of the package and the command run what users get: the build. It is made once, before all tests. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('setup.mjs', import.meta.url)), 'build'], { stdio: 'inherit' });
}
