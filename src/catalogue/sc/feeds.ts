/** Feeds: where plugins and content come from. https://docs.tenable.com/security-center/api/Feed.htm */
import { answerText, answerTime, get, map, nonEmpty, pathText, post, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/security-center/api/Feed.htm';

export const Feed = z.object({
  updateTime: answerTime.nullish(),
  stale: answerText.nullish().describe('`true` where the last update is long ago.'),
  updateRunning: answerText.nullish().describe('`true` or `false`.'),
  subscriptionStatus: answerText.nullish().describe('`Valid`, `Expired` and others.'),
});

export const FeedList = map(Feed).describe('By type: `sc`, `active`, `passive`, `lce` and others.');

const type = pathText.describe('`sc`, `active`, `passive`, `lce` and others.').meta({ example: 'active' });

export const FeedInput = z.object({ type });

export const operations = {
  list: get('/feed', { doc: 'All feeds, by type.', output: FeedList, never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'], pyTenable: 'sc.feeds.status' }),
  details: get('/feed/{type}', { doc: 'One feed.', input: FeedInput, output: Feed, never: ['UnsupportedError'], pyTenable: 'sc.feeds.status' }),
  update: post('/feed/{type}/update', { doc: 'Starts an update from Tenable. `details` tells when it is over.', input: FeedInput, pyTenable: 'sc.feeds.update' }),
  process: post('/feed/{type}/process', {
    doc: 'Starts an update from a file that was uploaded.',
    input: { type, filename: nonEmpty.describe('The name that the upload of the file was answered with.') },
    pyTenable: 'sc.feeds.process',
  }),
};
