/** Times of the invented data, counted in days from one fixed day, so that the data is the same on every day. */

const dayMs = 86_400_000;

/** What the data of the simulator calls "now", in Unix milliseconds: 2026-01-01. Nothing in it was seen later. */
export const inventedNowMs = Date.UTC(2026, 0, 1);

/** ISO 8601 with milliseconds. */
export function toIso(days: number, seconds = 0): string {
  return new Date(toMs(days, seconds)).toISOString();
}

/** Unix time in seconds. */
export function toUnixSeconds(days: number, seconds = 0): number {
  return Math.floor(toMs(days, seconds) / 1000);
}

function toMs(days: number, seconds: number): number {
  return inventedNowMs + days * dayMs + seconds * 1000;
}
