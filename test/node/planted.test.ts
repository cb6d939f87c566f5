/** Files that somebody else has put beside an export, before it or while it runs: none is followed, waited for, or taken for its own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { exportToFile } from 'tenable-result/node';

import { openExportLab } from '../export-jobs/export-lab.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { openFolder, read } from './node-lab.js';

const isRoot = process.geteuid?.() === 0;
const names = ['.part', '.checkpoint.json', '.checkpoint.json.new'] as const;

interface Plant {
  readonly what: string;
  readonly lay: (path: string, victim: string) => void;
  readonly needsRoot?: boolean;
}

const plants: readonly Plant[] = [
  { what: 'a link to a file', lay: (path, victim) => { symlinkSync(victim, path); } },
  { what: 'a link to nowhere', lay: (path, victim) => { symlinkSync(`${victim}.none`, path); } },
  { what: 'a second name of a file', lay: (path, victim) => { linkSync(victim, path); } },
  { what: 'a pipe', lay: (path) => { spawnSync('mkfifo', [path]); } },
  { what: 'a folder', lay: (path) => { mkdirSync(path); } },
  { what: 'a file that all may write to', lay: (path) => { writeFileSync(path, ''); chmodSync(path, 0o666); } },
  { what: "a stranger's file", needsRoot: true, lay: (path) => { writeFileSync(path, ''); chownSync(path, 12_345, 12_345); } },
];

describe.skipIf(process.platform === 'win32')('what was planted', () => {
  const cases = plants.flatMap((plant) => names.flatMap((name) => [true, false].map((resume) => ({ ...plant, name, resume }))));

  test.each(cases)('$what as $name is refused, and nothing happens to it (resume: $resume)', async ({ lay, name, needsRoot, resume }) => {
    if (needsRoot === true && !isRoot) return;
    const { vm } = openExportLab();
    const folder = openFolder();
    const victim = join(openFolder(), 'victim');
    writeFileSync(victim, 'precious', { mode: 0o600 });
    const path = join(folder, 'found');
    lay(`${path}${name}`, victim);
    const written = await exportToFile(vm.exports.vulns, {}, path, { resume });
    expect(expectErr(written)).toMatchObject({ _tag: 'OutputFileError', reason: 'not-ours', path: `${path}${name}` });
    expect(read(victim)).toBe('precious');
    expect(existsSync(`${victim}.none`)).toBe(false);
    expect(existsSync(path)).toBe(false);
  });

  test('in the place of the unfinished file, while it runs, gets no name', async () => {
    const { vm } = openExportLab();
    const path = join(openFolder(), 'found');
    const swap = ({ chunksDone }: { readonly chunksDone: number }): void => {
      if (chunksDone !== 8 || existsSync(`${path}.away`)) return;
      renameSync(`${path}.part`, `${path}.away`);
      writeFileSync(`${path}.part`, 'forged');
    };
    expect(expectErr(await exportToFile(vm.exports.vulns, {}, path, { onProgress: swap, concurrency: 1 }))).toMatchObject({ reason: 'part-missing' });
    expect(existsSync(path)).toBe(false);
  });

  test('as what is left of a killed run is used, where this user made it', async () => {
    const { vm } = openExportLab();
    const folder = openFolder();
    const path = join(folder, 'found');
    writeFileSync(`${path}.part`, 'left', { mode: 0o600 });
    writeFileSync(`${path}.checkpoint.json.new`, 'left', { mode: 0o600 });
    expect(expectOk(await exportToFile(vm.exports.vulns, {}, path, { resume: true })).records).toBe(200);
    expect(readdirSync(folder)).toStrictEqual(['found']);
  });
});

describe('the file that is replaced', () => {
  test.skipIf(process.platform === 'win32').each([0o640, 0o600, 0o664, 0o444])('keeps its mode %o, and a new one is for its owner alone', async (mode) => {
    const { vm } = openExportLab();
    const path = join(openFolder(), 'found');
    writeFileSync(path, 'old');
    chmodSync(path, mode);
    expectOk(await exportToFile(vm.exports.vulns, {}, path));
    expect(statSync(path).mode & 0o777).toBe(mode);
    expectOk(await exportToFile(vm.exports.vulns, {}, `${path}-new`));
    expect(statSync(`${path}-new`).mode & 0o777).toBe(0o600);
  });

  test.skipIf(!isRoot)('keeps its owner where an administrator replaces it', async () => {
    const { vm } = openExportLab();
    const path = join(openFolder(), 'found');
    writeFileSync(path, 'old');
    chownSync(path, 12_345, 12_346);
    expectOk(await exportToFile(vm.exports.vulns, {}, path));
    expect(statSync(path)).toMatchObject({ uid: 12_345, gid: 12_346 });
    expect(readFileSync(path, 'utf8').split('\n').length).toBeGreaterThan(100);
  });

  test('has a name that a terminal and a person can read', async () => {
    const { vm } = openExportLab();
    for (const name of ['a\u001b[2Jb', 'a\u009bb', 'a\nb', 'a\u202eb']) {
      const error = expectTag(await exportToFile(vm.exports.vulns, {}, join(openFolder(), name)), 'OutputFileError');
      expect(error.reason).toBe('bad-name');
      expect(error.message).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });
});
