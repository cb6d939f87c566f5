/**
 * One run at a time, whatever it is: a thread, a process, a container or a host on the same file system. A lock is a file
 * that names its owner and is touched every two seconds. Whoever finds one watches it: a lock that changes is held; one
 * whose process has ended beyond doubt, or that does not change for a quarter of a minute by the watcher's own clock, is
 * taken over. Times of different machines are never compared. Who has lost its lock is told before it does anything more.
 */
import { constants, lstatSync, unlinkSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { OutputFileError } from '../errors/model/output-file-error.js';
import { attempt, attemptAsync } from '../internal/attempt.js';
import { attemptIo } from './attempt-io.js';
import { createLockOwner, hasEnded, parseLockOwner } from './lock-owner.js';
import type { LockOwner } from './lock-owner.js';
import { createOwn, isVery, openPlain, removeVery } from './own-file.js';

export interface PathLock {
  /** Whether the lock is still this one's. Answers at once, so that nothing comes between the answer and what is done. */
  readonly isHeld: () => boolean;
  /** Whether its last owner may still run, without a sign of life: it may wake up in the middle of a write. */
  readonly wasSilent: boolean;
  /** The lock as a file that this user has made just now: what the file system makes of owner and mode. */
  readonly made: BigIntStats;
  /** Gives the lock back, where it is still this one's. */
  readonly release: () => Promise<unknown>;
}

export const lockTiming = {
  /** Between two signs of life, in milliseconds. File systems that count times in steps of two seconds see each. */
  beatMs: 2_000,
  /** Without a sign of life for so long, a lock is taken over, in milliseconds. */
  expiryMs: 15_000,
  /** Between two looks at a lock that is held, in milliseconds. */
  lookMs: 100,
  /** How long two that take over the same lock may need to see each other, in milliseconds. */
  settleMs: 50,
} as const;

/** Locks of this thread. */
const held = new Set<string>();

const maxTries = 5;

/** Takes the lock. `signal` ends the wait for a sign of life of another owner. */
export async function takeLock(path: string, signal?: AbortSignal): Promise<Result<PathLock, OutputFileError>> {
  if (held.has(path)) return err(OutputFileError('in-use', path));
  held.add(path);
  const taken = await takeFromOthers(path, signal);
  if (taken.isErr()) held.delete(path);
  return taken;
}

async function takeFromOthers(path: string, signal: AbortSignal | undefined): Promise<Result<PathLock, OutputFileError>> {
  let verdict: Verdict = 'gone';
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const made = await makeLock(path, verdict === 'silent');
    if (made.isOk()) {
      // Whoever found the same lock may have removed ours instead of that.
      if (verdict !== 'gone') await wait(lockTiming.settleMs);
      if (made.value.isHeld()) return made;
      await made.value.release();
      return err(OutputFileError('in-use', path));
    }
    if (made.error.code !== 'EEXIST') return err(made.error);
    const judged = await judge(path, signal);
    if (judged.isErr()) return err(judged.error);
    if (judged.value === 'alive') break;
    verdict = judged.value;
  }
  return err(OutputFileError('in-use', path));
}

/** Makes the lock, which fails where there is one, and keeps it alive. */
async function makeLock(path: string, wasSilent: boolean): Promise<Result<PathLock, OutputFileError>> {
  const owner = await createLockOwner();
  const created = await createOwn(path);
  if (created.isErr()) return err(created.error);
  const file = created.value;
  const written = await attemptIo(path, async () => {
    await file.writeFile(`${JSON.stringify(owner)}\n`);
    return file.stat({ bigint: true });
  });
  if (written.isOk()) return ok(keepLock(path, file, written.value, wasSilent));
  removeVery(file, path); // a full disk must not leave a lock that names nobody
  await attemptIo(path, () => file.close());
  return err(written.error);
}

function keepLock(path: string, file: FileHandle, made: BigIntStats, wasSilent: boolean): PathLock {
  const isHeld = (): boolean => isVery(file, path); // no other file is this very one as long as it is open
  let touchedAtMs = 0;
  const timer = setInterval(() => {
    touchedAtMs = Math.max(touchedAtMs + lockTiming.beatMs, Date.now()); // another time than before, even where the clock was set back
    void attemptAsync(() => file.utimes(touchedAtMs / 1000, touchedAtMs / 1000));
  }, lockTiming.beatMs).unref();
  return {
    isHeld,
    wasSilent,
    made,
    release: async () => {
      clearInterval(timer);
      removeVery(file, path);
      await attemptIo(path, () => file.close());
      held.delete(path);
    },
  };
}

/** What is found of a lock: it is gone, or was removed because its process has ended or gave no sign of life; or it is held. */
type Verdict = 'gone' | 'ended' | 'silent' | 'alive';

interface Seen {
  readonly stats: BigIntStats;
  readonly owner: LockOwner | null;
}

/** Watches a lock until it is known how it stands; one that counts no more is removed. */
async function judge(path: string, signal: AbortSignal | undefined): Promise<Result<Verdict, OutputFileError>> {
  const first = await look(path);
  if (first.isErr()) return err(first.error);
  if (first.value === null) return ok('gone');
  const { owner, stats } = first.value;
  if (owner !== null && (await hasEnded(owner))) return remove(path, stats, 'ended');
  const startedAtMs = performance.now();
  while (performance.now() - startedAtMs < lockTiming.expiryMs) {
    await attemptAsync(() => wait(lockTiming.lookMs, undefined, { signal }));
    if (signal?.aborted === true) return ok('alive'); // nobody knows, and nobody waits any more
    const now = await look(path);
    if (now.isErr()) return err(now.error);
    if (now.value === null) return ok('gone');
    if (!isSame(now.value.stats, stats)) return ok('alive');
  }
  return remove(path, stats, 'silent');
}

/** Opened each time: file systems of a network look for changes then. */
async function look(path: string): Promise<Result<Seen | null, OutputFileError>> {
  const opened = await openPlain(path, constants.O_RDONLY);
  if (opened.isErr()) return opened.error.code === 'ENOENT' ? ok(null) : err(opened.error);
  const { file } = opened.value;
  const read = await attemptIo(path, async () => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxLockBytes), 0, maxLockBytes, 0);
    return { stats: await file.stat({ bigint: true }), owner: parseLockOwner(buffer.toString('utf8', 0, bytesRead)) };
  });
  await attemptIo(path, () => file.close());
  return read;
}

const maxLockBytes = 2_048;

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev && one.mtimeNs === other.mtimeNs && one.size === other.size;
}

/** Removes the very lock that was judged: between the look and the removal nothing else happens here. */
function remove(path: string, stats: BigIntStats, verdict: 'ended' | 'silent'): Promise<Result<Verdict, OutputFileError>> {
  return attemptIo(path, () => {
    const now = attempt(() => lstatSync(path, { bigint: true }));
    if (!now.ok) return Promise.resolve<Verdict>('gone');
    if (!isSame(now.value, stats)) return Promise.resolve<Verdict>('alive');
    unlinkSync(path);
    return Promise.resolve<Verdict>(verdict);
  });
}
