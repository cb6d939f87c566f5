/** Lists of items that have a number for an id: what routes change of them. */

interface Item {
  readonly id: number;
}

/** An id that is not taken. */
export function toNextId(items: readonly Item[]): number {
  return Math.max(0, ...items.map(({ id }) => id)) + 1;
}

/** A list with an item in the place of the one with its id. */
export function replace<One extends Item>(items: readonly One[], item: One): readonly One[] {
  return items.map((one) => (one.id === item.id ? item : one));
}
