/**
 * Authentication by a session: one log-in that all calls of a client share, what proves it on every request, and a
 * log-out after which no session is left on the server.
 */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { Border } from '../result.js';
import type { SendError } from './connection.js';
import type { EndSignal } from '../transport/end-signal.js';
import { withHeaders } from '../transport/header-safety.js';
import { KeptBody } from '../transport/kept-body.js';
import { maxErrorBytes, readBody, toLenientText } from '../transport/read-body.js';
import { isProof, logIn, logOut } from './session-exchange.js';
import type { OpenedSession, SessionContext, SessionScheme } from './session-exchange.js';
import type { Sender, TransportRequest, TransportResponse } from '../transport/transport.js';

export interface Session {
  readonly authenticate: (sender: Sender<SendError>, border: Border) => Sender<SendError>;
  /** Ends the session, or tries again where that failed. Calls after the first time are refused. */
  readonly logOut: () => ResultAsync<undefined, SendError>;
}

type Opening = Promise<Result<OpenedSession, SendError>>;
type Sent = Result<TransportResponse, SendError>;

/** A session that is opened by the first request. */
export function createSession(scheme: SessionScheme, context: SessionContext & { readonly reLogIn: boolean }): Session {
  let opening: Opening | null = null;
  let closing: Promise<Result<undefined, SendError>> | null = null;
  let hasClosed = false;
  const isClosed = (): boolean => hasClosed; // asked again after each wait
  const forget = (session: Opening): void => {
    if (opening === session) opening = null; // another call may have opened the next one
  };
  const open = (): Opening => {
    if (opening !== null) return opening;
    const begun = logIn(scheme, context);
    opening = begun;
    void begun.then((opened) => {
      if (opened.isErr() || !isProof(opened.value)) forget(begun);
    });
    return begun;
  };
  const send = async (sender: Sender<SendError>, request: TransportRequest, signal: EndSignal, mayRepeat: boolean): Promise<Sent> => {
    if (isClosed()) return err(toClosedError());
    const session = open();
    const opened = await session;
    if (opened.isErr()) return err(toUnsent(opened.error));
    if (isClosed()) return err(toClosedError());
    if (!isProof(opened.value)) return ok(opened.value.toResponse());
    const sent = await sender(withHeaders(request, opened.value.headers), signal);
    if (sent.isErr() || (sent.value.status !== 401 && sent.value.status !== 403)) return sent;
    const body = await readBody(sent.value.body, maxErrorBytes, signal);
    const isLost = scheme.isLost({ ...sent.value, text: toLenientText(body.bytes) });
    if (!isLost || !context.reLogIn || !mayRepeat || isClosed() || request.upload?.isSpent() === true) return ok({ ...sent.value, body: new KeptBody(body) });
    forget(session);
    return send(sender, request, signal, false);
  };
  const close = async (): Promise<Result<undefined, SendError>> => {
    const opened = opening === null ? null : await opening;
    return opened?.isOk() === true && isProof(opened.value) ? logOut(scheme, context, opened.value) : ok(undefined);
  };
  return {
    authenticate: (sender) => (request, signal) => send(sender, request, signal, true),
    logOut: () => {
      hasClosed = true;
      const begun = closing ?? close();
      closing = begun;
      void begun.then((closed) => {
        if (closed.isErr() && closing === begun) closing = null;
      });
      return new ResultAsync(begun);
    },
  };
}

function toClosedError(): UnexpectedValueError {
  return UnexpectedValueError({ issues: [{ path: 'client', expected: 'a client that has not logged out', received: 'object' }] });
}

/** However far the log-in got: the request that waited for it was not sent. */
function toUnsent(error: SendError): SendError {
  return error._tag === 'ConnectionError' ? ConnectionError({ ...error, delivery: 'not-sent', message: '' }) : error;
}
