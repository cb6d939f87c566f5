/** When a scan or a synchronisation takes place. */
import * as v from 'valibot';

import { nonEmpty, objectId, optionalText } from './shapes.js';
import type { ObjectId } from './shapes.js';

export interface Schedule {
  /** `ical`, `now`, `never`, `template`, `dependent`, `rollover` and others. */
  readonly type: string;
  /** For `ical`: the first time, as in `TZID=Europe/Berlin:20300101T220000`. */
  readonly start?: string | undefined;
  /** For `ical`: a recurrence rule, as in `FREQ=WEEKLY;INTERVAL=1`. */
  readonly repeatRule?: string | undefined;
  /** For `dependent`: the scan that is to come before. */
  readonly dependentID?: ObjectId | undefined;
}

const schedule: v.GenericSchema<Schedule> = /* @__PURE__ */ v.strictObject({
  type: nonEmpty,
  start: optionalText,
  repeatRule: optionalText,
  dependentID: v.optional(objectId),
});

export const optionalSchedule = /* @__PURE__ */ v.optional(schedule);
