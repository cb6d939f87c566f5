import { describeError, toErrorGroup } from '../index.js';
import type { TenableError } from '../index.js';
import type { OutputFileError } from '../node/index.js';
import { exitCodeOfGroup } from './exit-codes.js';
import type { Output } from './terminal.js';

/** Says what went wrong and what to do; gives the exit code for it. */
export function tellFailure(output: Output, error: TenableError | OutputFileError): number {
  if (error._tag === 'OutputFileError') {
    output.write(`${error.message}\n`);
    return exitCodeOfGroup.file;
  }
  output.write(`${describeError(error)}\n`);
  return exitCodeOfGroup[toErrorGroup(error)];
}
