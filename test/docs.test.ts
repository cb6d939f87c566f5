/** Documentation that is run: every fenced example compiles and prints what it says, tables agree with the code. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createNessusClient, createScClient, createVmClient, isRetryable, tenableErrorTags, toProblemDetails } from 'tenable-result';
import { createNessusSimulator, createScSimulator, createSimulator, faults, nessusFaults, scFaults } from 'tenable-result/simulator';

import { nessusCatalogue } from '../src/api/nessus/catalogue.js';
import { scCatalogue } from '../src/api/sc/catalogue.js';
import { vmCatalogue } from '../src/api/vm/catalogue.js';
import { exitCodeOfGroup, exitCodes } from '../src/cli/exit-codes.js';
import { maxLoggedAttempts } from '../src/errors/model/attempt-log.js';
import { maxChunks } from '../src/errors/model/checkpoint.js';
import { errorVariants } from '../src/errors/model/error-variants.js';
import { problems } from '../src/errors/projections/problems.js';
import { maxBodyLength } from '../src/errors/model/response-snapshot.js';
import { drainConcurrency, exportDefaults } from '../src/export-jobs/export-options.js';
import { isRecord } from '../src/internal/is-record.js';
import type { AnyOperation } from '../src/operation/define-operation.js';
import { defaultRetryPolicy } from '../src/connection/retry.js';
import { defaultMaxBodyBytes, defaultMaxBodyValues } from '../src/transport/body-limits.js';
import { defaultMaxHeldBytes } from '../src/transport/body-room.js';
import { bundleProgram } from './support/bundle-program.js';
import { pages, readExamples, readPage, readPrograms, readTable } from './support/documentation.js';
import { expectOk } from './support/expect-result.js';
import { checkFile } from './support/type-program.js';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(root, 'node_modules', '.docs-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const examples = pages.flatMap(readExamples);

/** Runs a TypeScript module as a program of its own; gives the lines that it prints. */
async function run(code: string, name: string): Promise<readonly string[]> {
  const outfile = await bundleProgram({ code }, join(scratch, `${name.replace(/\W+/g, '-')}.mjs`));
  const printed = execFileSync(process.execPath, [outfile], { encoding: 'utf8', cwd: scratch, env: { PATH: process.env['PATH'] ?? '' } });
  return printed.split('\n').filter((line) => line !== '');
}

describe('examples', () => {
  beforeAll(() => {
    checkFile({ 'docs/examples/fence.ts': `export * from 'tenable-result';` }, 'docs/examples/fence.ts'); // parses the files that all of them need
  }, 120_000);

  test('are found, and every fence of TypeScript is one', () => {
    const fences = pages.reduce((count, page) => count + readPage(page).split('\n').filter((line) => line.startsWith('```ts')).length, 0);
    console.log(`fenced examples compiled and run: ${examples.length} of ${fences}`);
    expect(examples.length).toBe(fences);
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples)('$name compiles', ({ code }) => {
    expect(checkFile({ 'docs/examples/fence.ts': code }, 'docs/examples/fence.ts').messages).toStrictEqual([]);
  }, 30_000);

  test.each(examples)('$name prints what it says', async ({ code, name, prints }) => {
    expect(await run(code, name)).toStrictEqual(prints);
  }, 30_000);

  test.each(readPrograms())('$name, a whole program, prints what it says', async ({ code, name, prints }) => {
    expect(prints).not.toStrictEqual([]);
    expect(await run(code, name)).toStrictEqual(prints);
  }, 30_000);

  test('of the README is the program in docs/examples', () => {
    const [first] = readExamples('README.md');
    expect(first?.code).toBe(readFileSync(join(root, 'docs', 'examples', 'first-call.ts'), 'utf8'));
  });
});

describe('tables', () => {
  const tags = tenableErrorTags.map((tag) => `\`${tag}\``);

  test.each(['README.md', 'docs/errors.md'])('%s has a row for each tag of the union, in its order', (page) => {
    expect(readTable(page, 'tag').map(([tag]) => tag)).toStrictEqual(tags);
  });

  test('docs/errors.md says of each tag whether it is worth trying again as isRetryable does', () => {
    for (const [tag = '', , again] of readTable('docs/errors.md', 'tag')) {
      const name = tenableErrorTags.find((one) => `\`${one}\`` === tag) ?? 'APIError';
      const values = ['dns', 'tls', 'error', 'too-many-chunks', 'too-large', 'other']
        .map((reason) => isRetryable(errorVariants[name].field.keep({ reason })));
      const said = values.every(Boolean) ? 'yes' : values.some(Boolean) ? 'by `reason`' : 'no';
      expect(`${tag} ${said}`).toBe(`${tag} ${again ?? ''}`);
    }
  });
});

test('docs/retries.md gives the defaults that the code has', () => {
  const said = Object.fromEntries(readTable('docs/retries.md', 'part of `retry`').map(([name = '', text = '']) =>
    [name.replaceAll('`', ''), Number(/; ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''))]));
  expect(said).toStrictEqual(defaultRetryPolicy);
});

test('docs/exports.md gives the defaults that the code has', () => {
  const said = Object.fromEntries(readTable('docs/exports.md', 'option').map(([name = '', text = '']) => [name.replaceAll('`', ''), text.split('; ').at(-1) ?? '']));
  for (const [name, value] of Object.entries(exportDefaults)) {
    expect(`${name} ${said[name]?.replaceAll('`', '').replaceAll(',', '').split(' ')[0] ?? ''}`).toBe(`${name} ${value}`);
  }
  expect(said['concurrency']).toContain(`(${drainConcurrency} for`);
});

test.each([['faults', faults], ['scFaults', scFaults], ['nessusFaults', nessusFaults]])('docs/simulator.md has a row for each of %s, in their order', (name, all) => {
  expect(readTable('docs/simulator.md', `\`${name}\``).map(([fault]) => fault)).toStrictEqual(Object.keys(all).map((fault) => `\`${fault}\``));
});

test('docs/cli.md gives every exit code that the command has', () => {
  const said = readTable('docs/cli.md', 'code').map(([code]) => Number(code)).sort((a, b) => a - b);
  expect(said).toStrictEqual([...Object.values(exitCodes), ...Object.values(exitCodeOfGroup)].sort((a, b) => a - b));
});

test('docs/security.md gives the caps that hold', () => {
  const caps = readTable('docs/security.md', 'what').map(([what = '', cap = '']) => [what, Number(/[\d,]+/.exec(cap)?.[0].replaceAll(',', ''))] as const);
  expect(Object.fromEntries(caps)).toMatchObject({
    'error body that is kept': maxBodyLength, 'attempts in `attemptLog`': maxLoggedAttempts, '`Retry-After`': defaultRetryPolicy.maxRetryAfterMs, 'chunks of an export': maxChunks,
    'JSON body of what a change answers, after decompression': defaultMaxBodyBytes.call, 'of what is read': defaultMaxBodyBytes.list, 'of a chunk of an export': defaultMaxBodyBytes.chunk,
    'JSON bodies of a client side by side': defaultMaxHeldBytes, 'values in a JSON body: change, read, chunk': defaultMaxBodyValues.call,
  });
  expect(caps.every(([, cap]) => Number.isInteger(cap) && cap > 0)).toBe(true);
});

test('docs/exports.md gives the exit codes that the command has', () => {
  const said = readTable('docs/exports.md', 'exit code').map(([code]) => Number(code));
  const codes = [...Object.values(exitCodes), ...Object.values(exitCodeOfGroup)].filter((code) => code !== exitCodes.unexpected);
  expect(said).toStrictEqual(codes.sort((a, b) => a - b));
});

test('docs/observability.md gives the problems that the code has, for each tag', () => {
  const rows = readTable('docs/observability.md', 'problem');
  expect(rows.map(([tag]) => tag)).toStrictEqual(tenableErrorTags.map((tag) => `\`${tag}\``));
  for (const [at, tag] of tenableErrorTags.entries()) {
    const [, status = '', name] = rows[at] ?? [];
    expect(`${tag} ${name ?? ''}`).toBe(`${tag} \`${problems[tag].name}\``);
    const made = toProblemDetails(errorVariants[tag].field.keep({ reason: tag === 'PermissionError' ? 'forbidden' : 'timeout' }));
    expect(`${tag} ${status.slice(0, 3)}`).toBe(`${tag} ${made.status}`);
  }
});

describe('links', () => {
  test.each(pages)('of %s lead to files that exist', (page) => {
    const targets = Array.from(readPage(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toStrictEqual([]);
  });

  test.each(pages)('of %s lead to headings that are there', (page) => {
    const targets = Array.from(readPage(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g), ([, file = '', anchor = '']) => [file, anchor] as const);
    const missing = targets.filter(([file, anchor]) => {
      const headings = readPage(file === '' ? page : join(dirname(page), file)).matchAll(/^#+ (.+)$/gm);
      const anchors = Array.from(headings, ([, text = '']) => text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
      return !anchors.includes(anchor);
    });
    expect(missing).toStrictEqual([]);
  });
});

describe('docs/calls.md', () => {
  const page = 'docs/calls.md';
  const clients = { vm: createVmClient(createSimulator()), sc: createScClient(createScSimulator()), nessus: createNessusClient(createNessusSimulator()) };
  const catalogues: readonly (readonly [name: keyof typeof clients, Readonly<Record<string, object>>])[] = [['vm', vmCatalogue], ['sc', scCatalogue], ['nessus', nessusCatalogue]];
  const gives = ({ output, paging }: AnyOperation): string => paging === null ? { json: 'data', empty: 'nothing', file: 'a file' }[output.kind] : 'pages';

  test.each(catalogues)('has each operation of %s, with its request and what it gives', (name, catalogue) => {
    const operations = Object.entries(catalogue).flatMap(([area, calls]) => Object.entries(calls as Readonly<Record<string, AnyOperation>>)
      .map(([call, operation]) => [`\`${area}.${call}\``, `${operation.method} \`${operation.path}\``, gives(operation)]));
    expect(operations.length).toBeGreaterThan(35);
    expect(readTable(page, `\`${name}\``).map((row) => row.slice(0, 3)).sort()).toStrictEqual(operations.sort());
  });

  test.each(catalogues)('has every function of the client %s, and no other', (name, catalogue) => {
    const client = expectOk<object>(clients[name]);
    const walk = (value: object, path: string): readonly string[] => Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
      typeof member === 'function' ? [`${path}.${key}`] : isRecord(member) ? walk(member, `${path}.${key}`) : []);
    const inCatalogue = Object.entries(catalogue).flatMap(([area, calls]) => Object.keys(calls).map((call) => `${name}.${area}.${call}`));
    const inTable = readTable(page, 'here').flatMap(([cell = '']) => Array.from(cell.matchAll(/`([\w.]+)`/g), ([, call = '']) => call)).filter((call) => call.startsWith(`${name}.`));
    expect([...inCatalogue, ...inTable].sort()).toStrictEqual([...walk(client, name)].sort());
  });
});

test('docs/coming-from-pytenable.md names calls that the clients have', () => {
  const clients = { vm: createVmClient(createSimulator()), sc: createScClient(createScSimulator()), nessus: createNessusClient(createNessusSimulator()) };
  const calls = readTable('docs/coming-from-pytenable.md', 'pyTenable').map(([, call = '']) => /^`(vm|sc|nessus)\.(\w+)\.(\w+)\(/.exec(call)?.slice(1) ?? []);
  expect(calls.length).toBeGreaterThan(20);
  for (const [product = '', area = '', name = ''] of calls) {
    const client = clients[product as keyof typeof clients]; // what the pattern allows
    const areas = (client.isOk() ? client.value : {}) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>; // looked at by name
    expect(`${product}.${area}.${name} is a ${typeof areas[area]?.[name]}`).toBe(`${product}.${area}.${name} is a function`);
  }
});

test('docs/decisions/dependencies.md has a word on every package of package.json', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>; // our own file
  const rows = readPage('docs/decisions/dependencies.md').split('\n').filter((line) => line.startsWith('| ')).flatMap((line) => (line.split('|')[1] ?? '').trim().split(', '));
  const packages = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  expect(packages.filter((name) => !rows.includes(name))).toStrictEqual([]);
});

test('the command in the README is the one that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }; // our own file
  const commands = Array.from(readPage('README.md').matchAll(/^ {4}npm (start|test)$/gm), ([, command = '']) => command);
  expect(commands).toStrictEqual(['start', 'test']);
  expect(commands.filter((command) => scripts[command] === undefined)).toStrictEqual([]);
});

test('docs/security.md names tests that there are', () => {
  const rows = readTable('docs/security.md', 'promise');
  expect(rows.length).toBeGreaterThan(15);
  const missing = rows.filter(([, , held = '']) => {
    const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(held) ?? [];
    return title === '' || !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(title);
  });
  expect(missing).toStrictEqual([]);
});
