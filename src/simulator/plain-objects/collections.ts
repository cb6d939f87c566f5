/** Objects that a simulator keeps without knowing what they mean: those that were there at first, and those that were made. */
import { isRecord, ownValue } from '../../internal/is-record.js';
import type { Shape } from '../../schema/shape.js';
import { toUuid } from '../invented-ids.js';
import { toExample } from './example.js';

export type PlainObject = Readonly<Record<string, unknown>>;

/** By the path of their collection, its parameters filled in: `/networks`, `/scanner-groups/1/scanners`. */
export type Collections = Map<string, PlainObject[]>;

export function createCollections(): Collections {
  return new Map();
}

/** The members that can name an object, beside the one that the path's parameter is called. */
const idNames = ['uuid', 'id'] as const;

/** Where the object of a path parameter stands; -1 where there is none. */
export function findObject(objects: readonly PlainObject[], parameter: string, value: string): number {
  return objects.findIndex((object) => [parameter, ...idNames].some((name) => {
    const id = ownValue(object, name);
    return (typeof id === 'string' || typeof id === 'number') && String(id) === value;
  }));
}

/** How many objects a collection has at first. */
const seedCount = 2;

export function toSeeds(template: Shape, path: string): PlainObject[] {
  const objects: PlainObject[] = [];
  for (let seed = 1; seed <= seedCount; seed += 1) {
    const example = toExample(template, seed);
    if (isRecord(example)) objects.push(withNewIds(example, objects, path));
  }
  return objects;
}

/** The object with ids that no other of its collection has. */
export function withNewIds(object: PlainObject, objects: readonly PlainObject[], path: string): PlainObject {
  const highest = Math.max(0, ...objects.map((one) => Number(ownValue(one, 'id'))).filter(Number.isSafeInteger));
  const names = idNames.filter((name) => Object.hasOwn(object, name));
  return { ...object, ...Object.fromEntries(names.map((name) => [name, toNewId(object[name], Math.max(highest, objects.length) + 1, path)])) };
}

function toNewId(example: unknown, next: number, path: string): unknown {
  if (typeof example === 'number') return next;
  return typeof example === 'string' && /^\d+$/.test(example) ? String(next) : toUuid(path, next);
}
