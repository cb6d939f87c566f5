/** Scan results: runs of scans and what they found. https://docs.tenable.com/security-center/api/Scan-Result.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import type { Operation } from '../../operation/define-operation.js';
import { empty, file, json } from '../../operation/output.js';
import { unixTime } from '../../schema/shapes.js';
import { defineDelete, defineDetails } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import {
  defineUsableList, joinedTexts, nonEmpty, objectAnswerId, objectId, objectInput, optionalAnswerText, optionalFields, optionalFlag,
  optionalReferences, optionalSummary, optionalUserSummary,
} from './shapes.js';
import type { ObjectId, ObjectInput, ObjectReference, ObjectSummary, UsableList, UserSummary } from './shapes.js';

export type { DetailsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UsableList, UserSummary } from './shapes.js';

/** One run of a scan. Members besides `id` are there as far as `fields` goes. */
export interface ScanResult {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** `Queued`, `Running`, `Paused`, `Completed`, `Partial`, `Error` and others. */
  readonly status?: string | null;
  /** `Finished` once the findings are in the repository. */
  readonly importStatus?: string | null;
  readonly errorDetails?: string | null;
  /** `true` or `false`. */
  readonly running?: string | null;
  readonly downloadAvailable?: string | null;
  readonly totalIPs?: string | null;
  readonly scannedIPs?: string | null;
  /** Unix time in seconds. */
  readonly startTime?: string | null;
  /** Unix time in seconds. */
  readonly finishTime?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  readonly scan?: ObjectSummary | null;
  readonly repository?: ObjectSummary | null;
  readonly owner?: UserSummary | null;
}

export interface ScanResultListInput {
  /** The members that the answer shall have. `id` always comes; what else comes by default differs. */
  readonly fields?: readonly string[] | undefined;
  /** Created since then. Unix time in seconds, or a `Date`. Default: 30 days ago. */
  readonly startTime?: number | Date | undefined;
  /** Created until then. Unix time in seconds, or a `Date`. Default: now. */
  readonly endTime?: number | Date | undefined;
  /** Leaves out the progress of results that are complete, which is faster. */
  readonly optimizeCompletedScanResults?: boolean | undefined;
}

export interface ScanResultCopyInput {
  readonly id: ObjectId;
  /** The users that get a copy. */
  readonly users?: readonly ObjectReference[] | undefined;
}

export interface ScanResultEmailInput {
  readonly id: ObjectId;
  /** Addresses. */
  readonly email: readonly string[];
}

export interface ScanResultDownloadInput {
  readonly id: ObjectId;
  /** `v2`, the default, for a Nessus file; other forms where the result has them. */
  readonly downloadType?: string | undefined;
}

const place: ObjectPlace = {
  area: 'scanResults',
  path: '/scanResult',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
};

const scanResult: v.GenericSchema<unknown, ScanResult> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  status: optionalAnswerText,
  importStatus: optionalAnswerText,
  errorDetails: optionalAnswerText,
  running: optionalAnswerText,
  downloadAvailable: optionalAnswerText,
  totalIPs: optionalAnswerText,
  scannedIPs: optionalAnswerText,
  startTime: optionalAnswerText,
  finishTime: optionalAnswerText,
  createdTime: optionalAnswerText,
  scan: optionalSummary,
  repository: optionalSummary,
  owner: optionalUserSummary,
});

const listInput: v.GenericSchema<ScanResultListInput, unknown> = /* @__PURE__ */ v.strictObject({
  fields: optionalFields,
  startTime: v.optional(unixTime),
  endTime: v.optional(unixTime),
  optimizeCompletedScanResults: optionalFlag,
});

const copyInput: v.GenericSchema<ScanResultCopyInput> = /* @__PURE__ */ v.strictObject({ id: objectId, users: optionalReferences });

const emailInput: v.GenericSchema<ScanResultEmailInput, unknown> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  email: joinedTexts,
});

const downloadInput: v.GenericSchema<ScanResultDownloadInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  downloadType: v.optional(nonEmpty, 'v2'),
});

/** The results of the last 30 days, or of a given time, that the account may use, and those that it may manage. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'scanResults.list',
  product: 'sc',
  method: 'GET',
  path: '/scanResult',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
  input: listInput,
  query: ['fields', 'startTime', 'endTime', 'optimizeCompletedScanResults'],
  output: /* @__PURE__ */ json<UsableList<ScanResult>>(/* @__PURE__ */ defineUsableList(scanResult)),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** One result: how far it is, and how it ended. */
export const details = /* @__PURE__ */ defineDetails<ScanResult>(place, scanResult);

const remove = /* @__PURE__ */ defineDelete(place);

/** Copies a result to users. */
export const copy = /* @__PURE__ */ defineOperation({
  id: 'scanResults.copy',
  product: 'sc',
  method: 'POST',
  path: '/scanResult/{id}/copy',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
  input: copyInput,
  output: empty,
});

/** Sends a result by e-mail. One that can not be sent may be no error: the answer says so in words only. */
export const email = /* @__PURE__ */ defineOperation({
  id: 'scanResults.email',
  product: 'sc',
  method: 'POST',
  path: '/scanResult/{id}/email',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
  input: emailInput,
  output: empty,
});

/** Stops a running scan for good. */
export const stop = /* @__PURE__ */ defineSteering('stop');

/** Pauses a running scan. */
export const pause = /* @__PURE__ */ defineSteering('pause');

/** Goes on with a paused scan. */
export const resume = /* @__PURE__ */ defineSteering('resume');

/* @__NO_SIDE_EFFECTS__ */
function defineSteering(name: 'stop' | 'pause' | 'resume'): Operation<ObjectInput, undefined> {
  return defineOperation({
    id: `scanResults.${name}`,
    product: 'sc',
    method: 'POST',
    path: `/scanResult/{id}/${name}`,
    docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
    input: objectInput,
    output: empty,
  });
}

/** Downloads a result: a Nessus file in a ZIP archive, unless `downloadType` asks for another. */
export const download = /* @__PURE__ */ defineOperation({
  id: 'scanResults.download',
  product: 'sc',
  method: 'POST',
  path: '/scanResult/{id}/download',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Result.htm',
  input: downloadInput,
  output: /* @__PURE__ */ file({ resource: 'scanResults', resourceId: 'id', filename: 'id', mayBeHtml: false }),
  adds: ['FileDownloadError'],
  isIdempotent: true,
});

export { remove as delete };
