/** The one path of every call: validate, encode, send, classify, decode. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { openCall, toEndedError } from './call/call.js';
import type { Call } from './call/call.js';
import { checkCallOptions, noOptions, readCallOptions } from './call/call-options.js';
import type { CallOptions } from './call/call-options.js';
import { findConnection } from './call/find-connection.js';
import { loadOperation } from './call/load-operation.js';
import { prepareRequest, toInputError } from './call/prepare-request.js';
import { readAnswer } from './call/read-answer.js';
import { sendRequest } from './call/send-request.js';
import { startSpan } from './call/span.js';
import { isResponseError } from './errors/model/error-group.js';
import { UnknownError } from './errors/model/response-errors.js';
import type { TenableError, TenableErrorByTag, TenableErrorTag } from './errors/model/tenable-error.js';
import { copyInput } from './operation/copy-input.js';
import { isDeferred } from './operation/area.js';
import type { AnyOperation, Operation } from './operation/define-operation.js';
import { toOperationId } from './operation/operation-id.js';
import { settle, toResultAsync } from './result.js';
import type { ClientHandle } from './connection/connection.js';

/**
 * Carries out an operation: what the nested calls of a client do, for people who want nothing else in their
 * bundle. Settles as `Ok` or `Err` within `deadlineMs`, whatever happens; never throws or rejects.
 *
 * ```ts
 * import { details } from 'tenable-result/vm/scans';
 *
 * const scan = await execute(client, details, { scan_id: 42 });
 * ```
 */
export function execute<Input, Output, Tag extends TenableErrorTag, Item = never, Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  operation: Operation<Input, Output, Tag, Item>,
  input: NoInfer<Input>,
  options: CallOptions = noOptions,
): ResultAsync<Output, TenableErrorByTag[Tag | Extra]> {
  const called = toResultAsync(() => run(client, operation as AnyOperation, input, options), { operation: toOperationId(operation) });
  // `run` gives the output that the operation's schema decoded, and only errors that the operation lists.
  return called as ResultAsync<Output, TenableErrorByTag[Tag | Extra]>;
}

async function run(client: unknown, asked: AnyOperation, input: unknown, given: CallOptions): Promise<Result<unknown, TenableError>> {
  const found = findConnection(client, asked.id);
  if (found.isErr()) return err(found.error);
  const read = readCallOptions(given);
  const issues = checkCallOptions(read);
  if (issues.length > 0) return err(toInputError(asked.id, issues));
  const copied = copyInput(input);
  if (copied.isErr()) return err(toInputError(asked.id, copied.error));
  const loading = isDeferred(asked) ? loadOperation(found.value, asked, read) : ok({ operation: asked, options: read });
  const loaded = loading instanceof Promise ? await loading : loading; // a turn that calls after the first are spared
  if (loaded.isErr()) return err(loaded.error);
  const { operation, options } = loaded.value;
  const call = openCall(found.value, operation, copied.value, options);
  const endSpan = startSpan(call);
  const work = settle(() => carryOut(call), { operation: operation.id, redact: call.redact });
  const outcome = await call.deadline.race(work, () => toEndedError(call));
  const result = outcome.isErr() ? err(toOperationError(outcome.error, call)) : outcome;
  endSpan(result);
  call.held.release();
  // A file is still to be read: it closes the deadline itself.
  if (result.isErr() || operation.output.kind !== 'file') call.deadline.close();
  return result;
}

async function carryOut(call: Call): Promise<Result<unknown, TenableError>> {
  const preparing = prepareRequest(call);
  const prepared = preparing instanceof Promise ? await preparing : preparing; // a turn that most calls are spared
  if (prepared.isErr()) return err(prepared.error);
  const response = await sendRequest(call, prepared.value.request);
  if (response.isErr()) return err(response.error);
  return readAnswer(call, prepared.value, response.value);
}

/** An error that the operation rules out, which the service sent all the same, is an unexpected status. */
function toOperationError(error: TenableError, { connection, operation }: Call): TenableError {
  const isListed = operation.errors.includes(error._tag) || (error._tag === 'ImpersonationError' && connection.impersonating !== null);
  return isListed || !isResponseError(error) ? error : UnknownError({ ...error, message: '' });
}
