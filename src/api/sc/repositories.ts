/** Repositories: where results are kept. https://docs.tenable.com/security-center/api/Repository.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { file, json } from '../../operation/output.js';
import { defineDelete, defineDetails } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import { objectInput, optionalFields, optionalText } from './shapes.js';
import { createInput, repository, updateInput } from './repository-shapes.js';
import type { Repository } from './repository-shapes.js';

export type { Repository, RepositoryCreateInput, RepositoryUpdateInput } from './repository-shapes.js';
export type { Schedule } from './schedule.js';
export type { DetailsInput, ObjectInput } from './shapes.js';

export interface RepositoryListInput {
  /** The members that the answer shall have. `id` always comes; what else comes by default differs. */
  readonly fields?: readonly string[] | undefined;
  /** `All`, `Local`, `Remote` or `Offline`. */
  readonly type?: string | undefined;
}

const place: ObjectPlace = {
  area: 'repositories',
  path: '/repository',
  docs: 'https://docs.tenable.com/security-center/api/Repository.htm',
};

const listInput: v.GenericSchema<RepositoryListInput, unknown> = /* @__PURE__ */ v.strictObject({
  fields: optionalFields,
  type: optionalText,
});

/** All repositories that the account may see. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'repositories.list',
  product: 'sc',
  method: 'GET',
  path: '/repository',
  docs: 'https://docs.tenable.com/security-center/api/Repository.htm',
  input: listInput,
  query: ['fields', 'type'],
  output: /* @__PURE__ */ json<readonly Repository[]>(/* @__PURE__ */ v.array(repository)),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** One repository. */
export const details = /* @__PURE__ */ defineDetails<Repository>(place, repository);

/** Creates a repository. Needs an administrator. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'repositories.create',
  product: 'sc',
  method: 'POST',
  path: '/repository',
  docs: 'https://docs.tenable.com/security-center/api/Repository.htm',
  input: createInput,
  output: /* @__PURE__ */ json<Repository>(repository),
});

/** Changes what is given of a repository. Needs an administrator. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'repositories.update',
  product: 'sc',
  method: 'PATCH',
  path: '/repository/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Repository.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<Repository>(repository),
});

const remove = /* @__PURE__ */ defineDelete(place);

/** Downloads all of a repository, as a compressed archive. */
export const exportFile = /* @__PURE__ */ defineOperation({
  id: 'repositories.exportFile',
  product: 'sc',
  method: 'GET',
  path: '/repository/{id}/export',
  docs: 'https://docs.tenable.com/security-center/api/Repository.htm',
  input: objectInput,
  output: /* @__PURE__ */ file({ resource: 'repositories', resourceId: 'id', filename: 'id', mayBeHtml: false }),
  adds: ['FileDownloadError'],
  removes: ['UnsupportedError'],
});

export { remove as delete };
