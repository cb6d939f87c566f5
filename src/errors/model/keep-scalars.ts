import { boundText } from '../../internal/bound-text.js';
import { cleanText } from '../../internal/clean-text.js';

/** What stands in a flat record. */
export type Scalar = string | number | boolean;

/**
 * The texts, numbers and truth values among `values`, as a flat record takes them: texts on one line of at most
 * `maxLength` UTF-16 units. All else is left out, and so is what says nothing: `null`, `''`, numbers that JSON has not.
 */
export function keepScalars(values: Readonly<Record<string, unknown>>, maxLength: number): Record<string, Scalar> {
  const kept: Record<string, Scalar> = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) kept[key] = value;
    const line = typeof value === 'string' ? boundText(cleanText(value), maxLength) : '';
    if (line !== '') kept[key] = line;
  }
  return kept;
}
