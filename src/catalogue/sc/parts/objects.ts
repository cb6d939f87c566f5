/** Shapes that Security Center repeats, and the operations that most kinds of objects have alike. It writes most numbers and booleans as text; answers have all of them as text. */
import { answerText, count, generic, get, idText, list, nonEmpty, patch, post, remove, z } from '../../language/index.js';
import type { Described } from '../../language/operation.js';

export const ObjectId = z.union([count, z.string().regex(/^\d{1,15}$/).meta({ expected: 'a number, or its digits as text' })]).meta({ example: 7 })
  .describe('The number of a scan, user, repository and the like, as such or as text: answers have it as text.');

export const ObjectReference = z.object({ id: ObjectId }).describe('Names another object by its number.');

export const ObjectSummary = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  uuid: answerText.nullish(),
  type: answerText.nullish(),
  status: answerText.nullish(),
  context: answerText.nullish(),
  tags: answerText.nullish(),
  agent: answerText.nullish(),
  dataFormat: answerText.nullish(),
})
  .describe('What an answer says of another object. `id` is `-1` where there is none.');

export const UserSummary = z.object({ id: idText, username: answerText.nullish(), firstname: answerText.nullish(), lastname: answerText.nullish(), uuid: answerText.nullish() })
  .describe("What an answer says of an object's owner or creator.");

export const UsableList = generic('UsableList', (item) => z.object({ usable: list(item), manageable: list(item) })
  .describe('What the account may use, and what it may manage. Where Security Center does not tell them apart, both hold all.'));

export const ObjectInput = z.object({ id: ObjectId });

/** Names of fields, which are sent joined by commas. */
export const fields = list(z.string().regex(/^\w{1,64}$/).meta({ expected: 'the name of a field' })).min(1).meta({ send: 'joined' }).optional()
  .describe('The members that the answer shall have. `id` always comes; what else comes by default differs.');

export const FieldsInput = z.object({ fields });
export const DetailsInput = z.object({ id: ObjectId, fields });

export const reference = ObjectReference.optional();
export const references = list(ObjectReference).optional();

type Settings = Readonly<Record<string, z.ZodType>>;

interface Kind<Own extends Settings> {
  /** What one is called, and several: `a group`, `groups`. */
  readonly one: string;
  readonly many: string;
  readonly output: z.ZodObject;
  /** Whether lists are parted into what may be used and what may be managed. */
  readonly isParted?: boolean;
  /** Members that a new one must have, and that a change may have. */
  readonly needs: Settings;
  readonly settings: Own;
  /** Members that only a change may have. */
  readonly changes?: Settings;
  readonly secrets?: readonly (keyof Own & string)[];
  /** What pyTenable calls all of them: `sc.groups`. */
  readonly pyTenable: string;
}

type Name = 'list' | 'details' | 'create' | 'update' | 'delete';

/** All that a kind of object offers. */
export function objects<Own extends Settings>(path: `/${string}`, kind: Kind<Own>): { readonly [N in Name]: Described } {
  const { changes = {}, needs, one, output, pyTenable, secrets } = kind;
  const settings: Settings = kind.settings;
  const optional = Object.fromEntries(Object.entries(needs).map(([name, schema]) => [name, schema.optional()]));
  const hidden = secrets === undefined ? {} : { secrets };
  return {
    list: listOf(path, kind),
    details: get(`${path}/{id}`, { doc: `One ${one.replace(/^an? /, '')}.`, input: DetailsInput, output, never: ['UnsupportedError'], pyTenable: `${pyTenable}.details` }),
    create: { ...post(path, { doc: `Creates ${one}.`, input: { ...settings, ...needs }, output, pyTenable: `${pyTenable}.create` }), ...hidden },
    update: { ...patch(`${path}/{id}`, { doc: `Changes what is given of ${one}.`, input: { ...settings, id: ObjectId, ...optional, ...changes }, output, pyTenable: `${pyTenable}.edit` }), ...hidden },
    delete: remove(`${path}/{id}`, { doc: `Deletes ${one}.`, input: ObjectInput, pyTenable: `${pyTenable}.delete` }),
  };
}

function listOf(path: `/${string}`, { isParted = false, many, output, pyTenable }: Pick<Kind<Settings>, 'isParted' | 'many' | 'output' | 'pyTenable'>): Described {
  const told = { input: FieldsInput, never: ['NotFoundError', 'UnsupportedError'], pyTenable: `${pyTenable}.list` } as const;
  return isParted
    ? get(path, { ...told, doc: `The ${many} that the account may use, and those that it may manage.`, output: UsableList(output), custom: { answer: 'toUsableList' } })
    : get(path, { ...told, doc: `All ${many} of the organisation.`, output: list(output) });
}

/** A name that cannot be empty, as most objects have one. */
export const name = nonEmpty.meta({ example: 'Example' });
