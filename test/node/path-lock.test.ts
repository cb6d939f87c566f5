import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { createLockOwner } from '../../src/node/lock-owner.js';
import type { LockOwner } from '../../src/node/lock-owner.js';
import { lockTiming, takeLock } from '../../src/node/path-lock.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { openFolder, read } from './node-lab.js';

/** The number of a process that has ended. */
const endedPid = spawnSync(process.execPath, ['--version']).pid;
const isLinux = process.platform === 'linux';

const layLock = async (owner: Partial<LockOwner> | string): Promise<string> => {
  const path = join(openFolder(), 'found.lock');
  writeFileSync(path, typeof owner === 'string' ? owner : `${JSON.stringify({ ...(await createLockOwner()), token: 'another', ...owner })}\n`);
  return path;
};

/** The module as another thread has it: knowing nothing of the locks of this one. */
const importAnew = (): Promise<{ readonly takeLock: typeof takeLock }> => {
  vi.resetModules();
  return import('../../src/node/path-lock.js');
};

/** Somebody else's sign of life, with a clock of their own. */
const beat = (path: string, toSeconds: (beats: number) => number): void => {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    utimesSync(path, toSeconds(beats), toSeconds(beats));
  }, 500);
  onTestFinished(() => { clearInterval(timer); });
};

describe('a lock', () => {
  test('names its owner beyond doubt and is gone when it is given back', async () => {
    const path = join(openFolder(), 'found.lock');
    const lock = expectOk(await takeLock(path));
    const { token, ...owner } = JSON.parse(read(path)) as LockOwner; // as it is written
    expect(token).toMatch(/^[\da-f-]{36}$/);
    expect(owner).toMatchObject({ pid: process.pid });
    if (isLinux) expect(owner.machine).toMatch(/^[\da-f-]{36} pid:\[\d+\]$/);
    if (isLinux) expect(owner.startedAt).toMatch(/^\d+$/);
    expect(lock.isHeld()).toBe(true);
    await lock.release();
    expect(existsSync(path)).toBe(false);
    expect(lock.isHeld()).toBe(false);
    await expectOk(await takeLock(path)).release();
  });

  test('cannot be taken twice by one thread', async () => {
    const path = join(openFolder(), 'found.lock');
    const lock = expectOk(await takeLock(path));
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'in-use', path });
    await lock.release();
  });

  test.skipIf(!isLinux).each([
    ['of a process that was killed', { pid: endedPid }],
    ['of a process whose number is used again', { pid: process.ppid, startedAt: '1' }],
    ['of an earlier process of this very number', { startedAt: '1' }],
  ])('%s does not count', async (_what, owner) => {
    const path = await layLock(owner);
    const startedAtMs = performance.now();
    const lock = expectOk(await takeLock(path));
    expect(performance.now() - startedAtMs).toBeLessThan(lockTiming.expiryMs / 2);
    expect(lock.wasSilent).toBe(false);
    expect(JSON.parse(read(path))).not.toMatchObject({ token: 'another' });
    await lock.release();
  });

  test('that shows signs of life is respected, whosesoever it is and whatever their clock says', async () => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const clocks = [
      (beats: number) => nowSeconds + beats, // the same clock
      (beats: number) => nowSeconds - 86_400 * 365 + beats * 2, // a year behind
      (beats: number) => nowSeconds + 86_400 * 365 + beats * 2, // a year ahead
      (beats: number) => nowSeconds - beats * 60, // one that runs backwards
    ];
    const owners = [{ machine: 'another boot pid:[1]', pid: 1 }, {}, 'nonsense', `${process.ppid}\n`];
    await Promise.all(owners.flatMap((owner) => clocks.map(async (clock) => {
      const path = await layLock(owner);
      beat(path, clock);
      expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'in-use', path });
      expect(existsSync(path)).toBe(true);
    })));
  }, 60_000);

  test('that shows none for long is taken over, also that of another container or host, or one that names nobody', async () => {
    const owners: readonly (Partial<LockOwner> | string)[] = [
      { machine: 'another boot pid:[1]', pid: 1 }, // a container that was killed, or a host that lost its power
      { machine: null, startedAt: null }, // a platform that tells nothing
      {}, // a thread of this process that was ended
      `${process.ppid}\n`, // a lock of an earlier version
      '', 'nonsense', '{"token":',
    ];
    await Promise.all(owners.map(async (owner) => {
      const path = await layLock(owner);
      utimesSync(path, Date.now() / 1000 + 86_400, Date.now() / 1000 + 86_400); // by a clock that is a day ahead
      const startedAtMs = performance.now();
      const lock = expectOk(await takeLock(path));
      expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(lockTiming.expiryMs);
      expect(lock.wasSilent).toBe(true);
      await lock.release();
    }));
  }, 90_000);

  test('that is given back while it is watched is free', async () => {
    const path = await layLock({ machine: 'another boot pid:[1]' });
    setTimeout(() => { rmSync(path); }, 300);
    const lock = expectOk(await takeLock(path));
    expect(lock.wasSilent).toBe(false);
    await lock.release();
  }, 30_000);

  test('that was lost is not held, and not taken away from whoever has it', async () => {
    const path = join(openFolder(), 'found.lock');
    const lock = expectOk(await takeLock(path));
    renameSync(path, `${path}.away`);
    expect(lock.isHeld()).toBe(false);
    writeFileSync(path, 'of another run');
    expect(lock.isHeld()).toBe(false);
    await lock.release();
    expect(read(path)).toBe('of another run');
  });

  test('is kept alive while it is held', async () => {
    const path = join(openFolder(), 'found.lock');
    const lock = expectOk(await takeLock(path));
    const second = await importAnew();
    expect(expectErr(await second.takeLock(path))).toMatchObject({ reason: 'in-use' });
    expect(lock.isHeld()).toBe(true);
    await lock.release();
  }, 30_000);

  test('goes to one of many who find the same dead lock', async () => {
    const path = await layLock({ pid: endedPid });
    const threads = await Promise.all(Array.from({ length: 8 }, () => importAnew()));
    const taken = await Promise.all(threads.map((thread) => thread.takeLock(path)));
    const winners = taken.flatMap((one) => (one.isOk() ? [one.value] : []));
    expect(winners.filter(({ isHeld }) => isHeld())).toHaveLength(1);
    await Promise.all(winners.map(({ release }) => release()));
  }, 60_000);

  test('is waited for no longer than its caller wants', async () => {
    const path = await layLock({ machine: 'another boot pid:[1]' });
    const startedAtMs = performance.now();
    expect(expectErr(await takeLock(path, AbortSignal.timeout(200)))).toMatchObject({ reason: 'in-use' });
    expect(performance.now() - startedAtMs).toBeLessThan(lockTiming.expiryMs / 2);
  }, 30_000);

  test('cannot be taken where nothing can be written', async () => {
    const path = join(openFolder(), 'none', 'found.lock');
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'io', code: 'ENOENT' });
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'io', code: 'ENOENT' });
  });

  test.skipIf(process.platform === 'win32').each([
    ['a link', (path: string) => { symlinkSync('/etc/hostname', path); }],
    ['a link to nowhere', (path: string) => { symlinkSync('victim', path); }],
    ['a folder', (path: string) => { mkdirSync(path); }],
    ['a pipe', (path: string) => { spawnSync('mkfifo', [path]); }],
  ])('that is %s is refused, not followed and not waited for', async (_what, lay) => {
    const folder = openFolder();
    const path = join(folder, 'found.lock');
    lay(path);
    expect(expectErr(await takeLock(path))).toMatchObject({ reason: 'not-ours', path });
    expect(existsSync(join(folder, 'victim'))).toBe(false);
  });

  test.skipIf(!isLinux)('of a process that is held up is that of one that may wake up', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => { child.kill('SIGKILL'); });
    await wait(300);
    const stat = readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8');
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const path = await layLock({ pid: child.pid ?? 0, startedAt });
    child.kill('SIGSTOP');
    const lock = expectOk(await takeLock(path));
    expect(lock.wasSilent).toBe(true);
    await lock.release();
  }, 60_000);
});
