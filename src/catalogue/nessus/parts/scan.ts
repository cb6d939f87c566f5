/** A scan in few words, as the list and an import tell it. */
import { flag, idOrEmpty, number, text, time, z } from '../../language/index.js';

/** A boolean of old servers, 0 or 1 of those from version 8 on. */
export const flagOrNumber = z.union([flag, number]);

/** What every server tells of a scan's schedule. */
export const schedule = {
  starttime: text.nullish().describe('`YYYYMMDDThhmmss` in `timezone`; `null` without a schedule.'),
  rrules: text.nullish().describe('`FREQ=WEEKLY;INTERVAL=1;BYDAY=MO`; `null` without a schedule.'),
  timezone: text.nullish(),
};

export const Scan = z.object({
  id: number,
  name: text,
  status: text.describe('`completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others.'),
  uuid: idOrEmpty.nullish().describe('The last run; `null` where there is none.'),
  folder_id: number.nullish(),
  type: text.nullish().describe('`local`, `remote`, `agent` and others; `null` before the first run.'),
  owner: text.nullish(),
  shared: flag.nullish(),
  user_permissions: number.nullish().describe('What the user who asks may do: 16 view, 32 control, 64 configure, 128 own.'),
  read: flag.nullish().describe('Whether the user who asks has seen the last results.'),
  control: flag.nullish().describe('Whether it can be started and stopped.'),
  enabled: flag.nullish().describe('Whether the schedule is in force.'),
  live_results: number.nullish().describe('1 where results are kept up to date without a scan.'),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
  ...schedule,
});
