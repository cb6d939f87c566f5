/** What assets are made from, and what is told of them. */
import * as v from 'valibot';

import { pageOffset } from '../../schema/shapes.js';
import {
  nonEmpty, objectAnswerId, objectId, optionalAnswerText, optionalFlag, optionalJoinedTexts, optionalRecord, optionalReference,
  optionalReferences, optionalText, optionalUserSummary,
} from './shapes.js';
import type { ObjectId, ObjectReference, UserSummary } from './shapes.js';

/** A list of hosts. Members besides `id` are there as far as `fields` goes. */
export interface Asset {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** `static`, `dynamic`, `dnsname`, `combination`, `watchlist` and others. */
  readonly type?: string | null;
  readonly status?: string | null;
  readonly tags?: string | null;
  /** -1 while it is not known. */
  readonly ipCount?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  readonly owner?: UserSummary | null;
  /** What there is besides for the asset's type, such as `definedIPs` or `rules`. */
  readonly typeFields?: unknown;
}

interface AssetSettings {
  readonly description?: string | undefined;
  readonly context?: string | undefined;
  readonly tags?: string | undefined;
  readonly groups?: readonly ObjectReference[] | undefined;
  readonly prepare?: boolean | undefined;
  readonly template?: ObjectReference | undefined;
  /** For uploads: the name that the upload of the file was answered with. */
  readonly filename?: string | undefined;
  readonly assetDataFields?: readonly { readonly fieldName: string; readonly fieldValue: string }[] | undefined;
  /** For `static`: addresses, ranges and CIDR blocks. */
  readonly definedIPs?: readonly string[] | undefined;
  /** For `dnsname`. */
  readonly definedDNSNames?: readonly string[] | undefined;
  readonly excludeManagedIPs?: boolean | undefined;
  /** For `ldapquery`: `searchBase`, `searchString` and `ldap`. */
  readonly definedLDAPQuery?: Readonly<Record<string, unknown>> | undefined;
  /** For `dynamic`: `operator` and `children`, which are clauses or rules again. */
  readonly rules?: Readonly<Record<string, unknown>> | undefined;
  /** For `combination`: `operator`, `operand1` and `operand2`. */
  readonly combinations?: Readonly<Record<string, unknown>> | undefined;
  /** From here on for `watchlisteventfilter`: a query as that of an analysis. */
  readonly filters?: readonly Readonly<Record<string, unknown>>[] | undefined;
  readonly tool?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly startOffset?: number | undefined;
  readonly endOffset?: number | undefined;
  readonly view?: string | undefined;
  readonly lce?: ObjectReference | undefined;
  readonly sortField?: string | undefined;
  readonly sortDir?: string | undefined;
  readonly scanID?: ObjectId | undefined;
}

export interface AssetCreateInput extends AssetSettings {
  readonly name: string;
  /** `static`, `dynamic`, `dnsname`, `combination`, `watchlist` and others. */
  readonly type: string;
}

export interface AssetUpdateInput extends AssetSettings {
  readonly id: ObjectId;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

export const asset: v.GenericSchema<unknown, Asset> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  type: optionalAnswerText,
  status: optionalAnswerText,
  tags: optionalAnswerText,
  ipCount: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  owner: optionalUserSummary,
  typeFields: v.exactOptional(v.unknown()),
});

const optionalOffset = /* @__PURE__ */ v.optional(pageOffset);

const settingsEntries = {
  description: optionalText,
  context: optionalText,
  tags: optionalText,
  groups: optionalReferences,
  prepare: optionalFlag,
  template: optionalReference,
  filename: optionalText,
  assetDataFields: /* @__PURE__ */ v.optional(v.array(v.strictObject({ fieldName: v.string(), fieldValue: v.string() }))),
  definedIPs: optionalJoinedTexts,
  definedDNSNames: optionalJoinedTexts,
  excludeManagedIPs: optionalFlag,
  definedLDAPQuery: optionalRecord,
  rules: optionalRecord,
  combinations: optionalRecord,
  filters: /* @__PURE__ */ v.optional(v.array(v.record(v.string(), v.unknown()))),
  tool: optionalText,
  sourceType: optionalText,
  startOffset: optionalOffset,
  endOffset: optionalOffset,
  view: optionalText,
  lce: optionalReference,
  sortField: optionalText,
  sortDir: optionalText,
  scanID: /* @__PURE__ */ v.optional(objectId),
};

export const createInput: v.GenericSchema<AssetCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  name: nonEmpty,
  type: nonEmpty,
});

export const updateInput: v.GenericSchema<AssetUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  name: v.optional(nonEmpty),
  type: v.optional(nonEmpty),
});
