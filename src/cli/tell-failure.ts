import { describeError, toErrorGroup } from '../index.js';
import type { KnownError } from '../index.js';
import { exitCodeOfGroup } from './exit-codes.js';
import type { Output } from './terminal.js';

/** Says what went wrong and what to do; gives the exit code for it. */
export function tellFailure(output: Output, error: KnownError): number {
  output.write(`${describeError(error)}\n`);
  return exitCodeOfGroup[toErrorGroup(error)];
}
