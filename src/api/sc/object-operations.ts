/** The operations that most kinds of objects have alike: list, details and delete. */
import type * as v from 'valibot';

import type { CallErrorTag } from '../../errors/tenable-error.js';
import { defineOperation } from '../../operation/define-operation.js';
import type { Operation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { detailsInput, fieldsInput, objectInput } from './shapes.js';
import type { DetailsInput, FieldsInput, ObjectInput } from './shapes.js';

/** Where the operations of a kind of object are found. */
export interface ObjectPlace {
  /** Its area in the catalogue, which is the first half of every id. */
  readonly area: string;
  readonly path: `/${string}`;
  /** Its page in Tenable's reference. */
  readonly docs: string;
}

type ListTag = Exclude<CallErrorTag, 'NotFoundError' | 'UnsupportedError'>;
type DetailsTag = Exclude<CallErrorTag, 'UnsupportedError'>;

/** The operation that lists a kind. */
/* @__NO_SIDE_EFFECTS__ */
export function defineList<Output>(
  { area, docs, path }: ObjectPlace,
  output: v.GenericSchema<unknown, Output>,
): Operation<FieldsInput, Output, ListTag> {
  return defineOperation({
    id: `${area}.list`,
    product: 'sc',
    method: 'GET',
    path,
    docs,
    input: fieldsInput,
    query: ['fields'],
    output: json<Output>(output),
    removes: ['NotFoundError', 'UnsupportedError'],
  });
}

/** The operation that reads one object. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDetails<Output>(
  { area, docs, path }: ObjectPlace,
  output: v.GenericSchema<unknown, Output>,
): Operation<DetailsInput, Output, DetailsTag> {
  return defineOperation({
    id: `${area}.details`,
    product: 'sc',
    method: 'GET',
    path: `${path}/{id}`,
    docs,
    input: detailsInput,
    query: ['fields'],
    output: json<Output>(output),
    removes: ['UnsupportedError'],
  });
}

/** The operation that deletes one object. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDelete({ area, docs, path }: ObjectPlace): Operation<ObjectInput, undefined> {
  return defineOperation({
    id: `${area}.delete`,
    product: 'sc',
    method: 'DELETE',
    path: `${path}/{id}`,
    docs,
    input: objectInput,
    output: empty,
  });
}
