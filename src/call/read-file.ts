/** A file, unless something else came in its place: an envelope, a page for people, or bytes in a coding that nobody asked for. */
import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Exchange } from '../errors/classification/exchange.js';
import { judge } from '../errors/classification/from-response.js';
import { maxBodyLength } from '../errors/model/response-snapshot.js';
import type { TenableError } from '../errors/model/tenable-error.js';
import { boundText } from '../internal/bound-text.js';
import { cleanText } from '../internal/clean-text.js';
import { parseJson } from '../internal/parse-json.js';
import type { FileNames } from '../operation/output.js';
import { peekBody } from '../transport/peek-body.js';
import { readBody, toLenientText } from '../transport/read-body.js';
import type { ReadBody } from '../transport/read-body.js';
import type { TransportResponse } from '../transport/transport.js';
import { isEnveloped, toApiError, toExchange } from './arrival.js';
import type { Call } from './call.js';
import { createFileDownload } from './file-download.js';
import { isPage } from './is-page.js';
import type { PreparedRequest } from './prepare-request.js';
import { toBodyLimit } from './receive-body.js';

const brace = 0x7b;
const angle = 0x3c;

/** How much of what begins as markup is looked at. */
const markupBytes = 1_024;

/** What the caller gets for a good answer to a request for a file. Bytes are handed over only once it is known that they are one. */
export async function readFile(call: Call, prepared: PreparedRequest, response: TransportResponse, names: FileNames): Promise<Result<unknown, TenableError>> {
  const examine = (body: ReadBody, json?: unknown): Exchange => toExchange({ call, prepared, response, body }, json);
  const refuse = (exchange: Exchange, expected: string, received: string): Result<never, TenableError> => {
    response.body.cancel();
    return err(toApiError(exchange, 'unexpected-body', [{ path: '', expected, received: boundText(cleanText(received), 40) }]));
  };
  const { coding = '' } = response;
  if (coding !== '') return refuse(examine(nothingRead), 'a file without a content coding', coding);
  const peeked = await peekBody(response.body, (first) => toWanted(call, first), toBodyLimit(call).maxBytes);
  if (isPage(peeked.start, response.headers, names)) {
    return refuse(examine(await readBody(peeked.source, maxBodyLength, call.deadline.ending)), 'a file', 'a page of HTML');
  }
  const body: ReadBody = { bytes: peeked.start, truncated: !peeked.isWhole, bytesSeen: peeked.start.byteLength, failure: null };
  const exchange = examine(body, isEnveloped(call) && peeked.isWhole ? parseJson(toLenientText(body.bytes)) : undefined);
  if (exchange.envelope === null) return createFileDownload(call, names, { ...response, body: peeked.source });
  const error = judge(exchange);
  return error === null ? refuse(exchange, 'a file', 'an envelope') : err(error);
}

const nothingRead: ReadBody = Object.freeze({ bytes: new Uint8Array(0), truncated: true, bytesSeen: 0, failure: null });

/** An envelope is looked at whole. */
function toWanted(call: Call, first: number): number {
  if (first === brace && isEnveloped(call)) return Infinity;
  return first === angle ? markupBytes : 1;
}
