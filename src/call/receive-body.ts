/** Bodies are read inside of the attempt that they belong to, so that a good one that breaks off can be asked for again. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { answerForms } from '../errors/classification/answer-form.js';
import { isWholeSuccess, retryStatuses } from '../errors/classification/classification-rules.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import { toRequestUuid } from '../errors/classification/exchange.js';
import type { BodyLimit } from '../transport/body-limits.js';
import type { SendError } from '../connection/connection.js';
import { KeptBody } from '../transport/kept-body.js';
import { maxErrorBytes, readBody } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import type { Sender, TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';

/**
 * The sender, and the bodies of its answers read: whole where the answer is a good one, else as much as can be had, for the
 * status is known and decides. Files stay as they arrive; so do answers that may be asked for again.
 */
export function withBody(sender: Sender<SendError>, call: Call): Sender<SendError> {
  return (request, signal) => sender(request, signal).then((sent) => {
    if (sent.isErr() || retryStatuses.includes(sent.value.status) || isFile(call, sent.value)) return sent;
    const { headers, status } = sent.value;
    return receiveBody(sent.value, call).then((read) => read.map((body) => ({ status, headers, body: new KeptBody(body) })));
  });
}

/** Whether an answer is the file that was asked for. */
export function isFile({ operation }: Call, { status }: Pick<TransportResponse, 'status'>): boolean {
  return operation.output.kind === 'file' && isWholeSuccess(status);
}

/** The body of an answer. Broken off, it makes a failure of a good answer, and of any that its caller does not wait for. */
export async function receiveBody(response: TransportResponse, call: Call): Promise<Result<ReadBody, ConnectionError>> {
  const { body, status } = response;
  const read = body instanceof KeptBody ? body.read : await readBody(body, toReadLimit(call, status), call.deadline.ending, call.held);
  const { failure } = read;
  if (failure === null || (!isWholeSuccess(status) && failure.reason !== 'aborted')) return ok(read);
  call.held.release(); // what is asked for again begins anew
  return err(toBroken(response, failure));
}

/** How large an answer of this call may be. */
export function toBodyLimit({ connection, operation }: Call): BodyLimit {
  const { method, output, paging } = operation;
  const isRead = method === 'GET' || paging !== null;
  return connection.bodyLimits[(output.kind === 'json' ? output.size : undefined) ?? (isRead ? 'list' : 'call')];
}

/** Security Center says what it means inside of the body, so all of that is read. */
function toReadLimit(call: Call, status: number): number {
  const { maxBytes } = toBodyLimit(call);
  if (isWholeSuccess(status)) return maxBytes;
  return answerForms[call.connection.product].isEnveloped ? Math.max(maxBytes, maxErrorBytes) : maxErrorBytes;
}

/** What ended the body, and which answer it was: its attempt is logged with both. */
function toBroken({ headers, status }: TransportResponse, failure: ConnectionError): ConnectionError {
  const attemptLog = [{ status, reason: failure.reason, waitedMs: 0, uuid: toRequestUuid(headers) }];
  return ConnectionError({ ...failure, message: '', delivery: 'answered', attemptLog });
}
