/** Sizes and times as people read them. */

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `5.1 MB`. */
export function describeBytes(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${byteUnits[power] ?? ''}`;
}

/** `1.5 s`, `2 min 5 s`, `3 h 20 min`. */
export function describeDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${(durationMs / 1000).toFixed(1)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** `12,000`. */
export function describeCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 record`, `12,000 records`. */
export function describeMany(count: number, noun: string): string {
  return `${describeCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Milliseconds of `90s`, `30m`, `6h`, `30d` or `2w`; `null` for other text. */
export function parseDuration(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  const seconds = unitSeconds[unit ?? ''];
  return count === undefined || seconds === undefined ? null : Number(count) * seconds * 1000;
}

/** Unix seconds of a duration before `nowMs`, of a date as ISO 8601, or of Unix seconds; `null` for other text. */
export function parseTime(text: string, nowMs: number): number | null {
  const durationMs = parseDuration(text);
  if (durationMs !== null) return Math.floor((nowMs - durationMs) / 1000);
  if (/^\d{9,10}$/.test(text)) return Number(text);
  const dateMs = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.floor(dateMs / 1000);
}
