/** Scans: what is scanned, how and when. https://docs.tenable.com/security-center/api/Scan.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { defineDelete, defineDetails, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import { createInput, scan, updateInput } from './scan-shapes.js';
import type { Scan } from './scan-shapes.js';
import { defineUsableList, nonEmpty, objectAnswerId, objectId, optionalAnswerText, reference } from './shapes.js';
import type { ObjectId, ObjectReference, UsableList } from './shapes.js';

export type { Scan, ScanCreateInput, ScanUpdateInput } from './scan-shapes.js';
export type { Schedule } from './schedule.js';
export type { DetailsInput, FieldsInput, ObjectId, ObjectInput, ObjectReference, UsableList } from './shapes.js';

export interface ScanCopyInput {
  readonly id: ObjectId;
  /** The name of the copy. */
  readonly name: string;
  /** The user that gets it. */
  readonly targetUser: ObjectReference;
}

export interface ScanCopy {
  readonly scan: Scan;
}

export interface ScanLaunchInput {
  readonly id: ObjectId;
  /** The one address to take a diagnostic scan of. */
  readonly diagnosticTarget?: string | undefined;
  /** The password to lock its findings with. */
  readonly diagnosticPassword?: string | undefined;
}

export interface ScanLaunch {
  readonly scanID: string;
  /** The result that the run writes: `scanResults.details` tells how far it is. */
  readonly scanResult: {
    readonly id: string;
    readonly name?: string | null;
    readonly status?: string | null;
  };
}

const place: ObjectPlace = { area: 'scans', path: '/scan', docs: 'https://docs.tenable.com/security-center/api/Scan.htm' };

const copyInput: v.GenericSchema<ScanCopyInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  name: nonEmpty,
  targetUser: reference,
});

const launchInput: v.GenericSchema<ScanLaunchInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  diagnosticTarget: v.optional(nonEmpty),
  diagnosticPassword: v.optional(nonEmpty),
});

const launched: v.GenericSchema<unknown, ScanLaunch> = /* @__PURE__ */ v.looseObject({
  scanID: objectAnswerId,
  scanResult: v.looseObject({ id: objectAnswerId, name: optionalAnswerText, status: optionalAnswerText }),
});

/** The scans that the account may use, and those that it may manage. */
export const list = /* @__PURE__ */ defineList<UsableList<Scan>>(place, /* @__PURE__ */ defineUsableList(scan));

/** One scan. Its results are in `scanResults`. */
export const details = /* @__PURE__ */ defineDetails<Scan>(place, scan);

/** Creates a scan. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'scans.create',
  product: 'sc',
  method: 'POST',
  path: '/scan',
  docs: 'https://docs.tenable.com/security-center/api/Scan.htm',
  input: createInput,
  output: /* @__PURE__ */ json<Scan>(scan),
});

/** Changes what is given of a scan. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'scans.update',
  product: 'sc',
  method: 'PATCH',
  path: '/scan/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Scan.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<Scan>(scan),
});

const remove = /* @__PURE__ */ defineDelete(place);

/** Copies a scan to a user, who may be its owner. */
export const copy = /* @__PURE__ */ defineOperation({
  id: 'scans.copy',
  product: 'sc',
  method: 'POST',
  path: '/scan/{id}/copy',
  docs: 'https://docs.tenable.com/security-center/api/Scan.htm',
  input: copyInput,
  output: /* @__PURE__ */ json<ScanCopy>(/* @__PURE__ */ v.looseObject({ scan })),
});

/** Starts a scan. */
export const launch = /* @__PURE__ */ defineOperation({
  id: 'scans.launch',
  product: 'sc',
  method: 'POST',
  path: '/scan/{id}/launch',
  docs: 'https://docs.tenable.com/security-center/api/Scan.htm',
  input: launchInput,
  secrets: ['diagnosticPassword'],
  output: /* @__PURE__ */ json<ScanLaunch>(launched),
});

export { remove as delete };
