/** What scans and policies are made of. Each template has settings of its own, so those that are not named here pass, too. */
import * as v from 'valibot';

import { inWords } from '../../schema/own-words.js';
import { answerId, numericId } from '../../schema/shapes.js';

/** A part of a scan or a policy by name, such as `plugins`, in the form that `editor.details` shows. */
export type EditorPart = Readonly<Record<string, unknown>>;

/** The form of a template, a scan or a policy: its parts in the terms of the web interface. */
export interface EditorForm {
  /** The template's. */
  readonly uuid: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly settings?: unknown;
  /** Newer servers leave it out unless the request has the header `X-API-Version: 2`. */
  readonly plugins?: unknown;
}

/** A scan's settings: those that every template has by their names, and any other. */
export interface ScanSettings {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** What is scanned: addresses, ranges and host names, joined by commas. */
  readonly text_targets?: string | undefined;
  readonly policy_id?: number | undefined;
  readonly folder_id?: number | undefined;
  readonly scanner_id?: number | string | undefined;
  /** Whether the schedule is in force. */
  readonly enabled?: boolean | undefined;
  /** How often the schedule starts it. */
  readonly launch?: 'ON_DEMAND' | 'ONETIME' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | undefined;
  /** `YYYYMMDDThhmmss` in `timezone`. */
  readonly starttime?: string | undefined;
  /** `FREQ=WEEKLY;INTERVAL=1;BYDAY=MO`. */
  readonly rrules?: string | undefined;
  /** A name such as `Europe/London`. */
  readonly timezone?: string | undefined;
  /** Addresses that get a message about results, joined by commas. */
  readonly emails?: string | undefined;
  /** A setting of the template. */
  readonly [setting: string]: unknown;
}

/** The settings of a scan that is created. */
export interface NewScanSettings extends ScanSettings {
  readonly name: string;
}

/** A policy's settings: those that every template has by their names, and any other. */
export interface PolicySettings {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** A setting of the template. */
  readonly [setting: string]: unknown;
}

/** The settings of a policy that is created. */
export interface NewPolicySettings extends PolicySettings {
  readonly name: string;
}

/** A schedule's start, without a zone. */
const localTime = /* @__PURE__ */ v.pipe(
  v.string(),
  v.check((value) => /^\d{8}T\d{6}$/.test(value), inWords('a time as YYYYMMDDThhmmss')),
);

const name = /* @__PURE__ */ v.pipe(/* @__PURE__ */ v.string(), /* @__PURE__ */ v.minLength(1));
const text = /* @__PURE__ */ v.optional(/* @__PURE__ */ v.string());
const id = /* @__PURE__ */ v.optional(numericId);

const policyEntries = { name: /* @__PURE__ */ v.optional(name), description: text };

const scanEntries = {
  ...policyEntries,
  text_targets: text,
  policy_id: id,
  folder_id: id,
  scanner_id: /* @__PURE__ */ v.optional(/* @__PURE__ */ v.union([numericId, /* @__PURE__ */ v.string()])),
  enabled: /* @__PURE__ */ v.optional(/* @__PURE__ */ v.boolean()),
  launch: /* @__PURE__ */ v.optional(/* @__PURE__ */ v.picklist(['ON_DEMAND', 'ONETIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])),
  starttime: /* @__PURE__ */ v.optional(localTime),
  rrules: text,
  timezone: text,
  emails: text,
};

export const scanSettings: v.GenericSchema<ScanSettings> = /* @__PURE__ */ v.objectWithRest(scanEntries, v.unknown());

export const newScanSettings: v.GenericSchema<NewScanSettings> = /* @__PURE__ */ v.objectWithRest({ ...scanEntries, name }, v.unknown());

export const policySettings: v.GenericSchema<PolicySettings> = /* @__PURE__ */ v.objectWithRest(policyEntries, v.unknown());

export const newPolicySettings: v.GenericSchema<NewPolicySettings> = /* @__PURE__ */ v.objectWithRest({ ...policyEntries, name }, v.unknown());

export const editorPart: v.GenericSchema<EditorPart> = /* @__PURE__ */ v.record(v.string(), v.unknown());

export const editorForm: v.GenericSchema<unknown, EditorForm> = /* @__PURE__ */ v.looseObject({
  uuid: answerId,
  name: v.exactOptional(v.nullable(v.string())),
  title: v.exactOptional(v.nullable(v.string())),
  settings: v.exactOptional(v.unknown()),
  plugins: v.exactOptional(v.unknown()),
});
