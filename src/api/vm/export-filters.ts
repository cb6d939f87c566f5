/** What the filters of several kinds of exports have in common. */
import * as v from 'valibot';

import { numericId, unixTime } from '../../schema/shapes.js';
import { defineFilters } from './filter-rules.js';

/** Unix time in whole seconds, or a `Date`, which is sent as whole seconds, rounded down. */
export type ExportTime = number | Date;

export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';

/** Tenable's user interface calls `OPEN` new or active, and `REOPENED` resurfaced. */
export type FindingState = 'OPEN' | 'REOPENED' | 'FIXED';

/** Whether a rule of the customer has changed or accepted a finding's severity. */
export type SeverityModification = 'NONE' | 'RECASTED' | 'ACCEPTED';

/** Scores to have or not to have, or bounds. `eq` goes with `neq`, not with bounds. */
export interface ScoreFilter {
  readonly eq?: readonly number[] | undefined;
  readonly neq?: readonly number[] | undefined;
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
}

export const optionalTime = /* @__PURE__ */ v.optional(unixTime);
export const optionalFlag = /* @__PURE__ */ v.optional(v.boolean());
export const optionalText = /* @__PURE__ */ v.optional(v.string());
export const optionalTexts = /* @__PURE__ */ v.optional(v.array(v.string()));
export const optionalPluginIds = /* @__PURE__ */ v.optional(v.array(numericId));
export const optionalStates = /* @__PURE__ */ v.optional(v.array(v.picklist(['OPEN', 'REOPENED', 'FIXED'])));
export const optionalModifications = /* @__PURE__ */ v.optional(v.array(v.picklist(['NONE', 'RECASTED', 'ACCEPTED'])));

/** A CVSS score or a VPR. */
export const optionalScore = /* @__PURE__ */ v.optional(/* @__PURE__ */ defineScore(10));

/** An EPSS score, in per cent. */
export const optionalPercentage = /* @__PURE__ */ v.optional(/* @__PURE__ */ defineScore(100));

/** Assets, or findings' assets, that go into a chunk. */
export const optionalAssetCount = /* @__PURE__ */ v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(5000)));

/* @__NO_SIDE_EFFECTS__ */
function defineScore(most: number): v.GenericSchema<ScoreFilter> {
  const score = v.pipe(v.number(), v.minValue(0), v.maxValue(most));
  const bound = v.optional(score);
  const scores = v.optional(v.array(score));
  return defineFilters({ eq: scores, neq: scores, gt: bound, gte: bound, lt: bound, lte: bound }, [
    { _tag: 'Excludes', filter: 'eq', others: ['gt', 'gte', 'lt', 'lte'] },
  ]);
}
