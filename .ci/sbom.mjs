/**
 * dist/sbom.cdx.json: what is installed with the package, with versions, hashes and licences, as CycloneDX. From the lock file
 * alone and without time or chance, so that the same sources give the same file. Nothing of others is copied into dist.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function writeSbom() {
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only', '--omit', 'dev'];
  const { status, stderr, stdout } = spawnSync('npm', ['sbom', ...options], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  const { metadata: { component, lifecycles, tools }, serialNumber: _random, ...bom } = JSON.parse(stdout);
  const named = { ...bom, metadata: { lifecycles, tools, component: { ...component, name: 'tenable-result' } } }; // npm takes the folder's name
  const digest = createHash('sha256').update(JSON.stringify(named)).digest('hex');
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify({ ...named, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`);
}
