import { isRecord } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';

/**
 * How the filters that a job tells stand to those that were asked for: `same`; `wider` where it tells more than was
 * asked (the service fills in what it takes for granted); `different` where one that was asked for is missing or has
 * another value.
 */
export type FilterComparison = 'same' | 'wider' | 'different';

/** Compares filters as they were asked for with those that a job tells, as an object or as JSON text. */
export function compareFilters(asked: unknown, told: unknown): FilterComparison {
  const ours = toSayings(asked);
  const said = typeof told === 'string' ? parseJson(told) : told;
  const theirs = toSayings(said);
  if (said === undefined || said === null || theirs === null || ours === null) return 'different';
  for (const [name, value] of ours) {
    if (theirs.get(name) !== value) return 'different';
  }
  const more = [...theirs].filter(([name]) => !ours.has(name));
  return more.every(([name, value]) => name === 'state' && value === defaultState) ? 'same' : 'wider';
}

/** What the service takes for granted where no state is asked for. */
const defaultState = toCanonical(['OPEN', 'REOPENED']);

/** What filters say, by name. A name that is there without saying anything (0, an empty list) is left out. */
function toSayings(filters: unknown): ReadonlyMap<string, string> | null {
  if (filters === undefined || filters === null) return new Map();
  if (!isRecord(filters)) return null;
  const tags = isRecord(filters['tags']) ? Object.entries(filters['tags']).map(([category, values]) => [`tag.${category}`, values] as const) : null;
  const entries = Object.entries(filters).filter(([name]) => tags === null || name !== 'tags');
  return new Map([...entries, ...(tags ?? [])].filter(([, value]) => !isSilent(value)).map(([name, value]) => [name, toCanonical(value)]));
}

function isSilent(value: unknown): boolean {
  if (value === undefined || value === null || value === 0 || value === '') return true;
  if (value instanceof Date) return false;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isSilent);
}

/** Text that is the same for values that mean the same: times as seconds, lists and members in any order. */
function toCanonical(value: unknown): string {
  if (value instanceof Date) return String(Math.floor(value.getTime() / 1000));
  if (Array.isArray(value)) return `[${value.map(toCanonical).sort().join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => !isSilent(member)).map(([name, member]) => `${JSON.stringify(name)}:${toCanonical(member)}`);
  return `{${members.sort().join()}}`;
}
