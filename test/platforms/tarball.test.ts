/** What is published: checked by the tools that know how others resolve it, and file by file. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';

import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEntries } from '../../.ci/package-entries.mjs';
import { createPackedProject, manifest } from '../support/packed-project.js';
import type { PackedProject } from '../support/packed-project.js';

let project: PackedProject;
beforeAll(() => {
  project = createPackedProject();
}, 120_000);
afterAll(() => {
  project.remove();
});

const read = (name: string): string => readFileSync(join(project.installed, name), 'utf8');

describe('the published package', () => {
  test('is clean by publint, suggestions included', async () => {
    const { messages } = await publint({ pkgDir: project.installed, pack: false, strict: true, level: 'suggestion' });
    expect(messages.map((message) => formatMessage(message, manifest))).toStrictEqual([]);
  });

  test('gives every entry its types, for ESM and for bundlers, by attw', async () => {
    const entrypoints = listEntries().map(({ subpath }) => subpath);
    const result = await checkPackage(createPackageFromTarballData(readFileSync(project.tarball)), { entrypoints });
    expect(result.types).not.toBe(false);
    if (result.types === false) return;
    // The profile of ESM alone: how CommonJS and TypeScript before 4.7 resolve is left out.
    const kinds = ['node16-esm', 'bundler'] as const;
    const resolved = Object.values(result.entrypoints).filter(({ hasTypes, resolutions }) =>
      hasTypes && kinds.every((kind) => resolutions[kind].resolution?.isTypeScript === true && resolutions[kind].implementationResolution !== undefined));
    expect(resolved.map(({ subpath }) => subpath)).toStrictEqual(entrypoints);
    const problems = result.problems.filter((problem) => !('resolutionKind' in problem) || kinds.some((kind) => kind === problem.resolutionKind));
    expect(problems).toStrictEqual([]);
  }, 120_000);

  test('holds the build, its sources for debuggers and the documentation, and nothing of the repository besides', () => {
    const tops = new Set(project.files.map((name) => name.split('/')[0]));
    expect([...tops].sort()).toStrictEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'dist', 'docs', 'package.json', 'schema', 'src']);
    const odd = project.files.filter((name) => /(?:^|\/)(?:\.|tests?\/)|\.test\.|\.tsbuildinfo$|\.log$/.test(name));
    expect(odd).toStrictEqual([]);
    for (const { module, source, types } of listEntries()) expect(project.files).toEqual(expect.arrayContaining([module, source, types].map((name) => name.slice(2))));
    for (const file of Object.values(manifest.bin)) expect(read(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('is small: a tarball of at most 2.2 MB, for 700 operations', () => {
    const bytes = statSync(project.tarball).size;
    const unpacked = project.files.reduce((sum, name) => sum + statSync(join(project.installed, name)).size, 0);
    console.log(`tarball: ${bytes} bytes; ${project.files.length} files with ${unpacked} bytes`);
    expect(bytes).toBeLessThan(2_200_000);
  });
});

describe('the maps of the build', () => {
  const readMap = (name: string): SourceMapPayload => JSON.parse(read(name)) as SourceMapPayload; // the compiler's format
  const sourcesOf = (name: string): readonly string[] => readMap(name).sources.map((source) => join(dirname(name), source));

  test('stand beside every module and every declaration', () => {
    const built = project.files.filter((name) => /^dist\/.*\.(?:js|d\.ts)$/.test(name));
    expect(built.length).toBeGreaterThan(200);
    expect(built.filter((name) => !project.files.includes(`${name}.map`))).toStrictEqual([]);
    expect(built.filter((name) => !read(name).trimEnd().endsWith(`//# sourceMappingURL=${name.split('/').at(-1) ?? ''}.map`))).toStrictEqual([]);
  });

  test('lead to sources that are published', () => {
    const maps = project.files.filter((name) => name.endsWith('.map'));
    const isPublished = (source: string): boolean => source.startsWith('src/') && project.files.includes(source) && existsSync(join(project.installed, source));
    expect(maps.filter((name) => !sourcesOf(name).every(isPublished))).toStrictEqual([]);
    // A declaration comes from one source, under the same name. Of modules, many make a file.
    const ofDeclarations = maps.filter((name) => name.endsWith('.d.ts.map'));
    expect(ofDeclarations.filter((name) => sourcesOf(name).join() !== name.replace(/^dist/, 'src').replace(/\.d\.ts\.map$/, '.ts'))).toStrictEqual([]);
    const joined = new Set(maps.filter((name) => name.endsWith('.js.map')).flatMap(sourcesOf));
    expect([...joined]).toContain('src/errors/classification/redact.ts');
  });

  const linesBySource = new Map<string, readonly string[]>();
  const linesOf = (source: string): readonly string[] => {
    const lines = linesBySource.get(source) ?? read(source).split('\n');
    linesBySource.set(source, lines);
    return lines;
  };

  test.each(['.js', '.d.ts'])('of %s files line up: each function, class and constant is where its map says', (end) => {
    const marked = project.files.filter((name) => name.startsWith('dist/') && name.endsWith(end)).flatMap((file) => {
      const map = new SourceMap(readMap(`${file}.map`));
      return read(file).split('\n').flatMap((line, at) => {
        const found = /^(?:export )?(?:declare )?(?:async )?(?:function|const|class|interface) (\w+)/.exec(line);
        const name = found?.[1] ?? '';
        if (found === null) return [];
        const origin = map.findEntry(at, found[0].length - name.length);
        const there = 'originalLine' in origin ? linesOf(join(dirname(file), origin.originalSource))[origin.originalLine]?.slice(origin.originalColumn) ?? '' : '';
        return [{ name, leads: there.startsWith(name) || new RegExp(`^(?:export )?(?:declare )?(?:async )?(?:function|const|class|interface) ${name}\\b`).test(there) }];
      });
    });
    expect(marked.length).toBeGreaterThan(200);
    expect(marked.filter(({ leads }) => !leads)).toStrictEqual([]);
  });
});
