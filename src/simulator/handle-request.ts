/**
 * The core: one request in, one answer out, at once and without any I/O. In order: a scripted fault, authentication,
 * the route. Every answer gets the headers that every recorded answer has.
 */
import { attempt } from '../internal/attempt.js';
import { parseJson } from '../internal/parse-json.js';
import { jsonType, toJsonText, toNamedRefusal, withHeaders } from './answers.js';
import { authenticate } from './vm/authentication.js';
import type { FaultScript } from './fault-script.js';
import type { FaultAnswer } from './faults.js';
import { toHexId } from './invented-ids.js';
import { findRoute } from './route.js';
import { allRoutes } from './vm/routes/all-routes.js';
import type { AnswerParts, SeenRequest, SimulatedAnswer } from './simulated-exchange.js';
import type { World } from './vm/world.js';

/** The answer to a request, its faults included. `requestNumber` counts from 1 and makes the request's uuid. */
export function answerRequest(world: World, script: FaultScript, seen: SeenRequest, requestNumber: number): SimulatedAnswer {
  const usual = (): AnswerParts => withCommonHeaders(answerAsUsual(world, seen), requestNumber);
  const fault = script.take(seen.method, seen.path);
  return fault === null ? toWholeAnswer(usual(), world) : applyFault(fault, usual, requestNumber, world);
}

function toWholeAnswer(answer: AnswerParts, { chunkDelayMs }: World): SimulatedAnswer {
  return { ...answer, _tag: 'Answer', delayMs: answer.isChunk === true ? chunkDelayMs : 0 };
}

/** `usual` is called only where the request takes effect. */
function applyFault(fault: FaultAnswer, usual: () => AnswerParts, requestNumber: number, world: World): SimulatedAnswer {
  switch (fault._tag) {
    case 'Answer':
      if (fault.isCarriedOut === true) usual();
      return { ...withCommonHeaders(toFaultParts(fault), requestNumber), _tag: 'Answer', delayMs: fault.delayMs ?? 0 };
    case 'Reset':
      if (fault.isCarriedOut === true) usual();
      return { _tag: 'Reset' };
    case 'Hang':
    case 'Garbage':
      return { _tag: fault._tag };
    case 'Delay':
      return { ...usual(), _tag: 'Answer', delayMs: fault.delayMs };
    case 'Truncated': {
      const answer = usual();
      return toWholeAnswer({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }, world);
    }
    case 'CutBody':
    case 'StallBody':
      return { ...usual(), _tag: fault._tag, afterBytes: fault.afterBytes };
  }
}

function toFaultParts({ body = '', headers, status }: Extract<FaultAnswer, { _tag: 'Answer' }>): AnswerParts {
  const isText = typeof body === 'string';
  const contentType = isText ? 'text/plain; charset=utf-8' : jsonType;
  const parts = { status, headers: body === '' ? {} : { 'content-type': contentType }, body: isText ? body : toJsonText(body) };
  const lowerCase = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return withHeaders(parts, Object.fromEntries(lowerCase));
}

function answerAsUsual(world: World, { body, headers, method, path, query }: SeenRequest): AnswerParts {
  const user = authenticate(world, headers);
  if (user.isErr()) return user.error;
  const match = findRoute(allRoutes, method, path);
  if (match === null) return toNamedRefusal(404);
  const json = body === '' ? undefined : parseJson(body);
  if (body !== '' && json === undefined) return toNamedRefusal(400, 'Invalid request payload JSON format');
  const answered = attempt(() => match.route.answer({
    world,
    user: user.value,
    params: match.params,
    query: new URLSearchParams(query),
    headers,
    body: json,
    nowMs: world.clock.now(),
  }));
  return answered.ok ? answered.value : toNamedRefusal(500, 'The simulator failed: please report it.');
}

/** A header that an answer has already wins. */
function withCommonHeaders(answer: AnswerParts, requestNumber: number): AnswerParts {
  const common = {
    'x-request-uuid': toHexId('request', requestNumber),
    'x-gateway-site-id': 'nginx-router-simulator-1',
    'set-cookie': 'nginx-cloud-site-id=simulator-1; path=/; HttpOnly; SameSite=Strict; Secure',
  };
  return { ...answer, headers: { ...common, ...answer.headers } };
}
