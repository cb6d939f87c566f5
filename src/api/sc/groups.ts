/** Groups: what users share, and which repositories they see. https://docs.tenable.com/security-center/api/Group.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { defineDelete, defineDetails, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import { nonEmpty, objectAnswerId, objectId, optionalAnswerText, optionalReferences, optionalText } from './shapes.js';
import type { ObjectId, ObjectReference } from './shapes.js';

export type { DetailsInput, FieldsInput, ObjectId, ObjectInput, ObjectReference } from './shapes.js';

/** Members besides `id` are there as far as `fields` goes. */
export interface Group {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  readonly userCount?: string | null;
}

interface GroupSettings {
  readonly description?: string | undefined;
  readonly definingAssets?: readonly ObjectReference[] | undefined;
  readonly repositories?: readonly ObjectReference[] | undefined;
  readonly lces?: readonly ObjectReference[] | undefined;
  readonly assets?: readonly ObjectReference[] | undefined;
  readonly policies?: readonly ObjectReference[] | undefined;
  readonly queries?: readonly ObjectReference[] | undefined;
  readonly credentials?: readonly ObjectReference[] | undefined;
  readonly dashboardTabs?: readonly ObjectReference[] | undefined;
  readonly arcs?: readonly ObjectReference[] | undefined;
  readonly auditFiles?: readonly ObjectReference[] | undefined;
}

export interface GroupCreateInput extends GroupSettings {
  readonly name: string;
}

export interface GroupUpdateInput extends GroupSettings {
  readonly id: ObjectId;
  readonly name?: string | undefined;
}

const place: ObjectPlace = { area: 'groups', path: '/group', docs: 'https://docs.tenable.com/security-center/api/Group.htm' };

const group: v.GenericSchema<unknown, Group> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  userCount: optionalAnswerText,
});

const settingsEntries = {
  description: optionalText,
  definingAssets: optionalReferences,
  repositories: optionalReferences,
  lces: optionalReferences,
  assets: optionalReferences,
  policies: optionalReferences,
  queries: optionalReferences,
  credentials: optionalReferences,
  dashboardTabs: optionalReferences,
  arcs: optionalReferences,
  auditFiles: optionalReferences,
};

const createInput: v.GenericSchema<GroupCreateInput> = /* @__PURE__ */ v.strictObject({ ...settingsEntries, name: nonEmpty });

const updateInput: v.GenericSchema<GroupUpdateInput> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  name: v.optional(nonEmpty),
});

/** All groups of the organisation. */
export const list = /* @__PURE__ */ defineList<readonly Group[]>(place, /* @__PURE__ */ v.array(group));

/** One group. */
export const details = /* @__PURE__ */ defineDetails<Group>(place, group);

/** Creates a group. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'groups.create',
  product: 'sc',
  method: 'POST',
  path: '/group',
  docs: 'https://docs.tenable.com/security-center/api/Group.htm',
  input: createInput,
  output: /* @__PURE__ */ json<Group>(group),
});

/** Changes what is given of a group. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'groups.update',
  product: 'sc',
  method: 'PATCH',
  path: '/group/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Group.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<Group>(group),
});

const remove = /* @__PURE__ */ defineDelete(place);

export { remove as delete };
