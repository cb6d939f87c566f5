const deltaSeconds = /^\d{1,10}$/;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds from `nowMs` (Unix time). Takes whole
 * seconds and the HTTP-date form of RFC 9110; a date in the past is 0; anything else is `null`, as if
 * the header were absent. Uncapped: the caller knows how long it is willing to wait.
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (deltaSeconds.test(text)) return Number(text) * 1000;
  if (!httpDate.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
