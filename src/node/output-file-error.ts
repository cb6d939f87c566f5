import { cleanText } from '../internal/clean-text.js';

/** What can be wrong with the files of an export. */
export type OutputFileReason =
  /** The file system refused: `code` says why, such as `ENOSPC`. */
  | 'io'
  /** Something that is not a file has that name: a folder, a device, a pipe. */
  | 'not-a-file'
  /** Another process writes the same export at this moment. */
  | 'in-use'
  /** There is an unfinished export, of something else than what is asked for now. */
  | 'other-export'
  /** The unfinished file is gone, or shorter than its checkpoint says. */
  | 'part-missing'
  /** The checkpoint file is none that this version can read. */
  | 'checkpoint-unreadable';

/** An export could not be written to its file. Not one of Tenable's errors: it stands beside them in the type. */
export interface OutputFileError {
  readonly _tag: 'OutputFileError';
  readonly reason: OutputFileReason;
  /** The file that it is about. */
  readonly path: string;
  /** The code of the file system's failure; `''` where it is none. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
}

const words: Readonly<Record<Exclude<OutputFileReason, 'io'>, (path: string) => string>> = {
  'not-a-file': (path) => `${path} is not a file and can not become one: an export needs a name of its own.`,
  'in-use': (path) => `Another process writes this export: ${path} names it. Wait for it, or remove that file if it is gone.`,
  'other-export': (path) => `${path} belongs to an export of something else. Start anew without resuming, or ask for the same again.`,
  'part-missing': (path) => `${path} is gone or shorter than its checkpoint says. Start anew without resuming.`,
  'checkpoint-unreadable': (path) => `${path} is not a checkpoint that this version can read. Start anew without resuming.`,
};

export function OutputFileError(reason: Exclude<OutputFileReason, 'io'>, path: string): OutputFileError {
  return Object.freeze({ _tag: 'OutputFileError', reason, path, code: '', message: words[reason](path) });
}

/** Codes that have one meaning, in words; `path` is what was to be used. */
const causes: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EACCES: 'may not be written to: permission is missing.',
  EPERM: 'may not be written to: permission is missing.',
  EROFS: 'can not be written to: its file system can only be read.',
  ENOSPC: 'can not be written to: the disk is full.',
  EDQUOT: 'can not be written to: the quota is used up.',
  ENOTDIR: 'can not exist: a part of its path is not a folder.',
  ENAMETOOLONG: 'can not exist: its name is too long.',
};

/** What the file system threw. */
export function toIoError(path: string, thrown: unknown): OutputFileError {
  const given: Readonly<Record<string, unknown>> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const code = typeof given['code'] === 'string' ? given['code'] : '';
  const told = thrown instanceof Error ? cleanText(thrown.message) : 'the file system failed';
  return Object.freeze({ _tag: 'OutputFileError', reason: 'io', path, code, message: `${path} ${causes[code] ?? `could not be used: ${told}`}` });
}
