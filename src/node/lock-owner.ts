/** Who holds a lock: enough to tell it from every other holder, and, on the same machine, whether it still runs. */
import { randomUUID } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

import { nullable, struct, text, whole } from '../errors/model/fields.js';
import type { Field } from '../errors/model/fields.js';
import { attemptAsync } from '../internal/attempt.js';
import { parseJson } from '../internal/parse-json.js';

export interface LockOwner {
  /** Nobody else has it: neither another thread of this process nor a later process of the same number. */
  readonly token: string;
  readonly pid: number;
  /** The name of the machine, for people. */
  readonly host: string;
  /** This start of the machine and this space of process numbers; `null` where the platform does not tell. Containers have each their own. */
  readonly machine: string | null;
  /** When the process started, in the machine's ticks; `null` where the platform does not tell. */
  readonly startedAt: string | null;
}

const ownerField: Field<LockOwner> = struct<LockOwner>({
  token: text(60),
  pid: whole(),
  host: text(200),
  machine: nullable(text(200)),
  startedAt: nullable(text(30)),
});

/** The owner of a lock that this thread is about to take. */
export async function createLockOwner(): Promise<LockOwner> {
  const { pid } = process;
  const [machine, started] = await Promise.all([readMachine(), readProcess(pid)]);
  return { token: randomUUID(), pid, host: hostname(), machine, startedAt: started?.startedAt ?? null };
}

/** The owner that a lock names; `null` where it is not written to its end, or is no lock of this version. */
export function parseLockOwner(content: string): LockOwner | null {
  const value = parseJson(content);
  return ownerField.misfit(value, '') === null ? ownerField.keep(value) : null;
}

/** Whether its process has ended, beyond doubt. Of another machine or container nobody can tell, so it is in doubt. */
export async function hasEnded({ machine, pid, startedAt }: LockOwner): Promise<boolean> {
  if (machine === null || startedAt === null || machine !== (await readMachine())) return false;
  const running = await readProcess(pid);
  return running === null || running.startedAt !== startedAt || running.isDead;
}

async function readMachine(): Promise<string | null> {
  const read = await attemptAsync(() => Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readlink('/proc/self/ns/pid'), readlink('/proc/self'),
  ]));
  if (!read.ok) return null;
  const [boot, processes, self] = read.value;
  return self === String(process.pid) ? `${boot.trim()} ${processes}` : null; // these would be processes of another space
}

/** What Linux tells of a process; `null` where there is none. */
async function readProcess(pid: number): Promise<{ readonly startedAt: string; readonly isDead: boolean } | null> {
  const read = await attemptAsync(() => readFile(`/proc/${pid}/stat`, 'utf8'));
  if (!read.ok) return null;
  const [state = '', ...rest] = read.value.slice(read.value.lastIndexOf(')') + 2).split(' '); // its name may hold anything
  return { startedAt: rest[18] ?? '', isDead: state === 'Z' || state === 'X' };
}
