import { toErrorGroup } from '../index.js';
import type { ErrorGroup, KnownError } from '../index.js';

/** How a command ends. Documented: scripts depend on them. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  interrupted: 130,
  /** What a shell calls the end of a program that wrote to a pipe which nobody reads any more. */
  readerLeft: 141,
} as const;

/** The exit code for an error of each group that a command can end with. That of `file` is also for files of this machine. */
export const exitCodeOfGroup: Readonly<Record<Exclude<ErrorGroup, 'scan'>, number>> = {
  local: 3,
  connection: 4,
  response: 5,
  file: 6,
  export: 7,
  defect: 70,
};

export function toExitCode(error: KnownError): number {
  const group = toErrorGroup(error);
  return group === 'scan' ? exitCodes.unexpected : exitCodeOfGroup[group]; // no command waits for a scan
}
