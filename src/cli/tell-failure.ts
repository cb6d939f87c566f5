import { describeError } from '../index.js';
import type { KnownError } from '../index.js';
import { toExitCode } from './exit-codes.js';
import type { Output } from './terminal.js';

/** Says what went wrong and what to do; gives the exit code for it. */
export function tellFailure(output: Output, error: KnownError): number {
  output.write(`${describeError(error)}\n`);
  return toExitCode(error);
}
