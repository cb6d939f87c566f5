/** Operations: `get('/scans/{scan_id}', { doc, input, output, … })`. Names that are misspelt do not compile. */
import type { z } from 'zod';

import type { TenableErrorTag } from '../../errors/model/tenable-error.js';
import type { HttpMethod } from '../../internal/http-method.js';
import type { RemovableTag } from '../../operation/define-operation.js';
import type { PathParam } from '../../operation/path.js';
import type * as sc from '../../reshapes/sc.js';
import type { AnswerSize } from '../../internal/answer-size.js';

type Members = Readonly<Record<string, z.ZodType>>;

/** The members of an input that is written as they are, or as a schema that has a name. */
type MembersOf<Input> = Input extends z.ZodObject<infer Shape> ? Shape : Input;
type Names<Input> = keyof MembersOf<Input> & string;

/** What the compiler shows where a path names a parameter that the input lacks. */
export interface MissingInput<Name> {
  readonly 'The path has a parameter that the input does not have:': Name;
}
type CheckedPath<Path extends string, Input> = PathParam<Path> extends Names<Input> ? Path : MissingInput<Exclude<PathParam<Path>, Names<Input>>>;

/** A list that comes in pages. */
export interface Paging<Items extends string> {
  readonly style: 'offset' | 'range';
  /** The member of the output that holds a page's items. */
  readonly items: Items;
  /** Items asked for at once where the caller does not say. Default 1000. */
  readonly size?: number;
}

export interface Told<Input, Output> {
  /** What the caller gets, and which errors mean what. */
  readonly doc: string;
  /** Members by name; or an object with a name, where several operations take the same. */
  readonly input?: Input;
  /** What goes into the query although the request has a body. Of other methods all does that is not in the path. */
  readonly query?: readonly NoInfer<Names<Input>>[];
  /** Headers that each request has, by names in lower case: `{ 'x-api-version': '2' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The member of the input that is the whole body: a list. Default: an object of all that has no other place. */
  readonly body?: NoInfer<Names<Input>>;
  /** The member of the input that is a file, and what the form calls it. Nothing else can be in the body then. */
  readonly upload?: { readonly member: NoInfer<Names<Input>>; readonly part: string };
  /** Whose values are secrets. */
  readonly secrets?: readonly NoInfer<Names<Input>>[];
  /** What a good answer holds. Nothing where it is left out. */
  readonly output?: Output;
  /** A good answer is a file: the members of the input that errors name it by. */
  readonly file?: { readonly id?: NoInfer<Names<Input>>; readonly name?: NoInfer<Names<Input>>; readonly mayBeHtml?: false };
  /** Which limits a good answer has, where they are not those of the method. */
  readonly answer?: AnswerSize;
  /** Errors of any call that this one does not have. */
  readonly never?: readonly RemovableTag[];
  /** Errors that it has besides those of any call. */
  readonly adds?: readonly TenableErrorTag[];
  readonly paging?: Paging<Output extends z.ZodObject<infer Shape> ? keyof Shape & string : never>;
  /** Whether carrying it out twice is the same as once. Default: `true` for GET, PUT and DELETE. */
  readonly idempotent?: boolean;
  /** The one door for what restructures: functions of `src/reshapes`. Of the answer before it is checked; of input that fits, what else must hold, and what is sent. */
  readonly custom?: { readonly check?: keyof typeof sc; readonly request?: keyof typeof sc; readonly answer?: keyof typeof sc };
  /** Tenable's page on it: an address, or the end of the area's. Default: the area's own, or `area-name` where that ends in a slash. */
  readonly page?: string;
  /** What it is called in pyTenable. */
  readonly pyTenable?: string;
  readonly deprecated?: string;
}

/** An operation as it is described. */
export interface Described extends Told<Members | z.ZodObject, z.ZodType> {
  readonly method: HttpMethod;
  readonly path: `/${string}`;
}

// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- an operation that takes nothing has no members
type NoMembers = Record<never, never>;

type Describe = <const Path extends `/${string}`, Input extends Members | z.ZodObject = NoMembers, Output extends z.ZodType = never>(
  path: Path & CheckedPath<Path, Input>,
  told: Told<Input, Output>,
) => Described;

const asking = (method: HttpMethod): Describe => (path, told) => ({ method, path, ...told }) as unknown as Described; // the names in it are checked by what it was given

export const get = asking('GET');
export const post = asking('POST');
export const put = asking('PUT');
export const patch = asking('PATCH');
export const remove = asking('DELETE');

/** Pages by `limit` and `offset`. */
export const byOffset = <const Items extends string>(items: Items): Paging<Items> => ({ style: 'offset', items });

/** Pages by `startOffset` and `endOffset`, as Security Center has them. */
export const byRange = <const Items extends string>(items: Items): Paging<Items> => ({ style: 'range', items });

