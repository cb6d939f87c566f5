import { attempt } from '../internal/attempt.js';

/**
 * The input of a job as it is now. It is sent when the job begins, compared with running jobs after that, and asked for
 * anew where the job is over: what its caller changes meanwhile is in none of it. What cannot be copied is no input of an
 * export, and is refused when it is sent.
 */
export function snapshotInput<Input>(input: Input): Input {
  const copied = attempt(() => structuredClone(input));
  return copied.ok ? copied.value : input;
}
