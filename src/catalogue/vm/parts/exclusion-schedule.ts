/** When exclusions hold, as it is told and as it is sent. */
import { flag, number, text, z } from '../../language/index.js';

const times = 'Local time of `timezone` as `YYYY-MM-DD hh:mm:ss`.';

export const ExclusionRule = z.object({
  freq: text.describe('`ONETIME`, `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`.'),
  interval: z.union([number, text]).nullish().describe('Every so many days, weeks, months or years.'),
  byweekday: text.nullish().describe('`SU`, `MO`, `TU`, `WE`, `TH`, `FR` and `SA`, joined by commas.'),
  bymonthday: z.union([number, text]).nullish().describe('1 to 31.'),
});

export const ExclusionSchedule = z.object({
  enabled: flag.nullish().describe('Whether it holds at these times only.'),
  starttime: text.nullish().describe(times),
  endtime: text.nullish().describe(times),
  timezone: text.nullish().describe('Such as `America/New_York`; `scans.timezones` lists them.'),
  rrules: ExclusionRule.nullish(),
});
