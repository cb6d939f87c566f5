import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { takeLock } from '../../src/node/path-lock.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { openFolder, read } from './node-lab.js';

/** The number of a process that has ended. */
const endedPid = spawnSync(process.execPath, ['--version']).pid;

describe('a lock', () => {
  test('names its process and is gone when it is given back', async () => {
    const path = join(openFolder(), 'found.lock');
    const unlock = expectOk(await takeLock(path));
    expect(read(path)).toBe(`${process.pid}\n`);
    await unlock();
    expect(existsSync(path)).toBe(false);
    await expectOk(await takeLock(path))();
  });

  test('can not be taken twice by one process', async () => {
    const path = join(openFolder(), 'found.lock');
    const unlock = expectOk(await takeLock(path));
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'in-use', path });
    await unlock();
  });

  test('of another process that runs is respected', async () => {
    const path = join(openFolder(), 'found.lock');
    writeFileSync(path, `${process.ppid}\n`);
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'in-use', path });
    expect(read(path)).toBe(`${process.ppid}\n`);
  });

  test.each([
    ['of a process that was killed', `${endedPid}\n`],
    ['of a process that had our number', `${process.pid}\n`],
    ['that was half written', String(process.ppid)],
    ['that is empty', ''],
    ['that is no lock', 'nonsense\n'],
    ['that names no process', '0\n'],
  ])('%s does not count', async (_what, text) => {
    const path = join(openFolder(), 'found.lock');
    writeFileSync(path, text);
    const unlock = expectOk(await takeLock(path));
    expect(read(path)).toBe(`${process.pid}\n`);
    await unlock();
  });

  test('that is being written is waited for', async () => {
    const path = join(openFolder(), 'found.lock');
    writeFileSync(path, '');
    const taking = takeLock(path);
    setTimeout(() => { writeFileSync(path, `${process.ppid}\n`); }, 10);
    expect(expectErr(await taking)).toMatchObject({ reason: 'in-use' });
  });

  test('can not be taken where nothing can be written', async () => {
    const path = join(openFolder(), 'none', 'found.lock');
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'io', code: 'ENOENT' });
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'io', code: 'ENOENT' });
  });
});
