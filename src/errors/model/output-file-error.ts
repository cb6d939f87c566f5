import { boundText } from '../../internal/bound-text.js';
import { cleanText } from '../../internal/clean-text.js';

/** What can be wrong with the files of an export. */
export type OutputFileReason =
  /** The file system refused: `code` says why, such as `ENOSPC`. */
  | 'io'
  /** Something that is not a file has that name: a folder, a device, a pipe. */
  | 'not-a-file'
  /** The name has control characters, or is that of a device on this platform. */
  | 'bad-name'
  /** A file beside it belongs to another user, can be written to by others, or is a link or a pipe: this package did not make it. */
  | 'not-ours'
  /** Another run writes the same export at this moment. */
  | 'in-use'
  /** This run was silent for so long that another one has taken the export over. It has the file now. */
  | 'taken-over'
  /** There is an unfinished export, of something else than what is asked for now. */
  | 'other-export'
  /** The unfinished file is gone, or shorter than its checkpoint says. */
  | 'part-missing'
  /** The checkpoint file is none that this version can read. */
  | 'checkpoint-unreadable';

/**
 * An export could not be written to its file. Not one of Tenable's errors: it stands beside them in the type, and
 * `describeError`, `matchError`, `isRetryable`, `toProblemDetails`, `toLogRecord` and `toLogLevel` take it as they take those.
 */
export interface OutputFileError {
  readonly _tag: 'OutputFileError';
  readonly reason: OutputFileReason;
  /** The file that it is about, as the file system knows it: not cleaned for a terminal, as `message` is. */
  readonly path: string;
  /** The code of the file system's failure; `''` where it is none. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
}

const maxPathLength = 4_096;
const maxWordsLength = 500;

const words: Readonly<Record<Exclude<OutputFileReason, 'io'>, string>> = {
  'not-a-file': 'is not a file and cannot become one.',
  'bad-name': 'is no name for a file: it has control characters, or names a device.',
  'not-ours': 'was not made by this package for this user alone, so it is neither read nor written.',
  'in-use': 'says that another run writes this export at this moment.',
  'taken-over': 'names another run, which has taken this export over because this one gave no sign of life.',
  'other-export': 'belongs to an export of something else.',
  'part-missing': 'is gone or shorter than its checkpoint says.',
  'checkpoint-unreadable': 'is not a checkpoint that this version can read.',
};

export function OutputFileError(reason: Exclude<OutputFileReason, 'io'>, path: string): OutputFileError {
  return toError(reason, path, '', words[reason]);
}

/** Codes that have one meaning, in words; `path` is what was to be used. */
const causes: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EACCES: 'may not be written to: permission is missing.',
  EPERM: 'may not be written to: permission is missing.',
  EROFS: 'cannot be written to: its file system can only be read.',
  ENOSPC: 'cannot be written to: the disk is full.',
  EDQUOT: 'cannot be written to: the quota is used up.',
  ENOTDIR: 'cannot exist: a part of its path is not a folder.',
  ENAMETOOLONG: 'cannot exist: its name is too long.',
  ELOOP: 'cannot be reached: its links lead in a circle.',
};

/** What the file system threw. */
export function toIoError(path: string, thrown: unknown): OutputFileError {
  const given: Readonly<Record<string, unknown>> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const code = typeof given['code'] === 'string' ? boundText(cleanText(given['code']), 60) : '';
  const told = thrown instanceof Error ? boundText(cleanText(thrown.message), maxWordsLength) : 'the file system failed';
  return toError('io', path, code, causes[code] ?? `could not be used: ${told}`);
}

function toError(reason: OutputFileReason, path: unknown, code: string, said: string): OutputFileError {
  const named = boundText(typeof path === 'string' ? path : String(path), maxPathLength); // callers without types give anything
  return Object.freeze({ _tag: 'OutputFileError', reason, path: named, code, message: `${boundText(cleanText(named), maxWordsLength)} ${said}` });
}
