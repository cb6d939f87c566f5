/** What scans are made from, and what is told of them. */
import * as v from 'valibot';

import { numericId } from '../../schema/shapes.js';
import { optionalSchedule } from './schedule.js';
import type { Schedule } from './schedule.js';
import {
  nonEmpty, objectAnswerId, objectId, optionalAnswerText, optionalCount, optionalFlag, optionalJoinedTexts, optionalReference,
  optionalReferences, optionalSummary, optionalText, optionalUserSummary, reference,
} from './shapes.js';
import type { ObjectId, ObjectReference, ObjectSummary, UserSummary } from './shapes.js';

/** A configured scan. Members besides `id` are there as far as `fields` goes. */
export interface Scan {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly status?: string | null;
  /** `policy` or `plugin`. */
  readonly type?: string | null;
  /** Targets, joined by commas. */
  readonly ipList?: string | null;
  /** `true` or `false`. */
  readonly emailOnFinish?: string | null;
  readonly maxScanTime?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  readonly policy?: ObjectSummary | null;
  readonly repository?: ObjectSummary | null;
  readonly zone?: ObjectSummary | null;
  readonly owner?: UserSummary | null;
}

interface ScanSettings {
  readonly description?: string | undefined;
  /** `policy` or `plugin`. */
  readonly type?: string | undefined;
  readonly policy?: ObjectReference | undefined;
  readonly zone?: ObjectReference | undefined;
  /** Targets: addresses, ranges, CIDR blocks and names. */
  readonly ipList?: readonly string[] | undefined;
  readonly assets?: readonly ObjectReference[] | undefined;
  readonly credentials?: readonly ObjectReference[] | undefined;
  /** Reports to make afterwards. `reportSource` is `cumulative` or `individual`. */
  readonly reports?: readonly { readonly id: ObjectId; readonly reportSource: string }[] | undefined;
  readonly schedule?: Schedule | undefined;
  readonly emailOnLaunch?: boolean | undefined;
  readonly emailOnFinish?: boolean | undefined;
  readonly dhcpTracking?: boolean | undefined;
  readonly scanningVirtualHosts?: boolean | undefined;
  /** What becomes of a scan that takes too long: `import`, `discard` or `rollover`. */
  readonly timeoutAction?: string | undefined;
  /** `template` or `nextDay`. */
  readonly rolloverType?: string | undefined;
  /** Hours that it may take. */
  readonly maxScanTime?: number | 'unlimited' | undefined;
  /** Seconds. */
  readonly inactivityTimeout?: number | undefined;
  /** Days after which findings that are no longer seen count as mitigated. */
  readonly classifyMitigatedAge?: number | undefined;
}

export interface ScanCreateInput extends ScanSettings {
  readonly name: string;
  /** Where its results go. */
  readonly repository: ObjectReference;
}

export interface ScanUpdateInput extends ScanSettings {
  readonly id: ObjectId;
  readonly name?: string | undefined;
  readonly repository?: ObjectReference | undefined;
}

export const scan: v.GenericSchema<unknown, Scan> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  status: optionalAnswerText,
  type: optionalAnswerText,
  ipList: optionalAnswerText,
  emailOnFinish: optionalAnswerText,
  maxScanTime: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  policy: optionalSummary,
  repository: optionalSummary,
  zone: optionalSummary,
  owner: optionalUserSummary,
});

const settingsEntries = {
  description: optionalText,
  type: optionalText,
  policy: optionalReference,
  zone: optionalReference,
  ipList: optionalJoinedTexts,
  assets: optionalReferences,
  credentials: optionalReferences,
  reports: /* @__PURE__ */ v.optional(v.array(v.strictObject({ id: objectId, reportSource: nonEmpty }))),
  schedule: optionalSchedule,
  emailOnLaunch: optionalFlag,
  emailOnFinish: optionalFlag,
  dhcpTracking: optionalFlag,
  scanningVirtualHosts: optionalFlag,
  timeoutAction: optionalText,
  rolloverType: optionalText,
  maxScanTime: /* @__PURE__ */ v.optional(v.pipe(v.union([numericId, v.literal('unlimited')]), v.transform(String))),
  inactivityTimeout: optionalCount,
  classifyMitigatedAge: optionalCount,
};

export const createInput: v.GenericSchema<ScanCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  name: nonEmpty,
  repository: reference,
});

export const updateInput: v.GenericSchema<ScanUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  name: v.optional(nonEmpty),
  repository: optionalReference,
});
