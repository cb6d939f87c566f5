/** Feeds: where plugins and content come from. https://docs.tenable.com/security-center/api/Feed.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { noInput, pathText } from '../../schema/shapes.js';
import { nonEmpty, optionalAnswerText } from './shapes.js';

export interface Feed {
  /** Unix time in seconds. */
  readonly updateTime?: string | null;
  /** `true` where the last update is long ago. */
  readonly stale?: string | null;
  /** `true` or `false`. */
  readonly updateRunning?: string | null;
  /** `Valid`, `Expired` and others. */
  readonly subscriptionStatus?: string | null;
}

/** By type: `sc`, `active`, `passive`, `lce` and others. */
export type FeedList = Readonly<Record<string, Feed>>;

export interface FeedInput {
  /** `sc`, `active`, `passive`, `lce` and others. */
  readonly type: string;
}

export interface FeedProcessInput extends FeedInput {
  /** The name that the upload of the file was answered with. */
  readonly filename: string;
}

const feed: v.GenericSchema<unknown, Feed> = /* @__PURE__ */ v.looseObject({
  updateTime: optionalAnswerText,
  stale: optionalAnswerText,
  updateRunning: optionalAnswerText,
  subscriptionStatus: optionalAnswerText,
});

const feedInput: v.GenericSchema<FeedInput> = /* @__PURE__ */ v.strictObject({ type: pathText });

const processInput: v.GenericSchema<FeedProcessInput> = /* @__PURE__ */ v.strictObject({ type: pathText, filename: nonEmpty });

/** All feeds, by type. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'feeds.list',
  product: 'sc',
  method: 'GET',
  path: '/feed',
  docs: 'https://docs.tenable.com/security-center/api/Feed.htm',
  input: noInput,
  output: /* @__PURE__ */ json<FeedList>(/* @__PURE__ */ v.record(v.string(), feed)),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});

/** One feed. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'feeds.details',
  product: 'sc',
  method: 'GET',
  path: '/feed/{type}',
  docs: 'https://docs.tenable.com/security-center/api/Feed.htm',
  input: feedInput,
  output: /* @__PURE__ */ json<Feed>(feed),
  removes: ['UnsupportedError'],
});

/** Starts an update from Tenable. `details` tells when it is over. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'feeds.update',
  product: 'sc',
  method: 'POST',
  path: '/feed/{type}/update',
  docs: 'https://docs.tenable.com/security-center/api/Feed.htm',
  input: feedInput,
  output: empty,
});

/** Starts an update from a file that was uploaded. */
export const process = /* @__PURE__ */ defineOperation({
  id: 'feeds.process',
  product: 'sc',
  method: 'POST',
  path: '/feed/{type}/process',
  docs: 'https://docs.tenable.com/security-center/api/Feed.htm',
  input: processInput,
  output: empty,
});
