/** Which of the invented records the filters of an export select. Records are numbers here: they are made when fetched. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { isRecord, ownValue } from '../../internal/is-record.js';
import { toReasonRefusal } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';

/** The records that were selected, in the order of their numbers. */
export interface Selection {
  readonly count: number;
  /** The numbers of those from `start` on, up to `end` without it. */
  readonly slice: (start: number, end: number) => readonly number[];
}

type Holds = (number: number) => boolean;

/** What a filter's value asks of a record; `null` where it asks for nothing. */
export type RecordFilter = (wanted: unknown) => Holds | null;

/** The records that a request for an export selects, or the refusal of filters that are no object. */
export function toSelection(body: unknown, count: number, known: Readonly<Record<string, RecordFilter>>): Result<Selection, AnswerParts> {
  const filters = ownValue(body, 'filters') ?? {};
  return isRecord(filters) ? ok(selectRecords(count, filters, known)) : err(toReasonRefusal(400, "Invalid 'filters' field"));
}

/** The records among the first `count` for which all filters hold. A filter that is not among `known` selects nothing. */
function selectRecords(count: number, filters: unknown, known: Readonly<Record<string, RecordFilter>>): Selection {
  const holds = Object.entries(known).map(([name, filter]) => filter(ownValue(filters, name))).filter((one) => one !== null);
  if (holds.length === 0) {
    return { count, slice: (start, end) => Array.from({ length: Math.max(Math.min(end, count) - start, 0) }, (_, at) => start + at) };
  }
  const selected: number[] = [];
  for (let number = 0; number < count; number += 1) if (holds.every((one) => one(number))) selected.push(number);
  return { count: selected.length, slice: (start, end) => selected.slice(start, end) };
}

/** A list that the record's value must be in, in any case. An empty list asks for nothing. */
export function isAmong(toValue: (number: number) => number | string): RecordFilter {
  return (wanted) => {
    if (!Array.isArray(wanted) || wanted.length === 0) return null;
    const values = new Set(wanted.map((one: unknown) => String(one).toLowerCase()));
    return (number) => values.has(String(toValue(number)).toLowerCase());
  };
}

/** A Unix time in seconds, at or after which the record's must be. 0 asks for nothing. */
export function isSince(toUnixSeconds: (number: number) => number): RecordFilter {
  return (wanted) => {
    const sinceS = typeof wanted === 'number' ? wanted : 0;
    return sinceS > 0 ? (number) => toUnixSeconds(number) >= sinceS : null;
  };
}
