/** What `tenable-result export` was asked for. */
import { parseArgs } from 'node:util';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportKind, TransportOptions } from '../index.js';
import { connectionOptions, parseConnection } from './connection-options.js';
import { standardColumns } from './csv-columns.js';
import { isKind, parseInput, toWords } from './export-input.js';
import { findNearestName } from './nearest-name.js';
import { parseDuration } from './quantities.js';
import { readOptions } from './read-options.js';
import { toColumnNames } from './record-members.js';

export interface ExportRequest {
  readonly kind: ExportKind;
  /** What a new job is described by; checked by the call. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The same as it was written: what an unfinished export is known by. */
  readonly label: string;
  readonly out: string;
  readonly resume: boolean;
  readonly concurrency: number;
  readonly timeoutMs: number | undefined;
  /** `undefined` for the call's own. */
  readonly pollIntervalMs: number | undefined;
  /** Columns of CSV; `null` for NDJSON. */
  readonly columns: readonly string[] | null;
  readonly isSimulated: boolean;
  /** How to get to the service. */
  readonly connection: TransportOptions;
}

const options = {
  out: { type: 'string' },
  since: { type: 'string' },
  'include-unlicensed': { type: 'boolean', default: false },
  severity: { type: 'string' },
  state: { type: 'string' },
  filters: { type: 'string' },
  'chunk-size': { type: 'string' },
  resume: { type: 'boolean', default: false },
  concurrency: { type: 'string', default: '4' },
  timeout: { type: 'string' },
  format: { type: 'string', default: 'ndjson' },
  columns: { type: 'string' },
  simulator: { type: 'boolean', default: false },
  ...connectionOptions,
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** A simulator makes nobody wait. */
const simulatedPollIntervalMs = 200;

/** The request in these arguments, or what is wrong with them. `toNowMs` is asked where a time counts back from now. */
export function parseExportArguments(args: readonly string[], toNowMs: (isSimulated: boolean) => number): Result<ExportRequest, string> {
  const parsed = readOptions(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (parsed.isErr()) return err(parsed.error.split('. To specify')[0] ?? ''); // without Node's advice on words that begin with a dash
  const { positionals: [word = '', ...more], values } = parsed.value;
  if (!isKind(word)) return err(word === '' ? 'say what to export: vulns, assets, assets-v2, compliance or was' : `there is no export of "${word}"`);
  if (more.length > 0) return err(`"${more[0] ?? ''}" is one word too many`);
  if (values.out === undefined || values.out === '') return err('say where the records go: --out <file>');
  const columns = parseColumns(word, values);
  if (columns.isErr()) return err(columns.error);
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32) return err('--concurrency should be a whole number from 1 to 32');
  const timeoutMs = values.timeout === undefined ? undefined : parseDuration(values.timeout);
  if (timeoutMs === null || timeoutMs === 0) return err('--timeout should be a time such as 90m or 6h');
  const { out, resume, simulator: isSimulated } = values;
  const connection = parseConnection(values);
  if (connection.isErr()) return err(connection.error);
  return parseInput(word, values, toNowMs(isSimulated)).map((input): ExportRequest => ({
    kind: word, input, connection: connection.value, label: toLabel(word, values), out, resume, concurrency, timeoutMs, columns: columns.value, isSimulated,
    pollIntervalMs: isSimulated ? simulatedPollIntervalMs : undefined,
  }));
}

function parseColumns(kind: ExportKind, { columns, format }: Values): Result<readonly string[] | null, string> {
  if (format !== 'csv' && format !== 'ndjson') return err('--format should be ndjson or csv');
  if (columns === undefined) return ok(format === 'csv' ? standardColumns[kind] : null);
  if (format !== 'csv') return err('--columns goes with --format csv');
  const names = toColumnNames(kind);
  const words = toWords(columns);
  if (words.length === 0) return err('--columns should name members, such as asset.hostname,plugin.id');
  const unknown = words.find((word) => !word.startsWith('+') && !names.includes(word.replace(/(?:\.\d+)+$/, ''))); // a number is a place in a list
  if (unknown === undefined) return ok(words.map((word) => word.replace(/^\+/, '')));
  const nearest = findNearestName(unknown, names);
  const hint = nearest === null ? '' : `, did you mean ${nearest}?`;
  return err(`--columns: no record of ${kind} has "${unknown}"${hint || '.'} A member that is newer than this version is written with a plus: +${unknown}`);
}

function toLabel(kind: ExportKind, { columns, filters, format, severity, since, state, ...rest }: Values): string {
  const includeUnlicensed = rest['include-unlicensed'] || undefined;
  return JSON.stringify({ kind, since, severity, state, includeUnlicensed, filters, chunkSize: rest['chunk-size'], format, columns });
}
