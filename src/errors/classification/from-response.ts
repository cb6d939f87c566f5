/**
 * The classifier: which error an HTTP answer is. Pure and total: every status, product and body gives exactly
 * one answer.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../../internal/attempt.js';
import { firstContactRules, rulesByProduct } from './classification-rules.js';
import type { ClassifiedError } from './classification-rules.js';
import { toExchange } from './exchange.js';
import type { Exchange, SnapshotInit } from './exchange.js';
import { redactMembers } from './redact.js';
import type { Redactor } from './redact.js';
import type { RequestContext } from './request-context.js';
import { UnknownError } from '../model/response-errors.js';
import type { ResponseSnapshot } from '../model/response-snapshot.js';

/**
 * The answer itself where it is a good one, else the one error that it is.
 * `redact` cleans the server's words; the default knows no secret values, only the names of members that hold them.
 *
 * ```ts
 * fromResponse({ status: 404, body: '{"error":"Scan not found"}' }, { product: 'vm', method: 'GET', path: '/scans/7' });
 * // => Err(NotFoundError { detail: 'Scan not found', … })
 * ```
 */
export function fromResponse(
  answer: SnapshotInit,
  request: RequestContext,
  redact: Redactor = redactMembers,
): Result<ResponseSnapshot, ClassifiedError> {
  const classified = attempt(() => classify(answer, request, redact));
  return classified.ok ? classified.value : err(UnknownError({ code: 0 })); // without types, anything may be passed
}

function classify(answer: SnapshotInit, request: RequestContext, redact: Redactor): Result<ResponseSnapshot, ClassifiedError> {
  const exchange = toExchange(answer, request, redact);
  const error = judge(exchange);
  return error === null ? ok(exchange.fields.response) : err(error);
}

/** The error that an answer is; `null` where it is a good one. */
export function judge(exchange: Exchange): ClassifiedError | null {
  const { request } = exchange;
  const atFirstContact = request.isFirstContact === true && request.product !== 'vm';
  const rules = atFirstContact ? firstContactRules : rulesByProduct[request.product];
  return rules.find((rule) => rule.applies(exchange))?.toError(exchange) ?? null;
}
