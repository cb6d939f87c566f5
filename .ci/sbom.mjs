/**
 * dist/sbom.cdx.json: what is installed with the package, with versions, hashes and licences, as CycloneDX. From the lock file
 * alone and without time or chance, so that the same sources give the same file. Nothing of others is copied into dist.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function writeSbom() {
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'];
  const { status, stderr, stdout } = spawnSync('npm', ['sbom', ...options], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  const { metadata: { component, lifecycles, tools }, serialNumber: _random, ...bom } = JSON.parse(stdout);
  const named = { ...bom, ...selectInstalled(bom, component['bom-ref']), metadata: { lifecycles, tools, component: { ...component, name: 'tenable-result' } } }; // npm takes the folder's name
  const digest = createHash('sha256').update(JSON.stringify(named)).digest('hex');
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify({ ...named, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`);
}

/**
 * What comes with `dependencies`, and with those in turn. npm's own `--omit dev` also leaves out a dependency that a tool of
 * development needs as well.
 */
function selectInstalled({ components, dependencies }, ownRef) {
  const names = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies);
  const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const direct = needs.get(ownRef).filter((ref) => names.includes(ref.slice(0, ref.lastIndexOf('@'))));
  const installed = new Set(direct);
  for (const ref of installed) for (const next of needs.get(ref) ?? []) installed.add(next); // a set goes over what is added meanwhile
  return {
    components: components.filter((one) => installed.has(one['bom-ref'])),
    dependencies: [{ ref: ownRef, dependsOn: direct }, ...dependencies.filter(({ ref }) => installed.has(ref))],
  };
}
