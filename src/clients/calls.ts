/** A catalogue as nested calls: `client.scans.details(input, options)`. */
import type { ResultAsync } from 'neverthrow';

import type { CallOptions } from '../call/call-options.js';
import { execute } from '../execute.js';
import type { TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { deferOperation } from '../operation/area.js';
import type { Area } from '../operation/area.js';
import type { AnyOperation, Operation } from '../operation/define-operation.js';
import type { AnyClient } from '../connection/connection.js';
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

/** Functions that an area has besides its operations. */
export type MoreCalls = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The calls of a catalogue for a client. An area's calls are made when they are first looked at, and it is loaded by the first of them. */
export function createCalls<Catalogue extends Readonly<Record<string, object>>>(
  client: AnyClient,
  areas: { readonly [Name in keyof Catalogue]: Area<Catalogue[Name]> },
  more: MoreCalls = {},
): CallsOf<Catalogue, TenableErrorTag> {
  const calls = {};
  for (const area of Object.values<Area>(areas)) {
    let made: object | undefined;
    Object.defineProperty(calls, area.name, { enumerable: true, get: () => (made ??= Object.freeze({ ...createAreaCalls(client, area), ...more[area.name] })) });
  }
  return calls as CallsOf<Catalogue, TenableErrorTag>; // one call for each operation, by the names that the generator wrote
}

/** A client with calls, which stay what they are: made when they are first looked at. */
export function addCalls<Client extends object, Calls extends object>(client: Client, calls: Calls): Client & Calls {
  return Object.defineProperties(client, Object.getOwnPropertyDescriptors(calls)) as Client & Calls; // what it is made of
}

function createAreaCalls(client: AnyClient, area: Area): Readonly<Record<string, unknown>> {
  return Object.fromEntries(area.calls.split(' ').map((call) => {
    const name = call.replace('*', '');
    const operation: AnyOperation = deferOperation(area as Area<Readonly<Record<string, AnyOperation>>>, name); // its exports by name
    return [name, createCall(client, operation, call.endsWith('*'))];
  }));
}

function createCall(client: AnyClient, operation: AnyOperation, isPaged: boolean): (input?: unknown, options?: CallOptions) => unknown {
  return isPaged
    ? (input = {}, options) => paginate(client, operation, input, options)
    : (input = {}, options) => execute(client, operation, input, options);
}
