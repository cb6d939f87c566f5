/** What a job is described by, from the options of the command in Tenable's words. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportKind } from '../index.js';
import { isRecord } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import { timeFilters } from '../node/time-filters.js';
import { parseTime } from './quantities.js';

export interface InputValues {
  readonly since?: string | undefined;
  readonly severity?: string | undefined;
  readonly state?: string | undefined;
  readonly filters?: string | undefined;
  readonly 'chunk-size'?: string | undefined;
  readonly 'include-unlicensed': boolean;
}

interface Shape {
  readonly size: string;
  readonly since: string;
  readonly severity: boolean;
  readonly state: boolean;
  /** Without any time filter only what was found in the last 30 days comes. */
  readonly isRecent: boolean;
  /** Assets without a license are left out unless they are asked for. */
  readonly isLicensed: boolean;
}

/** What differs between the kinds. */
const shapes: Readonly<Record<ExportKind, Shape>> = {
  vulns: { size: 'num_assets', since: 'since', severity: true, state: true, isRecent: true, isLicensed: true },
  assets: { size: 'chunk_size', since: 'updated_at', severity: false, state: false, isRecent: false, isLicensed: false },
  'assets-v2': { size: 'chunk_size', since: 'since', severity: false, state: false, isRecent: false, isLicensed: false },
  compliance: { size: 'num_findings', since: 'since', severity: false, state: true, isRecent: false, isLicensed: false },
  was: { size: 'num_assets', since: 'since', severity: true, state: true, isRecent: true, isLicensed: true },
};

export function isKind(word: string): word is ExportKind {
  return Object.hasOwn(shapes, word);
}

/** The first second there is: 0 stands for "not given", which would mean the last 30 days. */
const beginningOfTime = 1;

/** The description of a job, or what is wrong with these values. */
export function parseInput(kind: ExportKind, values: InputValues, nowMs: number): Result<Readonly<Record<string, unknown>>, string> {
  const shape = shapes[kind];
  const given = values.filters === undefined ? {} : parseJson(values.filters);
  if (!isRecord(given)) return err('--filters should be a JSON object, such as \'{"plugin_id":[19506]}\'');
  const since = parseSince(shape, values.since, nowMs);
  if (since === null) return err('--since should be a time such as 30d, 12h, 2026-01-31 or Unix seconds, or the word all');
  if (values.severity !== undefined && !shape.severity) return err(`--severity does not go with ${kind}`);
  if (values.state !== undefined && !shape.state) return err(`--state does not go with ${kind}`);
  if (values['include-unlicensed'] && !shape.isLicensed) return err(`--include-unlicensed does not go with ${kind}: none are left out there`);
  const size = values['chunk-size'] === undefined ? undefined : Number(values['chunk-size']);
  if (size !== undefined && !(Number.isInteger(size) && size > 0)) return err('--chunk-size should be a whole number');
  const filters = {
    ...given,
    ...(since === undefined ? {} : { [shape.since]: since }),
    ...(values.severity === undefined ? {} : { severity: toWords(values.severity).map((word) => (kind === 'was' ? word.toUpperCase() : word.toLowerCase())) }),
    ...(values.state === undefined ? {} : { state: toWords(values.state).map((word) => word.toUpperCase()) }),
  };
  return ok({
    ...(shape.size === 'chunk_size' ? { chunk_size: 1000 } : {}),
    ...(size === undefined ? {} : { [shape.size]: size }),
    ...(values['include-unlicensed'] ? { include_unlicensed: true } : {}),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
  });
}

/** Unix seconds; `undefined` where there is nothing to ask for, `null` where it is no time. */
function parseSince({ isRecent }: Shape, since: string | undefined, nowMs: number): number | null | undefined {
  if (since === 'all') return isRecent ? beginningOfTime : undefined;
  return since === undefined ? undefined : parseTime(since, nowMs);
}

/** The words between commas. */
export function toWords(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '');
}

/** What Tenable has left out of an export that did not ask for it, in words; `''` where nothing is. */
export function describeOmissions(kind: ExportKind, input: Readonly<Record<string, unknown>>): string {
  const { isLicensed, isRecent } = shapes[kind];
  const isLimited = Object.keys(isRecord(input['filters']) ? input['filters'] : {}).some((name) => timeFilters.includes(name));
  return [
    ...(isRecent && !isLimited ? ['findings older than 30 days (--since all)'] : []),
    ...(isLicensed && input['include_unlicensed'] !== true ? ['findings of assets without a license (--include-unlicensed)'] : []),
  ].join(', ');
}
