/** Whether there are more values than `limit` in what JSON could hold, counted until there are. Reads what it counts: getters run. */
export function hasMoreValuesThan(limit: number, value: unknown): boolean {
  const waiting: unknown[] = [value];
  let count = 0;
  while (waiting.length > 0) {
    const one = waiting.pop();
    count += 1;
    if (count + waiting.length > limit) return true;
    if (typeof one !== 'object' || one === null) continue;
    if ((Array.isArray(one) && one.length > limit) || (ArrayBuffer.isView(one) && one.byteLength > limit)) return true;
    for (const member of Object.values(one)) {
      waiting.push(member);
      if (count + waiting.length > limit) return true;
    }
  }
  return false;
}
