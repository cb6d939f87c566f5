/**
 * What must hold before the package is published: an address where its source is, which provenance is checked against. There is
 * none as long as the project has no public home, and package.json invents none.
 */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const missing = ['repository', 'homepage', 'bugs'].filter((name) => manifest[name] === undefined);
if (missing.length > 0) {
  console.error(`Not published: package.json has no ${missing.join(', no ')}. Put in the public address of the source first; provenance names it.`);
  process.exit(1);
}
