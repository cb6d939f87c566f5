import { attempt } from './attempt.js';

/** The word for the type of any value, as messages for people use it: `null`, `array`, `NaN`, `Infinity`, else `typeof`. Total. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : String(value);
  const isArray = attempt(() => Array.isArray(value)); // a revoked proxy cannot even be asked
  return isArray.ok && isArray.value ? 'array' : typeof value;
}
