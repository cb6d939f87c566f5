/** A catalogue as nested calls: `client.scans.details(input, options)`. */
import type { ResultAsync } from 'neverthrow';

import type { CallOptions } from '../call/call-options.js';
import { execute } from '../execute.js';
import type { TenableErrorByTag, TenableErrorTag } from '../errors/tenable-error.js';
import type { AnyOperation, Operation } from '../operation/define-operation.js';
import type { AnyClient } from '../transport/connection.js';
import { paginate } from './paginate.js';
import type { Pages } from './paginate.js';

/** One operation as a call. An argument without required members may be left out. */
export type CallOf<Op, Extra extends TenableErrorTag> = Op extends Operation<infer Input, infer Output, infer Tag, infer Item>
  ? [Item] extends [never]
    ? Call<Input, Output, TenableErrorByTag[Tag | Extra]>
    : PagedCall<Input, Item, Output, TenableErrorByTag[Tag | Extra]>
  : never;

/** No members: what an argument may be when none of its members is required. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- what is assignable to an input is the question
type NoMembers = Record<never, never>;

export type Call<Input, Output, E> = NoMembers extends Input
  ? (input?: Input, options?: CallOptions) => ResultAsync<Output, E>
  : (input: Input, options?: CallOptions) => ResultAsync<Output, E>;

export type PagedCall<Input, Item, Page, E> = NoMembers extends Input
  ? (input?: Input, options?: CallOptions) => Pages<Item, Page, E>
  : (input: Input, options?: CallOptions) => Pages<Item, Page, E>;

/** A catalogue's areas, each with its calls. Checked lazily: a caller pays for the calls that it uses. */
export type CallsOf<Catalogue, Extra extends TenableErrorTag = never> = {
  readonly [Area in keyof Catalogue]: {
    readonly [Name in keyof Catalogue[Area] as Catalogue[Area][Name] extends { readonly id: string } ? Name : never]:
      CallOf<Catalogue[Area][Name], Extra>;
  };
};

/** The calls of a catalogue for a client. */
export function createCalls<Catalogue extends Readonly<Record<string, object>>>(
  client: AnyClient,
  catalogue: Catalogue,
): CallsOf<Catalogue, TenableErrorTag> {
  const areas = Object.entries(catalogue).map(([area, operations]) => {
    const calls = Object.entries(operations as Readonly<Record<string, AnyOperation>>)
      .map(([name, operation]) => [name, createCall(client, operation)] as const);
    return [area, Object.freeze(Object.fromEntries(calls))] as const;
  });
  return Object.fromEntries(areas) as unknown as CallsOf<Catalogue, TenableErrorTag>; // one call for each operation, by the walk above
}

function createCall(client: AnyClient, operation: AnyOperation): (input?: unknown, options?: CallOptions) => unknown {
  return operation.paging === null
    ? (input = {}, options) => execute(client, operation, input, options)
    : (input = {}, options) => paginate(client, operation, input, options);
}
