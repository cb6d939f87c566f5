/** Records as CSV: some of their values, a column each. */
import { stringify } from 'csv-stringify/sync';

import type { RecordEncoder } from '../node/index.js';
import { guardFormulas } from './formula-guard.js';

/** What some readers take for the end of a line or a cell is quoted, too. */
const options = { quoted_match: /[\r;\t|]/ } as const;

/** Lines of CSV (RFC 4180, line feeds) with these columns. */
export function createCsvEncoder(columns: readonly string[]): RecordEncoder<unknown> {
  const paths = columns.map((column) => column.split('.'));
  return {
    head: stringify([columns.map(guardFormulas)], options),
    encode: (records) => stringify(records.map((record) => paths.map((path) => toGuardedCell(path.reduce(toMember, record)))), options),
  };
}

function toMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined; // any object has members by name
}

/** A number is one, a negative one too. */
function toGuardedCell(value: unknown): string | number {
  const cell = toCell(value);
  return typeof cell === 'string' ? guardFormulas(cell) : cell;
}

/** A list is joined by semicolons; an object stands as JSON. */
function toCell(value: unknown): string | number {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => String(toCell(one))).join('; ');
  return JSON.stringify(value);
}
