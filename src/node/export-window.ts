/** Which time an export is about: what of its input are times, and what a file covers. */
import type { ExportKind } from '../errors/model/checkpoint.js';
import { attempt } from '../internal/attempt.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { timeFilters } from './time-filters.js';

/** What a file of an export covers. */
export interface ExportWindow {
  /** Since when what has changed is in it; `null` where there is no such limit. */
  readonly from: Date | null;
  /** When its job was asked for, by the clock of this machine: what changed later is not in it. */
  readonly to: Date;
}

/** A copy of the input: what changes while the export runs is not what was asked for. */
export function copyInput<Input>(input: Input): Input {
  const copied = attempt(() => structuredClone(input));
  return copied.ok ? copied.value : input; // no input of an export; the call says so
}

/** The times among the filters of an input, by name, in Unix milliseconds. */
export function readTimes(input: unknown): Readonly<Record<string, number>> {
  const filters = ownValue(input, 'filters');
  const times = timeFilters.map((name) => [name, toMs(ownValue(filters, name))] as const);
  return Object.fromEntries(times.flatMap(([name, ms]) => (ms === null ? [] : [[name, ms] as const])));
}

function toMs(value: unknown): number | null {
  const ms = value instanceof Date ? value.getTime() : typeof value === 'number' ? value * 1000 : Number.NaN;
  return Number.isSafeInteger(Math.round(ms)) && ms >= 0 ? Math.round(ms) : null;
}

/** The input in words, its times left out: "since yesterday" is another time each night, and the same export. */
export function toDefaultLabel(input: unknown, head: string | undefined): string {
  const filters = ownValue(input, 'filters');
  const times = readTimes(input);
  const named = isRecord(filters) ? Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, Object.hasOwn(times, name) ? 'a time' : value])) : filters;
  return JSON.stringify([isRecord(input) && filters !== undefined ? { ...input, filters: named } : input, head]);
}

/** Tenable keeps the chunks of a job for a day: the same export that is asked for later is another one. */
const sameMs = 86_400_000;

/** Whether times are those of the same export, asked for again. */
export function areSameTimes(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((ms, at) => Math.abs(ms - (other[at] ?? Number.NaN)) < sameMs);
}

/** Without any time filter, findings of so many milliseconds come. */
const recentMs = 30 * 86_400_000;

const recentKinds: readonly ExportKind[] = ['vulns', 'was'];

/** Since when the records of a job come that was asked for at `toMs`; `null` where there is no limit. */
export function toFromMs(input: unknown, kind: ExportKind, toMs: number): number | null {
  const times = Object.values(readTimes(input));
  if (times.length === 0) return recentKinds.includes(kind) ? toMs - recentMs : null;
  const latest = Math.max(...times); // a record is as late as each of them
  return latest <= 1_000 ? null : latest; // the first second stands for "all"
}
