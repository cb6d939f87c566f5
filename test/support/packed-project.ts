/** The package as a user gets it: packed, and installed in an empty project outside of the repository. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

/** package.json of the package. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest; // our own file

/** A project of a user's. */
export interface PackedProject {
  readonly folder: string;
  /** The file that would be published. */
  readonly tarball: string;
  /** Where the package is installed. */
  readonly installed: string;
  /** Every file of the package, its path from its root. */
  readonly files: readonly string[];
  /** Puts an installed package of the repository into the project, with what it needs at run time. */
  readonly install: (name: string) => void;
  /** Writes a file of the project. */
  readonly write: (name: string, text: string) => void;
  /** Runs a program in the project; gives what it prints. Throws with its words where it fails. */
  readonly run: (command: string, args: readonly string[]) => string;
  /** Runs a module; gives what it prints. */
  readonly runModule: (source: string, node?: string) => string;
  readonly remove: () => void;
}

/** Packs the build and installs it, with its dependencies and neverthrow, without asking a registry. */
export function createPackedProject(): PackedProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tenable-result-user-')));
  const installed = join(folder, 'node_modules', 'tenable-result');
  mkdirSync(installed, { recursive: true });
  const run = (command: string, args: readonly string[], cwd = folder): string =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1)).sort();
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const install = (name: string): void => {
    installCopy(name, folder);
  };
  write('package.json', '{ "type": "module", "private": true }');
  for (const name of [...Object.keys(manifest.dependencies), 'neverthrow']) install(name);
  return {
    folder,
    tarball,
    installed,
    files,
    install,
    write,
    run,
    runModule: (source, node = process.execPath) => {
      write('main.mjs', source);
      return run(node, ['main.mjs']).trim();
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installCopy(name: string, project: string): void {
  const from = join(root, 'node_modules', name);
  const to = join(project, 'node_modules', name);
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Partial<Manifest>; // npm's format
  for (const dependency of Object.keys(dependencies)) installCopy(dependency, project);
}
