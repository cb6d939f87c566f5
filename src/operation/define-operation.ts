/**
 * The declarative language of the catalogue. An operation is data: what is asked, how it is checked, what comes
 * back, how it can fail. It has no code of its own, so the same definition serves the client, the standalone
 * `execute`, the simulator and the documentation.
 */
import type { Product } from '../errors/classification/request-context.js';
import type { CallErrorTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import type { HttpMethod } from '../internal/http-method.js';
import type { Schema } from '../schema/schema.js';
import type { Shape } from '../schema/shape.js';
import { toSchema } from '../schema/shape-schema.js';
import type { Upload, UploadFile } from '../internal/upload.js';
import type { OutputForm } from './output.js';
import { toPathParams } from './path.js';
import type { PathParam } from './path.js';

/** A list that comes in pages by `limit` and `offset`. */
export interface OffsetPaging<Item> {
  readonly style: 'offset';
  /** The property of the answer that holds a page's items. */
  readonly items: string;
  /** Items asked for at once where the caller gives no `limit`. */
  readonly pageSize: number;
  readonly type?: Item;
}

/** Paging by `limit` and `offset`: `offsetPaging<Agent>('agents', 1000)`. */
/* @__NO_SIDE_EFFECTS__ */
export function offsetPaging<Item>(items: string, pageSize: number): OffsetPaging<Item> {
  return { style: 'offset', items, pageSize };
}

/** A list that comes in pages by `startOffset` and `endOffset` (which is not part of the page), with `totalRecords`. */
export interface RangePaging<Item> {
  readonly style: 'range';
  /** The property of the answer that holds a page's items. */
  readonly items: string;
  /** Items asked for at once where the caller gives no `endOffset`. */
  readonly pageSize: number;
  readonly type?: Item;
}

/** Paging by `startOffset` and `endOffset`, as Security Center's analysis does. */
/* @__NO_SIDE_EFFECTS__ */
export function rangePaging<Item>(items: string, pageSize: number): RangePaging<Item> {
  return { style: 'range', items, pageSize };
}

export type Paging<Item> = OffsetPaging<Item> | RangePaging<Item>;

/** A file that an operation takes. */
export interface OperationUpload {
  readonly member: string;
  /** What the form calls it. */
  readonly part: string;
  readonly encode: (part: string, file: UploadFile) => Upload;
}

export interface Operation<Input, Output, Tag extends TenableErrorTag = CallErrorTag, Item = never> {
  /** Area and name: `scans.details`. Stands in errors, logs and spans. */
  readonly id: string;
  readonly product: Product;
  readonly method: HttpMethod;
  readonly path: string;
  /** Tenable's page on it; `''` where there is none. */
  readonly docs: string;
  readonly input: Schema<Input>;
  /** Names of the input that go into the query. Path parameters go into the path, the rest into the body. */
  readonly query: readonly string[];
  /** The member of the input that is the whole body: a list, or nothing where it is left out. Default: the body is an object of all that has no other place. */
  readonly bodyFrom?: string;
  /** The member of the input that is a file, and what makes the body of it. */
  readonly upload?: OperationUpload;
  /** The member of the input whose own members are parameters of the query. */
  readonly queryFrom?: string;
  /** Headers that each request has, by names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of the input whose values are secrets. */
  readonly secrets: readonly string[];
  readonly output: OutputForm<Output>;
  /** Every error that the operation can end with. */
  readonly errors: readonly Tag[];
  /** Whether carrying it out twice is the same as once. */
  readonly isIdempotent: boolean;
  readonly paging: Paging<Item> | null;
}

/** Any operation, for code that treats all alike. */
export type AnyOperation = Operation<unknown, unknown, TenableErrorTag, unknown>;

/** Shown by the compiler where a path names a parameter that the input does not have. */
export interface MissingInput<Name> {
  readonly 'The path has a parameter that the input does not have:': Name;
}

type CheckedPath<Path extends string, Input> =
  PathParam<Path> extends keyof Input ? Path : MissingInput<Exclude<PathParam<Path>, keyof Input>>;

/** The errors that an operation may rule out: what an answer means. Networks, defects and misfits are everywhere. */
export type RemovableTag = Exclude<
  CallErrorTag,
  'APIError' | 'UnknownError' | 'ConnectionError' | 'UnexpectedValueError' | 'TenableException'
>;

export interface OperationDefinition<Path extends string, Input, Output, Adds, Removes, Item> {
  /** What it is called in errors, logs and spans. Default: method and path, `GET /folders/{folder_id}`. */
  readonly id?: string;
  /** Whose operation it is, for people and tools: any client carries it out. Default `vm`. */
  readonly product?: Product;
  readonly method: HttpMethod;
  readonly path: Path & CheckedPath<Path, Input>;
  readonly docs?: string;
  /** Default: the parameters of the path, as text or numbers, and nothing else. */
  readonly input?: Schema<Input>;
  readonly query?: readonly (keyof Input & string)[];
  readonly secrets?: readonly (keyof Input & string)[];
  readonly output: OutputForm<Output>;
  /** Errors that this operation has besides those of any call. */
  readonly adds?: readonly Adds[];
  /** Errors of any call that this operation does not have. A service that sends one all the same gives `UnknownError`. */
  readonly removes?: readonly Removes[];
  /** Default: `true` for GET, PUT and DELETE. */
  readonly isIdempotent?: boolean;
  readonly paging?: Paging<Item>;
}

/** What an operation takes that says no more than its path. */
export type PathInput<Path extends string> = { readonly [Name in PathParam<Path>]: string | number };

/** What can stand in a path, the path itself checks. */
function toPathShape(path: string): Shape {
  return { strict: Object.fromEntries(toPathParams(path).map((name) => [name, { either: ['text', 'number'], expected: 'text or a number' }])) };
}

/** What any call can end with, as data. */
export const callErrorTags: readonly CallErrorTag[] = Object.keys({
  APIError: true, InvalidInputError: true, PermissionError: true, NotFoundError: true, UnsupportedError: true,
  ServerError: true, RetryError: true, UnknownError: true, ConnectionError: true, UnexpectedValueError: true,
  TenableException: true,
} satisfies Record<CallErrorTag, true>) as CallErrorTag[]; // complete and exact by `satisfies`

/** An operation from its definition. The types of its input, output and errors follow from it. */
/* @__NO_SIDE_EFFECTS__ */
export function defineOperation<
  const Path extends string,
  Input = PathInput<Path>,
  Output = unknown,
  const Adds extends TenableErrorTag = never,
  const Removes extends RemovableTag = never,
  Item = never,
>(
  definition: OperationDefinition<Path, Input, Output, Adds, Removes, Item>,
): Operation<Input, Output, Exclude<CallErrorTag, Removes> | Adds, Item> {
  const removed: readonly TenableErrorTag[] = definition.removes ?? [];
  const kept = callErrorTags.filter((tag): tag is Exclude<CallErrorTag, Removes> => !removed.includes(tag));
  return {
    id: definition.id ?? `${definition.method} ${definition.path}`,
    product: definition.product ?? 'vm',
    method: definition.method,
    path: definition.path,
    docs: definition.docs ?? '',
    input: definition.input ?? toSchema<Input>(toPathShape(definition.path)),
    query: definition.query ?? [],
    secrets: definition.secrets ?? [],
    output: definition.output,
    errors: [...kept, ...(definition.adds ?? [])],
    isIdempotent: definition.isIdempotent ?? ['GET', 'PUT', 'DELETE'].includes(definition.method),
    paging: definition.paging ?? null,
  };
}
