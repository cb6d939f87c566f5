/** What the filters of several kinds of exports have in common. */
import { count, excludes, list, moment, oneOf, others, text, withRules, z } from '../../language/index.js';

export const ExportTime = moment.describe('Unix time in whole seconds, or a `Date`, which is sent as whole seconds, rounded down.');

export const Severity = oneOf('info', 'low', 'medium', 'high', 'critical');

export const FindingState = oneOf('OPEN', 'REOPENED', 'FIXED').describe("Tenable's user interface calls `OPEN` new or active, and `REOPENED` resurfaced.");

export const SeverityModification = oneOf('NONE', 'RECASTED', 'ACCEPTED').describe("Whether a rule of the customer has changed or accepted a finding's severity.");

const toScore = (most: number): z.ZodObject => {
  const score = z.number().min(0).max(most).optional();
  const scores = list(z.number().min(0).max(most)).optional();
  return withRules(z.object({ eq: scores, neq: scores, gt: score, gte: score, lt: score, lte: score }), excludes('eq', ['gt', 'gte', 'lt', 'lte']));
};

export const ScoreFilter = toScore(10).describe('Scores to have or not to have, or bounds: a CVSS score or a VPR, 0 to 10. `eq` goes with `neq`, not with bounds.');

export const PercentageFilter = toScore(100).describe('The same for an EPSS score, in per cent.');

/** Filters that several kinds have. */
export const time = ExportTime.optional();
export const texts = list(text).optional();
export const pluginIds = list(count).optional();
export const states = list(FindingState).optional();
export const modifications = list(SeverityModification).optional();
export const score = ScoreFilter.optional().describe('0 to 10.');
export const percentage = PercentageFilter.optional().describe('Per cent, 0 to 100.');

/** Assets, or findings' assets, that go into a chunk. */
export const assetCount = z.int().min(50).max(5000).optional();

/** Filters by tag: `tag.<Category>`, each with the values of which one must be there. */
export const tags = others(/^tag\../, 'tag.<Category>', list(text).meta({ expected: 'a list of tag values' }), 'tag')
  .describe("`'tag.Location': ['Berlin', 'Bonn']`: one of the values. Of several categories, each must hold.");
