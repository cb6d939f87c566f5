/** From an answer to what the caller gets: the decoded output, or the error that the answer is. Each is parsed once and judged whole. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { isWholeSuccess } from '../errors/classification/classification-rules.js';
import type { Exchange } from '../errors/classification/exchange.js';
import { judge } from '../errors/classification/from-response.js';
import type { TenableError } from '../errors/model/tenable-error.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import type { OutputForm } from '../operation/output.js';
import { decode } from '../schema/standard-schema.js';
import type { Schema } from '../schema/schema.js';
import type { SchemaFailure } from '../schema/standard-schema.js';
import type { TransportResponse } from '../transport/transport.js';
import { isEnveloped, toApiError, toExchange } from './arrival.js';
import type { Arrival } from './arrival.js';
import { toEndedError } from './call.js';
import type { Call } from './call.js';
import { parseBody, parseFailure } from './parse-body.js';
import type { Parsed } from './parse-body.js';
import type { PreparedRequest } from './prepare-request.js';
import { readFile } from './read-file.js';
import { isFile, receiveBody } from './receive-body.js';
import { withCall } from './send-request.js';
import { tellWarnings } from './tell-warnings.js';

type Outcome = Result<unknown, TenableError>;
type JsonForm = Extract<OutputForm<unknown>, { readonly kind: 'json' }>;

/** An answer that no rule takes for an error. */
interface GoodAnswer {
  readonly arrival: Arrival;
  readonly exchange: Exchange;
  readonly parsed: Parsed;
}

/** What the caller gets for an answer. */
export async function readAnswer(call: Call, prepared: PreparedRequest, response: TransportResponse): Promise<Outcome> {
  const { output } = call.operation;
  if (output.kind === 'file' && isFile(call, response)) return readFile(call, prepared, response, output.names);
  const received = await receiveBody(response, call);
  if (received.isErr()) return err(withCall(received.error, call));
  const arrival: Arrival = { call, prepared, response, body: received.value };
  const isGood = isWholeSuccess(response.status);
  const parsing = isGood ? parseBody(arrival.body, call) : parseFailure(arrival.body, call);
  const parsed = parsing instanceof Promise ? await parsing : parsing;
  if (parsed === null) return err(toEndedError(call));
  const exchange = toExchange(arrival, parsed.json);
  // Without an envelope, a good status says it all; only at first contact it does not.
  const error = isGood && !isEnveloped(call) && !call.connection.isFirstContact ? null : judge(exchange);
  if (error !== null) return err(error);
  const good: GoodAnswer = { arrival, exchange, parsed };
  if (parsed.isTooLarge) return err(toApiError(exchange, 'body-too-large', parsed.issue === null ? [] : [parsed.issue]));
  return output.kind === 'json' ? readJson(good, output) : readNothing(good);
}

/** At once unless the schema takes its time. */
function readJson(good: GoodAnswer, { schema }: JsonForm): Outcome | Promise<Outcome> {
  const { arrival: { body, call }, exchange } = good;
  if (body.bytesSeen === 0) return err(toApiError(exchange, 'empty-body'));
  const data = toData(good);
  if (data.isErr()) return err(data.error);
  const decoded = decode(schema as Schema<unknown>, data.value, { operation: call.operation.id, redact: call.redact });
  return decoded instanceof Promise
    ? decoded.then((settled) => toOutput(good, data.value, settled))
    : toOutput(good, data.value, decoded);
}

/** Nothing at all is a success of an operation without output; so is an object, which may say anything. A page for people is none. */
function readNothing(good: GoodAnswer): Outcome {
  const { arrival: { body, call }, exchange } = good;
  if (body.bytesSeen === 0) return ok(undefined);
  const data = toData(good);
  if (data.isErr()) return err(data.error);
  if (isEnveloped(call) || isRecord(data.value) || call.connection.onUnexpectedBody === 'pass') return ok(undefined);
  return err(toApiError(exchange, 'unexpected-body', [{ path: '', expected: 'nothing or an object', received: describeType(data.value) }]));
}

function toOutput({ arrival: { call }, exchange }: GoodAnswer, data: unknown, decoded: Result<unknown, SchemaFailure>): Outcome {
  if (decoded.isOk()) return ok(decoded.value);
  if (decoded.error._tag === 'Defect') return err(decoded.error.error);
  return call.connection.onUnexpectedBody === 'pass' ? ok(data) : err(toApiError(exchange, 'unexpected-body', decoded.error.issues));
}

/** The JSON of a body, or what its envelope holds. */
function toData({ arrival: { call }, exchange, parsed }: GoodAnswer): Outcome {
  if (parsed.issue !== null) return err(toApiError(exchange, 'unexpected-body', [parsed.issue]));
  if (!isEnveloped(call)) return ok(parsed.json);
  const { envelope } = exchange;
  if (envelope === null) {
    const issue = { path: '', expected: 'an object with error_code and response', received: describeType(parsed.json) };
    return err(toApiError(exchange, 'unexpected-body', [issue]));
  }
  tellWarnings(call, envelope);
  return ok(envelope.response);
}
