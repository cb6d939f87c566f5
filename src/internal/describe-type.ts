/** The word for the type of any value, as messages for people use it: `null`, `array`, else `typeof`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
