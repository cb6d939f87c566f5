/** Exports of compliance findings. https://developer.tenable.com/reference/io-exports-compliance-create */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { unixSeconds, uuid } from '../../schema/shapes.js';
import { defineExportCancel, defineExportChunk, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated } from './export-shapes.js';

export type ComplianceResult = 'PASSED' | 'FAILED' | 'WARNING' | 'SKIPPED' | 'ERROR' | 'UNKNOWN';

export interface ComplianceFilters {
  /** Unix time in seconds, as all times here. */
  readonly last_seen?: number | undefined;
  /** Only together with `last_seen`. */
  readonly first_seen?: number | undefined;
  readonly last_observed?: number | undefined;
  readonly indexed_at?: number | undefined;
  readonly since?: number | undefined;
  /** With `*` for any text. */
  readonly audit_name?: string | undefined;
  /** With `*` for any text. */
  readonly audit_file_name?: string | undefined;
  readonly compliance_results?: readonly ComplianceResult[] | undefined;
  readonly ipv4_addresses?: readonly string[] | undefined;
  readonly ipv6_addresses?: readonly string[] | undefined;
  readonly network_id?: string | undefined;
  readonly plugin_id?: readonly number[] | undefined;
  readonly state?: readonly ('OPEN' | 'REOPENED' | 'FIXED')[] | undefined;
  readonly tags?: readonly { readonly category: string; readonly values: readonly string[] }[] | undefined;
}

export interface ComplianceExportInput {
  /** Findings a chunk, 50 to 10000. Default 5000. */
  readonly num_findings?: number | undefined;
  /** Only these assets; at most 200 UUIDs. */
  readonly asset?: readonly string[] | undefined;
  readonly filters?: ComplianceFilters | undefined;
}

/** One compliance finding. */
export interface ComplianceRecord {
  readonly asset_uuid?: string | null;
  readonly audit_file?: string | null;
  readonly check_id?: string | null;
  readonly check_name?: string | null;
  /** `PASSED`, `FAILED`, `WARNING` and others. */
  readonly status?: string | null;
  readonly expected_value?: string | null;
  readonly actual_value?: string | null;
  readonly plugin_id?: number | null;
  /** ISO 8601. */
  readonly first_seen?: string | null;
  /** ISO 8601. */
  readonly last_seen?: string | null;
}

const optionalTime = /* @__PURE__ */ v.optional(unixSeconds);
const optionalTexts = /* @__PURE__ */ v.optional(v.array(v.string()));

const filters: v.GenericSchema<ComplianceFilters> = /* @__PURE__ */ v.strictObject({
  last_seen: optionalTime,
  first_seen: optionalTime,
  last_observed: optionalTime,
  indexed_at: optionalTime,
  since: optionalTime,
  audit_name: v.optional(v.string()),
  audit_file_name: v.optional(v.string()),
  compliance_results: v.optional(v.array(v.picklist(['PASSED', 'FAILED', 'WARNING', 'SKIPPED', 'ERROR', 'UNKNOWN']))),
  ipv4_addresses: optionalTexts,
  ipv6_addresses: optionalTexts,
  network_id: v.optional(v.string()),
  plugin_id: v.optional(v.array(v.number())),
  state: v.optional(v.array(v.picklist(['OPEN', 'REOPENED', 'FIXED']))),
  tags: v.optional(v.array(v.strictObject({ category: v.string(), values: v.array(v.string()) }))),
});

const createInput: v.GenericSchema<ComplianceExportInput> = /* @__PURE__ */ v.strictObject({
  num_findings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(10_000))),
  asset: v.optional(v.pipe(v.array(uuid), v.maxLength(200))),
  filters: v.optional(filters),
});

const complianceRecord: v.GenericSchema<unknown, ComplianceRecord> = /* @__PURE__ */ v.looseObject({});

/** Starts an export job. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'complianceExport.create',
  product: 'vm',
  method: 'POST',
  path: '/compliance/export',
  docs: 'https://developer.tenable.com/reference/io-exports-compliance-create',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus('compliance', 'io-exports-compliance-status');

/** One chunk's findings; an empty list is no error. An expired chunk is a `NotFoundError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<ComplianceRecord>('compliance', complianceRecord, 'io-exports-compliance-download');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel('compliance', 'io-exports-compliance-cancel');
