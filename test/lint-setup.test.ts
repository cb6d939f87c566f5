/** docs/lint.md in a project of its own: both linters, as it sets them up, on the statements of its table. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readPage, readTable } from './support/documentation.js';

const root = join(import.meta.dirname, '..');
const project = realpathSync(mkdtempSync(join(tmpdir(), 'tenable-result-lint-')));
const typeAware = existsSync(join(root, 'node_modules', 'oxlint-tsgolint'));
if (!typeAware) console.log('oxlint-tsgolint is not installed: what oxlint reports is not looked at');

const preamble = [
  `import { decodeTenableError } from 'tenable-result';`,
  `import type { VmClient } from 'tenable-result';`,
  `declare const vm: VmClient;`,
].join('\n');

/** The first fence of a language in docs/lint.md. */
function readFence(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(readPage('docs/lint.md'))?.[1] ?? '';
}

const statements = readTable('docs/lint.md', 'statement').map(([code = '', eslint = '', oxlint = '']) => ({ code: code.replaceAll('`', ''), eslint, oxlint }));
const name = (index: number): string => `statement-${index}.ts`;

beforeAll(() => {
  mkdirSync(join(project, 'node_modules'));
  const packages = ['eslint', 'neverthrow', 'typescript', 'typescript-eslint', 'oxlint', ...(typeAware ? ['oxlint-tsgolint'] : [])];
  for (const one of packages) symlinkSync(join(root, 'node_modules', one), join(project, 'node_modules', one));
  symlinkSync(root, join(project, 'node_modules', 'tenable-result'));
  mkdirSync(join(project, 'node_modules', '.bin')); // where oxlint looks, and where npm puts it
  if (typeAware) symlinkSync('../oxlint-tsgolint/bin/tsgolint.js', join(project, 'node_modules', '.bin', 'tsgolint'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
  const compilerOptions = { target: 'es2022', lib: ['es2023'], module: 'nodenext', strict: true, types: [], skipLibCheck: true };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  writeFileSync(join(project, 'eslint.config.mjs'), readFence('js'));
  copyFileSync(join(root, 'docs', 'examples', 'unused-result.mjs'), join(project, 'unused-result.mjs'));
  writeFileSync(join(project, '.oxlintrc.json'), readFence('json'));
  for (const [index, { code }] of statements.entries()) writeFileSync(join(project, name(index)), `${preamble}\n${code}\nexport { decodeTenableError, vm };\n`);
  writeFileSync(join(project, 'switch.ts'), `import type { TenableError } from 'tenable-result';\nexport function f(error: TenableError): void { switch (error._tag) { case 'APIError': break; } }\n`);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  /** The rules that each file breaks, without the names of their plugins. */
  readonly broken: ReadonlyMap<string, readonly string[]>;
  readonly output: string;
}

/** oxlint, whose lines are `file:line:column: text [severity/plugin(rule)]`. */
function runOxlint(...flags: readonly string[]): Run {
  // The files by name: a symbolic link in node_modules would be followed.
  const files = [...statements.keys()].map(name).concat('switch.ts');
  const args = [join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'), '-f', 'unix', ...flags, ...files];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  const broken = new Map<string, readonly string[]>();
  for (const [, file = '', rule = ''] of stdout.matchAll(/([\w-]+\.ts):\d+.*?([\w-]+)\W*$/gm)) {
    broken.set(file, [...(broken.get(file) ?? []), rule]);
  }
  return { status, broken, output: stdout + stderr };
}

/** ESLint, told in the same form. */
function runEslint(...flags: readonly string[]): Run {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'), '-f', 'json', ...flags, '.'], { cwd: project, encoding: 'utf8' });
  const files = JSON.parse(stdout) as readonly { readonly filePath: string; readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[] }[]; // ESLint's format
  const broken = new Map(files.map(({ filePath, messages }) => [filePath.split('/').at(-1) ?? '', messages.map(({ message, ruleId }) => (ruleId ?? message).split('/').at(-1) ?? '')] as const));
  return { status, broken, output: stdout + stderr };
}

test('the table of docs/lint.md has statements of every kind', () => {
  expect(statements.length).toBeGreaterThan(6);
  expect(new Set(statements.map(({ eslint }) => eslint.split(/[,:]/)[0]))).toStrictEqual(new Set(['error', 'allowed', 'fine']));
});

describe('ESLint, set up as docs/lint.md says', () => {
  test('reports each floating call and each unused Result, and no other statement', () => {
    const { broken, output, status } = runEslint();
    expect(status).toBe(1);
    const said = statements.map(({ code }, index) => `${code} ${(broken.get(name(index)) ?? []).join()}`);
    expect(said).toStrictEqual(statements.map(({ code, eslint }) =>
      `${code} ${eslint === 'error' ? 'no-floating-promises' : eslint.startsWith('error') ? 'unused-result' : ''}`));
    expect(broken.get('switch.ts')).toStrictEqual(['switch-exhaustiveness-check']);
    expect(output).toContain('RetryError');
  }, 60_000);

  test('reports the same with its configuration in a folder of its own, which is what TypeScript 7 needs', () => {
    const { broken } = runEslint();
    mkdirSync(join(project, 'lint'));
    for (const file of ['eslint.config.mjs', 'unused-result.mjs']) renameSync(join(project, file), join(project, 'lint', file));
    expect(runEslint('--config', 'lint/eslint.config.mjs').broken).toStrictEqual(broken);
  }, 120_000);

  test('takes the versions of TypeScript that the page names: when it takes 7, the folder is not needed any more', () => {
    const { peerDependencies } = JSON.parse(readFileSync(join(root, 'node_modules', 'typescript-eslint', 'package.json'), 'utf8')) as { readonly peerDependencies: { readonly typescript: string } };
    expect(readPage('docs/lint.md')).toContain(`typescript-eslint takes TypeScript \`${peerDependencies.typescript}\` as its peer.`);
  });
});

describe('oxlint, set up as docs/lint.md says', () => {
  test.runIf(typeAware)('reports each floating call, and no other statement', () => {
    const { broken, output, status } = runOxlint('--type-aware');
    expect(status).toBe(1);
    const said = statements.map(({ code }, index) => `${code} ${(broken.get(name(index)) ?? []).join()}`);
    expect(said).toStrictEqual(statements.map(({ code, oxlint }) => `${code} ${oxlint === 'error' ? 'no-floating-promises' : ''}`));
    expect(broken.get('switch.ts')).toStrictEqual(['switch-exhaustiveness-check']);
    expect(output).toContain('RetryError');
  }, 60_000);

  test('reports nothing of them without the flag', () => {
    const { broken, status } = runOxlint();
    expect([...broken.values()].flat().filter((rule) => rule === 'no-floating-promises')).toStrictEqual([]);
    expect(status).toBe(0);
  }, 60_000);

  test.skipIf(typeAware)('fails, and says so, with the flag and without the package', () => {
    const { output, status } = runOxlint('--type-aware');
    expect(status).not.toBe(0);
    expect(output).toContain('oxlint-tsgolint');
  }, 60_000);
});
