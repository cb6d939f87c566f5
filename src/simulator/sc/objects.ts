/** Objects of Security Center: what all kinds have in common is an id, which is text. */

export const scKinds = ['asset', 'credential', 'group', 'policy', 'repository', 'scan', 'scanResult', 'user'] as const;

export type ScKind = (typeof scKinds)[number];

export interface ScObject {
  readonly id: string;
  readonly [name: string]: unknown;
}

export interface ObjectStore {
  readonly all: () => readonly ScObject[];
  readonly find: (id: unknown) => ScObject | undefined;
  /** The id that the next object gets. */
  readonly nextId: () => string;
  /** Adds an object, or takes the place of the one with its id. */
  readonly put: (object: ScObject) => void;
  readonly remove: (id: string) => void;
}

/** Ids go on after the highest; `firstId` is where they start. */
export function createObjectStore(objects: readonly ScObject[], firstId = 1): ObjectStore {
  const byId = new Map(objects.map((object) => [object.id, object]));
  let highest = Math.max(firstId - 1, ...objects.map(({ id }) => Number(id)));
  return {
    all: () => [...byId.values()],
    find: (id) => byId.get(String(id)),
    nextId: () => String(highest + 1),
    put: (object) => {
      highest = Math.max(highest, Number(object.id));
      byId.set(object.id, object);
    },
    remove: (id) => {
      byId.delete(id);
    },
  };
}

/** What an answer says of another object that is not there. Its id is a number, as recorded. */
export const noObject = { id: -1, name: '', description: '' } as const;

/** What an answer says of another object. */
export function toSummary(object: ScObject): object {
  return { id: object.id, name: object['name'] ?? '', description: object['description'] ?? '' };
}

/** What an answer says of a user. */
export function toUserSummary(user: ScObject): object {
  return { id: user.id, username: user['username'], firstname: user['firstname'], lastname: user['lastname'] };
}

/** The members that `fields` names, and always the id; without `fields`, those that come by default. */
export function pickFields(object: ScObject, fields: string | null, byDefault: readonly string[] | null): object {
  const names = fields === null ? byDefault : fields.split(',');
  if (names === null) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => name === 'id' || names.includes(name)));
}

/** A number or text as text; `''` for anything else. */
export function toWord(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
