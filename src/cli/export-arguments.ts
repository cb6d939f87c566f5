/** What `tenable-result export` was asked for. */
import { parseArgs } from 'node:util';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportKind } from '../index.js';
import { isRecord } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import { standardColumns } from './csv-columns.js';
import { parseDuration, parseTime } from './quantities.js';
import { readOptions } from './read-options.js';

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
}

export const exportUsage = `Usage: tenable-result export <vulns|assets|assets-v2|compliance|was> --out <file> [options]

Writes all records of a kind to a file, a record a line. Until it is complete the file is <file>.part.

  --out <file>           where the records go
  --since <time>         only what changed since: 30d, 12h, 2026-01-31, or Unix seconds
  --severity <words>     vulns and was: info, low, medium, high, critical; several with commas
  --state <words>        vulns, compliance and was: OPEN, REOPENED, FIXED; several with commas
  --filters <json>       any other filters, as Tenable names them: '{"plugin_id":[19506]}'
  --chunk-size <number>  assets (or findings) in a chunk
  --resume               go on with an unfinished export of the same, where there is one
  --concurrency <n>      chunks under way at once, 1 to 32 (default: 4)
  --timeout <time>       the most time for all of it: 90m, 6h (default: 6h)
  --format <word>        ndjson (default) or csv
  --columns <paths>      csv: what the columns are, such as asset.hostname,plugin.id,severity
  --simulator            against an embedded simulator: no account is needed

Keys and address come from TIO_ACCESS_KEY, TIO_SECRET_KEY and TIO_URL.
`;

const options = {
  out: { type: 'string' },
  since: { type: 'string' },
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
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** A simulator makes nobody wait. */
const simulatedPollIntervalMs = 200;

/** What differs between the kinds, in Tenable's words. `null` where a kind has no such filter. */
const shapes: Readonly<Record<ExportKind, { readonly size: string; readonly since: string; readonly severity: boolean; readonly state: boolean }>> = {
  vulns: { size: 'num_assets', since: 'since', severity: true, state: true },
  assets: { size: 'chunk_size', since: 'updated_at', severity: false, state: false },
  'assets-v2': { size: 'chunk_size', since: 'since', severity: false, state: false },
  compliance: { size: 'num_findings', since: 'since', severity: false, state: true },
  was: { size: 'num_assets', since: 'since', severity: true, state: true },
};

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
  return parseInput(word, values, toNowMs(isSimulated)).map((input): ExportRequest => ({
    kind: word, input, label: toLabel(word, values), out, resume, concurrency, timeoutMs, columns: columns.value, isSimulated,
    pollIntervalMs: isSimulated ? simulatedPollIntervalMs : undefined,
  }));
}

function isKind(word: string): word is ExportKind {
  return Object.hasOwn(shapes, word);
}

function parseInput(kind: ExportKind, values: Values, nowMs: number): Result<Readonly<Record<string, unknown>>, string> {
  const shape = shapes[kind];
  const given = values.filters === undefined ? {} : parseJson(values.filters);
  if (!isRecord(given)) return err('--filters should be a JSON object, such as \'{"plugin_id":[19506]}\'');
  const since = values.since === undefined ? undefined : parseTime(values.since, nowMs);
  if (since === null) return err('--since should be a time such as 30d, 12h, 2026-01-31 or Unix seconds');
  if (values.severity !== undefined && !shape.severity) return err(`--severity does not go with ${kind}`);
  if (values.state !== undefined && !shape.state) return err(`--state does not go with ${kind}`);
  const size = values['chunk-size'] === undefined ? undefined : Number(values['chunk-size']);
  if (size !== undefined && !(Number.isInteger(size) && size > 0)) return err('--chunk-size should be a whole number');
  const filters = {
    ...given,
    ...(since === undefined ? {} : { [shape.since]: since }),
    ...(values.severity === undefined ? {} : { severity: toWords(values.severity).map((word) => (kind === 'was' ? word.toUpperCase() : word.toLowerCase())) }),
    ...(values.state === undefined ? {} : { state: toWords(values.state).map((word) => word.toUpperCase()) }),
  };
  const standard = shape.size === 'chunk_size' ? { chunk_size: 1000 } : {};
  return ok({ ...standard, ...(size === undefined ? {} : { [shape.size]: size }), ...(Object.keys(filters).length === 0 ? {} : { filters }) });
}

function parseColumns(kind: ExportKind, { columns, format }: Values): Result<readonly string[] | null, string> {
  if (format === 'csv') return ok(columns === undefined ? standardColumns[kind] : toWords(columns));
  if (format !== 'ndjson') return err('--format should be ndjson or csv');
  return columns === undefined ? ok(null) : err('--columns goes with --format csv');
}

function toWords(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '');
}

function toLabel(kind: ExportKind, { columns, filters, format, severity, since, state, ...rest }: Values): string {
  return JSON.stringify({ kind, since, severity, state, filters, chunkSize: rest['chunk-size'], format, columns });
}
