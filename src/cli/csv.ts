/** Records as CSV: some of their values, a column each. */
import { stringify } from 'csv-stringify/sync';

import type { RecordEncoder } from '../node/index.js';

/** Text that a spreadsheet would take for a formula gets an apostrophe before it: hosts that are scanned choose some of it. */
const options = { escape_formulas: true, quoted_match: /\r/ } as const;

/** Lines of CSV (RFC 4180, line feeds) with these columns. */
export function createCsvEncoder(columns: readonly string[]): RecordEncoder<unknown> {
  const paths = columns.map((column) => column.split('.'));
  return {
    head: stringify([[...columns]], options),
    encode: (records) => stringify(records.map((record) => paths.map((path) => toCell(path.reduce(toMember, record)))), options),
  };
}

function toMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined; // any object has members by name
}

/** A list is joined by semicolons; an object stands as JSON. */
function toCell(value: unknown): string | number {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => String(toCell(one))).join('; ');
  return JSON.stringify(value);
}
