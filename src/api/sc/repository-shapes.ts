/** What repositories are made from, and what is told of them. */
import * as v from 'valibot';

import { numericId } from '../../schema/shapes.js';
import {
  nonEmpty, objectAnswerId, objectId, optionalAnswerText, optionalFlag, optionalJoinedTexts, optionalRecord, optionalReference,
  optionalReferences, optionalText,
} from './shapes.js';
import type { ObjectId, ObjectReference } from './shapes.js';
import { optionalSchedule } from './schedule.js';
import type { Schedule } from './schedule.js';

/** Members besides `id` are there as far as `fields` goes. */
export interface Repository {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** `Local`, `Remote` or `Offline`. */
  readonly type?: string | null;
  /** `IPv4`, `IPv6`, `agent`, `mobile` and others. */
  readonly dataFormat?: string | null;
  readonly vulnCount?: string | null;
  /** Unix time in seconds. */
  readonly lastVulnUpdate?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  /** What there is besides for the repository's format, such as `ipRange`. */
  readonly typeFields?: unknown;
}

interface RepositorySettings {
  readonly description?: string | undefined;
  readonly organizations?: readonly ObjectReference[] | undefined;
  /** Days that trends are kept. */
  readonly trendingDays?: number | undefined;
  readonly trendWithRaw?: boolean | undefined;
  readonly correlation?: readonly ObjectReference[] | undefined;
  /** Addresses, ranges and CIDR blocks. */
  readonly ipRange?: readonly string[] | undefined;
  readonly remoteIP?: string | undefined;
  readonly remoteID?: ObjectId | undefined;
  readonly preferences?: Readonly<Record<string, unknown>> | undefined;
  readonly mdm?: ObjectReference | undefined;
  readonly scanner?: ObjectReference | undefined;
  readonly nessusSchedule?: Schedule | undefined;
  readonly mobileSchedule?: Schedule | undefined;
  readonly remoteSchedule?: Schedule | undefined;
}

export interface RepositoryCreateInput extends RepositorySettings {
  readonly name: string;
  /** `Local`, `Remote` or `Offline`. */
  readonly type: string;
  /** `IPv4`, `IPv6`, `agent`, `mobile` and others. */
  readonly dataFormat: string;
}

export interface RepositoryUpdateInput extends RepositorySettings {
  readonly id: ObjectId;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly dataFormat?: string | undefined;
}

export const repository: v.GenericSchema<unknown, Repository> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  type: optionalAnswerText,
  dataFormat: optionalAnswerText,
  vulnCount: optionalAnswerText,
  lastVulnUpdate: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  typeFields: v.exactOptional(v.unknown()),
});

const settingsEntries = {
  description: optionalText,
  organizations: optionalReferences,
  trendingDays: /* @__PURE__ */ v.optional(numericId),
  trendWithRaw: optionalFlag,
  correlation: optionalReferences,
  ipRange: optionalJoinedTexts,
  remoteIP: optionalText,
  remoteID: /* @__PURE__ */ v.optional(objectId),
  preferences: optionalRecord,
  mdm: optionalReference,
  scanner: optionalReference,
  nessusSchedule: optionalSchedule,
  mobileSchedule: optionalSchedule,
  remoteSchedule: optionalSchedule,
};

export const createInput: v.GenericSchema<RepositoryCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  name: nonEmpty,
  type: nonEmpty,
  dataFormat: nonEmpty,
});

export const updateInput: v.GenericSchema<RepositoryUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  name: v.optional(nonEmpty),
  type: v.optional(nonEmpty),
  dataFormat: v.optional(nonEmpty),
});
