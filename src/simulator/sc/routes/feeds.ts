/** Feeds: an update runs for some requests, then its time is new. */
import { details, list, process, update } from '../../../api/sc/feeds.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toInvalid, toScAnswer } from '../answers.js';
import { forEditors } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';
import type { Feed } from '../world.js';

/** Requests that are told of an update before it is over. */
const updatePolls = 2;

function withFeed({ nowMs, params, world }: ScRequest, answer: (feed: Feed) => AnswerParts): AnswerParts {
  const type = params['type'] ?? '';
  const feed = world.feeds.get(type);
  return feed === undefined ? toInvalid(`Invalid parameters specified. The feed type '${type}' is invalid.`, nowMs) : answer(feed);
}

function tell(feed: Feed): object {
  const isRunning = feed.pollsLeft > 0;
  if (isRunning) feed.pollsLeft -= 1;
  return { updateTime: String(feed.updatedAtS), stale: 'false', updateRunning: String(isRunning), subscriptionStatus: 'Valid' };
}

function begin(feed: Feed, nowMs: number): AnswerParts {
  feed.pollsLeft = updatePolls;
  feed.updatedAtS = Math.floor(nowMs / 1000);
  return toScAnswer('', nowMs);
}

export const feedsRoutes: readonly ScRoute[] = [
  { operation: list, answer: ({ nowMs, world }) => toScAnswer(Object.fromEntries([...world.feeds].map(([type, feed]) => [type, tell(feed)])), nowMs) },
  { operation: details, answer: (request) => withFeed(request, (feed) => toScAnswer(tell(feed), request.nowMs)) },
  { operation: update, answer: forEditors('feeds', (request) => withFeed(request, (feed) => begin(feed, request.nowMs))) },
  {
    operation: process,
    answer: forEditors('feeds', (request) => withFeed(request, (feed) => (toText(request.body, 'filename') === ''
      ? toInvalid("Invalid parameters specified. The field 'filename' is needed.", request.nowMs)
      : begin(feed, request.nowMs)))),
  },
];
