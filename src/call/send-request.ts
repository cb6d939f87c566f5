import { ResultAsync } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/connection-error.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import { TenableException } from '../errors/tenable-exception.js';
import type { SendError } from '../transport/connection.js';
import { runHook, withHooks } from '../transport/hooks.js';
import { withRetry } from '../transport/retry.js';
import type { Transport, TransportRequest, TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';

/**
 * Sends a call's request. From the inside out: the platform's transport, the record of what was sent, hooks (which
 * so see no keys), authentication (anew for each attempt), repetition.
 */
export async function sendRequest(call: Call, request: TransportRequest): Promise<Result<TransportResponse, SendError>> {
  const { connection, deadline, operation, options, progress, redact } = call;
  const { clock, hooks, random, toRetryHeaders } = connection;
  const border = { operation: operation.id, redact };
  const observed = withHooks(withProgress(connection.transport, call), hooks, operation.id, border, clock.now);
  const repeated = withRetry(connection.authenticate(observed), { ...connection.retry, ...options.retry }, {
    clock,
    deadline,
    random,
    toRetryHeaders,
    attemptLog: progress.attemptLog,
    onRetry: (retry, waitMs) => {
      runHook(hooks, hooks.onRetry, { operation: operation.id, method: request.method, url: request.url, retry, waitMs }, border);
    },
  });
  const sent = await repeated(request, deadline.signal);
  return sent.mapErr((error) => withCall(error, call));
}

/** Keeps `progress.delivery` true, so that it can be told however the call ends. */
function withProgress(transport: Transport<SendError>, { progress }: Call): Transport<SendError> {
  return (request, signal) => {
    progress.delivery = 'unknown';
    const send = async (): Promise<Result<TransportResponse, SendError>> => {
      const attempt = await transport(request, signal);
      if (attempt.isOk()) progress.delivery = 'answered';
      else if (attempt.error._tag === 'ConnectionError') progress.delivery = attempt.error.delivery;
      return attempt;
    };
    return new ResultAsync(send());
  };
}

/** A transport knows its attempt; the call knows which operation it was and what came before. */
export function withCall(error: SendError, { connection, operation, progress }: Call): SendError {
  if (error._tag === 'UnexpectedValueError') return UnexpectedValueError({ ...error, operation: operation.id, message: '' });
  if (error._tag === 'TenableException') return TenableException({ ...error, operation: operation.id, message: '' });
  const { attemptLog } = progress;
  return ConnectionError({
    ...error,
    operation: operation.id,
    message: '',
    origin: connection.origin,
    attempts: attemptLog.length,
    attemptLog,
  });
}
