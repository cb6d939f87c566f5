/** Routes of Nessus, and who may use them. */
import { emptyAnswer, toReasonRefusal } from '../answers.js';
import type * as core from '../route.js';
import type { AnswerParts } from '../simulated-exchange.js';
import { administrator, standard } from './records/users.js';
import type { NessusUser } from './records/users.js';
import type { NessusWorld } from './world.js';

export type NessusRequest = core.RouteRequest<NessusWorld, NessusUser>;

export type NessusRoute = core.Route<NessusWorld, NessusUser>;

/** For everybody: `user` is `null` where nobody is known. */
export type OpenNessusRoute = core.Route<NessusWorld, NessusUser | null>;

export const forbidden: AnswerParts = toReasonRefusal(403, 'You are not authorized to perform this request');
export const missing: AnswerParts = toReasonRefusal(404, 'The requested file was not found.');

/** 412: what an edition answers whose licence has no API for it. */
export const noApi: AnswerParts = toReasonRefusal(412, 'API is not available');

/** The same answer for administrators, 403 for everybody else. */
export function forAdministrators(answer: NessusRoute['answer']): NessusRoute['answer'] {
  return (request) => (request.user.permissions >= administrator ? answer(request) : forbidden);
}

/** The same answer for all but basic users, who may only look. */
export function forEditors(answer: NessusRoute['answer']): NessusRoute['answer'] {
  return (request) => (request.user.permissions >= standard ? answer(request) : forbidden);
}

/** The same answer where the licence has the API for scans, 412 elsewhere. */
export function withScanApi(answer: NessusRoute['answer']): NessusRoute['answer'] {
  return (request) => (request.world.edition === 'manager' ? answer(request) : noApi);
}

/** The answer for the item whose id is in the path, or 404. */
export function withItem<Item extends { readonly id: number }>(items: readonly Item[], id: string | undefined, answer: (item: Item) => AnswerParts): AnswerParts {
  const item = items.find((one) => String(one.id) === id);
  return item === undefined ? missing : answer(item);
}

/** 400 that names a field. */
export function toInvalidField(name: string): AnswerParts {
  return toReasonRefusal(400, `Invalid '${name}' field`);
}

/** 200 without a body, after a change. */
export function done(change: () => void): AnswerParts {
  change();
  return emptyAnswer;
}
