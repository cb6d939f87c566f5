/**
 * What every command needs first, so that a fresh clone needs nothing before it: the packages of the lock file, what the
 * generator writes of the descriptions, and with `build` the compiled package in dist. Does nothing that is done already.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`tenable-result needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const readMark = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const lock = readFileSync(join(root, 'package-lock.json'));
const installMark = join(root, 'node_modules', '.tenable-result-installed');
if (readMark(installMark) !== hashOf(lock)) {
  console.error('Installing the packages of package-lock.json …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installMark, hashOf(lock));
}

run(process.execPath, [join(root, '.ci', 'generate.mjs')]);

if (process.argv.includes('build')) {
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .map((name) => join(root, 'src', String(name)))
    .filter((path) => statSync(path).isFile() && !path.includes(join('src', 'catalogue')))
    .sort();
  const steps = ['build.mjs', 'join-modules.mjs', 'package-entries.mjs', 'sbom.mjs', 'tsconfig.build.json'].map((name) => join(root, '.ci', name));
  const state = hashOf(lock, readFileSync(join(root, 'package.json')), ...[...steps, ...sources].flatMap((path) => [path, readFileSync(path)]));
  const buildMark = join(root, 'dist', '.built');
  if (readMark(buildMark) !== state) {
    console.error('Compiling …');
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    run(process.execPath, [join(root, '.ci', 'build.mjs')]);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(buildMark, state);
  }
}
