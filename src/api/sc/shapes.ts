/** Shapes that Security Center repeats. It writes most numbers and booleans as text; outputs have all of them as text. */
import * as v from 'valibot';

import { inWords } from '../../schema/own-words.js';
import { answerIdAsText, numericId } from '../../schema/shapes.js';

/** The number of a scan, user, repository and the like, as such or as text: answers have it as text. */
export type ObjectId = number | string;

/** Names another object by its number. */
export interface ObjectReference {
  readonly id: ObjectId;
}

/** What an answer says of another object. `id` is `-1` where there is none. */
export interface ObjectSummary {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
}

/** What an answer says of an object's owner or creator. */
export interface UserSummary {
  readonly id: string;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
}

/** What the account may use, and what it may manage. Where Security Center does not tell them apart, both hold all. */
export interface UsableList<Item> {
  readonly usable: readonly Item[];
  readonly manageable: readonly Item[];
}

export interface ObjectInput {
  readonly id: ObjectId;
}

export interface FieldsInput {
  /** The members that the answer shall have. `id` always comes; what else comes by default differs. */
  readonly fields?: readonly string[] | undefined;
}

export interface DetailsInput extends ObjectInput, FieldsInput {}

export const objectId = /* @__PURE__ */ v.union([
  numericId,
  v.pipe(v.string(), v.check((text) => /^\d{1,15}$/.test(text), inWords('a number, or its digits as text'))),
]);

export const reference: v.GenericSchema<ObjectReference> = /* @__PURE__ */ v.strictObject({ id: objectId });

export const optionalReference = /* @__PURE__ */ v.optional(reference);
export const optionalReferences = /* @__PURE__ */ v.optional(v.array(reference));
export const optionalText = /* @__PURE__ */ v.optional(v.string());
export const nonEmpty = /* @__PURE__ */ v.pipe(v.string(), v.minLength(1));

/** A boolean, which is sent as text. */
export const optionalFlag = /* @__PURE__ */ v.optional(v.pipe(v.boolean(), v.transform(String)));

/** A whole number from 0, which is sent as text. */
export const optionalCount = /* @__PURE__ */ v.optional(v.pipe(numericId, v.transform(String)));

/** An object whose members nobody checks but the service. */
export const optionalRecord = /* @__PURE__ */ v.optional(v.record(v.string(), v.unknown()));

/** A list of text, which is sent joined by commas. An empty one clears what was there. */
export const joinedTexts = /* @__PURE__ */ v.pipe(
  v.array(v.pipe(v.string(), v.check((text) => /^[^,]+$/.test(text), inWords('text without commas')))),
  v.transform((texts) => texts.join(',')),
);

export const optionalJoinedTexts = /* @__PURE__ */ v.optional(joinedTexts);

export const optionalFields = /* @__PURE__ */ v.optional(v.pipe(
  v.array(v.pipe(v.string(), v.check((name) => /^\w{1,64}$/.test(name), inWords('the name of a field')))),
  v.minLength(1),
  v.transform((names) => names.join(',')),
));

export const objectInput: v.GenericSchema<ObjectInput> = /* @__PURE__ */ v.strictObject({ id: objectId });

export const fieldsInput: v.GenericSchema<FieldsInput, unknown> = /* @__PURE__ */ v.strictObject({ fields: optionalFields });

export const detailsInput: v.GenericSchema<DetailsInput, unknown> = /* @__PURE__ */ v.strictObject({ id: objectId, fields: optionalFields });

/** A number, boolean or text of an answer, as text: versions and endpoints differ in which it is. */
export const answerText = /* @__PURE__ */ v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

/** An id of an answer, as text. `-1` stands for no object. */
export const objectAnswerId = answerIdAsText;

export const optionalAnswerText = /* @__PURE__ */ v.exactOptional(v.nullable(answerText));

export const optionalSummary = /* @__PURE__ */ v.exactOptional(v.nullable(v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
})));

export const optionalUserSummary = /* @__PURE__ */ v.exactOptional(v.nullable(v.looseObject({
  id: objectAnswerId,
  username: optionalAnswerText,
  firstname: optionalAnswerText,
  lastname: optionalAnswerText,
})));

/** The schema of a `UsableList`. */
/* @__NO_SIDE_EFFECTS__ */
export function defineUsableList<Item>(item: v.GenericSchema<unknown, Item>): v.GenericSchema<unknown, UsableList<Item>> {
  const items = v.array(item);
  const plain = v.pipe(items, v.transform((all) => ({ usable: all, manageable: all })));
  const parted = v.looseObject({ usable: items, manageable: items });
  return v.lazy((answer) => (Array.isArray(answer) ? plain : parted));
}
