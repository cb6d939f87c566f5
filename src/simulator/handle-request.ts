/**
 * The core: one request in, one answer out, at once and without any I/O. In order: a scripted fault, authentication,
 * the route.
 */
import { attempt } from '../internal/attempt.js';
import { parseJson } from '../internal/parse-json.js';
import { jsonType, toJsonText, withHeaders } from './answers.js';
import type { FaultScript } from './fault-script.js';
import type { FaultAnswer } from './fault.js';
import type { SimulatedProduct } from './product.js';
import { findRoute } from './route.js';
import type { Route, RouteMatch } from './route.js';
import type { AnswerParts, SeenRequest, SimulatedAnswer } from './simulated-exchange.js';

/** The answer to a request, its faults included. `requestNumber` counts from 1. */
export function answerRequest<World, User>(
  product: SimulatedProduct<World, User>,
  script: FaultScript,
  seen: SeenRequest,
  requestNumber: number,
): SimulatedAnswer {
  const headers = product.toHeaders(requestNumber);
  const usual = (): AnswerParts => withCommonHeaders(answerAsUsual(product, seen), headers);
  const fault = script.take(seen.method, seen.path);
  return fault === null ? toWholeAnswer(usual(), product) : applyFault(fault, usual, headers, product);
}

type Headers = Readonly<Record<string, string>>;
type Delays = Pick<SimulatedProduct<unknown, unknown>, 'chunkDelayMs'>;

function toWholeAnswer(answer: AnswerParts, { chunkDelayMs }: Delays): SimulatedAnswer {
  return { ...answer, _tag: 'Answer', delayMs: answer.isChunk === true ? chunkDelayMs : 0 };
}

/** `usual` is called only where the request takes effect. */
function applyFault(fault: FaultAnswer, usual: () => AnswerParts, headers: Headers, delays: Delays): SimulatedAnswer {
  switch (fault._tag) {
    case 'Answer':
      if (fault.isCarriedOut === true) usual();
      return { ...withCommonHeaders(toFaultParts(fault), headers), _tag: 'Answer', delayMs: fault.delayMs ?? 0 };
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
      return toWholeAnswer({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }, delays);
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

function answerAsUsual<World, User>(product: SimulatedProduct<World, User>, seen: SeenRequest): AnswerParts {
  const { authenticate, basePath, clock, openRoutes, refuse, routes, toInterim } = product;
  const path = seen.path.startsWith(`${basePath}/`) ? seen.path.slice(basePath.length) : '';
  const user = authenticate(seen);
  const open = findRoute(openRoutes, seen.method, path);
  if (open !== null) return answerRoute(product, open, user.unwrapOr(null), seen);
  const interim = toInterim();
  if (interim !== null) return interim;
  if (user.isErr()) return user.error;
  const match = findRoute(routes, seen.method, path);
  return match === null ? refuse('unknown-path', clock.now()) : answerRoute(product, match, user.value, seen);
}

function answerRoute<World, User>(
  { clock, refuse, world }: Pick<SimulatedProduct<World, unknown>, 'clock' | 'refuse' | 'world'>,
  { params, route }: RouteMatch<World, User>,
  user: User,
  { body, hasClientCertificate, headers, query }: SeenRequest,
): AnswerParts {
  const nowMs = clock.now();
  const isForm = headers['content-type']?.startsWith('multipart/form-data') === true;
  const json = body === '' || isForm ? undefined : parseJson(body);
  if (body !== '' && !isForm && json === undefined) return refuse('broken-json', nowMs);
  const request: Parameters<Route<World, User>['answer']>[0] = {
    world, user, params, query: new URLSearchParams(query), headers, body: json, hasClientCertificate: hasClientCertificate === true, nowMs,
  };
  const answered = attempt(() => route.answer(request));
  return answered.ok ? answered.value : refuse('failure', nowMs);
}

function withCommonHeaders(answer: AnswerParts, common: Headers): AnswerParts {
  return { ...answer, headers: { ...common, ...answer.headers } };
}
