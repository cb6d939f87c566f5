/** The words of the catalogue: zod's own by short names, and those that Tenable's APIs need besides. Bounds stand here, once. */
import { z } from 'zod';

import type {} from './meta.js';

export const text = z.string();
export const nonEmpty = z.string().min(1);
export const number = z.number();
export const flag = z.boolean();
export const anything = z.unknown();
export const list = z.array;

/** A whole number from 0: ids of scans, users, agents and the like, numbers of things. */
export const count = z.int().min(0).meta({ example: 42 });

/** One of these words or numbers. */
export const oneOf = <const Words extends readonly (string | number)[]>(...words: Words): z.ZodLiteral<Words[number]> => z.literal(words);

/** Members by any name, all alike. */
export const map = <One extends z.ZodType>(one: One): z.ZodRecord<z.ZodString, One> => z.record(z.string(), one);

/** A UUID with dashes, any version. */
export const uuid = z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i).meta({ expected: 'a UUID', example: '3fa85f64-5717-4562-b3fc-2c963f66afa6' });

/** What a file is made of. */
export const content = z.unknown().meta({ kind: 'content' });

/** A UUID of a run of a scan, whose last part has 12 digits or 28. */
export const runUuid = z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-(?:[\da-f]{12}|[\da-f]{28})$/i).meta({ expected: 'a UUID', example: '3fa85f64-5717-4562-b3fc-2c963f66afa6' });

/** Text that may stand in a path: not empty, printable ASCII without blanks and backslashes, at most 200 characters. */
export const pathText = z.string().regex(/^(?!\.{1,2}$)[\x21-\x5b\x5d-\x7e]{1,200}$/)
  .meta({ kind: 'segment', example: '3fa85f64' });

const idForm = 'an id of 1 to 200 letters, digits, dashes and underscores';

/** An id that a server gave. It may go into a path: one that would lead elsewhere is none. */
export const answerId = z.string().regex(/^[\w-]{1,200}$/).meta({ expected: idForm, example: '3fa85f64' });

/** The same where it may be empty. */
export const idOrEmpty = z.string().regex(/^[\w-]{0,200}$/).meta({ expected: idForm });

/** An id of an answer that is a number or text, as text. In Security Center, `-1` stands for no object. */
export const idText = z.union([answerId, z.int()]).meta({ send: 'text' });

/** A time that a caller gives. Milliseconds are a common slip: they would mean a year after 5000. */
export const seconds = z.int().min(0).max(99_999_999_999).meta({ kind: 'seconds', unit: 'Unix time in seconds.', example: 1_767_225_600 });

/** A time that an answer tells. */
export const time = z.number().meta({ unit: 'Unix time in seconds.' });

/** A time that a caller gives as seconds or as a `Date`, which is sent as whole seconds, rounded down. */
export const moment = z.union([seconds, z.date().min(new Date(0))]).meta({ kind: 'moment', example: 1_767_225_600 });

/** A time that an answer tells as text, such as `2030-01-01T00:00:00.000Z`. */
export const isoTime = z.string().meta({ unit: 'ISO 8601.' });

/** A number, boolean or text of an answer, as text: versions and endpoints differ in which it is. */
export const answerText = z.union([z.string(), z.number(), z.boolean()]).meta({ kind: 'scalar' });

/** The same for Unix time in seconds. */
export const answerTime = answerText.meta({ unit: 'Unix time in seconds.' });

/** A boolean, which is sent as text. */
export const flagText = z.boolean().meta({ send: 'text' });

/** A whole number from 0, which is sent as text. */
export const countText = z.int().min(0).meta({ send: 'text' });

/** Pieces of text, which are sent joined by commas. An empty list clears what was there. */
export const joinedTexts = list(z.string().regex(/^[^,]+$/).meta({ expected: 'text without commas' })).meta({ send: 'joined' });

/** How many items a page has. */
export const pageLimit = z.int().min(1).max(5000);

/** How many items stand before a page. */
export const pageOffset = z.int().min(0);

/** The number of an export's chunk, counted from 1. */
export const chunkId = z.int().min(1).meta({ example: 1 });

/** The names of a strict object's members that follow a pattern: `'tag.*': others(/^tag\../, 'tag.<Category>', list(text))`. */
export const others = (pattern: RegExp, form: string, type: z.ZodType, name = 'name'): z.ZodRecord<z.ZodString, z.ZodType> =>
  z.record(z.string().regex(pattern), type).meta({ others: { pattern: pattern.source, form, name } });

/** Filters in numbered parts: `'filter.*': numberedFilters()`. */
export const numberedFilters = (): z.ZodRecord<z.ZodString, z.ZodType> => others(/^filter\.(?:search_type|\d{1,3}\.(?:filter|quality|value))$/, 'filter.<n>.filter, .quality or .value', text, 'filter');

type Members = Readonly<Record<string, z.ZodType>>;

/** The input of a change that takes the object as it was read: the members that may become other, and whatever else an answer has. */
export function asRead<Own extends Members>(shape: z.ZodObject, own: Own): z.ZodObject<Own> {
  const others = Object.keys(shape.shape).filter((name) => !(name in own)).map((name) => [name, z.unknown().optional()]);
  return z.object({ ...own, ...Object.fromEntries(others) }).catchall(anything);
}

/** A shape with a parameter, which editors show as `Name<Item>`. */
export function generic<Shape extends z.ZodObject>(name: string, toShape: (item: z.ZodType) => Shape): ((item: z.ZodType) => Shape) & { readonly schema: Shape } {
  const schema = toShape(z.unknown().meta({ parameter: 'Item' }));
  return Object.assign((item: z.ZodType): Shape => toShape(item).meta({ generic: { name, argument: item } }), { schema });
}
