const quote = 0x22;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Whether a JSON text nests arrays and objects deeper than `limit`. Reads on to the first place that does; what is
 * no JSON at all is for the parser to say. Deep values overflow the stack of whoever walks them.
 */
export function isDeeperThan(text: string, limit: number): boolean {
  if (!hasMoreBracketsThan(text, limit)) return false;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) isInString = !isInString;
    else if (isInString) at += unit === backslash ? 1 : 0; // the unit after it is no quote
    else if (unit === openArray || unit === openObject) depth += 1;
    else if (unit === closeArray || unit === closeObject) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** What most texts are spared the walk by: a search that the platform does much faster than a loop. */
function hasMoreBracketsThan(text: string, limit: number): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0 && count <= limit; at = text.indexOf(bracket, at + 1)) count += 1;
  }
  return count > limit;
}
