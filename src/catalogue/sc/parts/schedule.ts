/** When a scan or a synchronisation takes place. */
import { answerText, idText, nonEmpty, text, z } from '../../language/index.js';
import { ObjectId } from './objects.js';

export const Schedule = z.object({
  type: nonEmpty.describe('`ical`, `now`, `never`, `template`, `dependent`, `rollover` and others.'),
  start: text.optional().describe('For `ical`: the first time, as in `TZID=Europe/Berlin:20300101T220000`.'),
  repeatRule: text.optional().describe('For `ical`: a recurrence rule, as in `FREQ=WEEKLY;INTERVAL=1`.'),
  dependentID: ObjectId.optional().describe('For `dependent`: the scan that is to come before.'),
});

export const ScheduleSummary = z.object({
  id: idText.nullish(),
  objectType: answerText.nullish(),
  type: answerText.nullish().describe('`ical`, `now`, `never`, `template`, `dependent`, `rollover` and others.'),
  start: answerText.nullish(),
  repeatRule: answerText.nullish(),
  nextRun: answerText.nullish().describe('Unix time in seconds; -1 for never.'),
  dependent: answerText.nullish(),
}).describe('When it takes place, as an answer tells it.');
