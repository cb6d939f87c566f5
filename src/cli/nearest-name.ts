/** The name among these that somebody may have meant; `null` where none is near. The last part of a path is enough: `hostname`. */
export function findNearestName(word: string, names: readonly string[]): string | null {
  const wanted = word.slice(0, maxLength).toLowerCase();
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const tail = name.slice(name.lastIndexOf('.') + 1);
    const distance = Math.min(toDistance(wanted, name.toLowerCase()), toDistance(wanted.slice(wanted.lastIndexOf('.') + 1), tail.toLowerCase()) + (wanted === tail ? 0 : 1));
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Longer words are none that anybody meant. */
const maxLength = 80;

/** How many characters are to be added, taken away or changed to make one text of the other (Levenshtein). */
function toDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (from[at - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
