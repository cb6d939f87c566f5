/** Exports of compliance findings. https://developer.tenable.com/reference/io-exports-compliance-create */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { inWords } from '../../schema/own-words.js';
import { uuid } from '../../schema/shapes.js';
import { optionalPluginIds, optionalStates, optionalText, optionalTexts, optionalTime } from './export-filters.js';
import type { ExportTime, FindingState } from './export-filters.js';
import { defineExportCancel, defineExportChunk, defineExportList, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated, ExportPlace } from './export-shapes.js';
import { defineFilters } from './filter-rules.js';

export type { ExportTime, FindingState } from './export-filters.js';
export type { ExportCancelled, ExportChunkInput, ExportCreated, ExportInput, ExportJobEntry, ExportJobs, ExportStatus } from './export-shapes.js';

export type ComplianceResult = 'PASSED' | 'FAILED' | 'WARNING' | 'SKIPPED' | 'ERROR' | 'UNKNOWN';

export interface ComplianceTag {
  readonly category: string;
  readonly values: readonly string[];
}

export interface ComplianceFilters {
  /** Seen as present since then. */
  readonly last_seen?: ExportTime | undefined;
  /** Only together with `last_seen`. */
  readonly first_seen?: ExportTime | undefined;
  /** Seen as present or as fixed since then. */
  readonly last_observed?: ExportTime | undefined;
  readonly indexed_at?: ExportTime | undefined;
  /** Present ones seen, and fixed ones fixed, since then. */
  readonly since?: ExportTime | undefined;
  /** With `*` for any text. */
  readonly audit_name?: string | undefined;
  /** With `*` for any text. */
  readonly audit_file_name?: string | undefined;
  readonly compliance_results?: readonly ComplianceResult[] | undefined;
  readonly ipv4_addresses?: readonly string[] | undefined;
  readonly ipv6_addresses?: readonly string[] | undefined;
  /** A UUID. */
  readonly network_id?: string | undefined;
  readonly plugin_id?: readonly number[] | undefined;
  readonly state?: readonly FindingState[] | undefined;
  readonly tags?: readonly ComplianceTag[] | undefined;
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

const filters: v.GenericSchema<ComplianceFilters> = /* @__PURE__ */ defineFilters({
  last_seen: optionalTime,
  first_seen: optionalTime,
  last_observed: optionalTime,
  indexed_at: optionalTime,
  since: optionalTime,
  audit_name: optionalText,
  audit_file_name: optionalText,
  compliance_results: v.optional(v.array(v.picklist(['PASSED', 'FAILED', 'WARNING', 'SKIPPED', 'ERROR', 'UNKNOWN']))),
  ipv4_addresses: optionalTexts,
  ipv6_addresses: optionalTexts,
  network_id: v.optional(uuid),
  plugin_id: optionalPluginIds,
  state: optionalStates,
  tags: v.optional(v.array(v.strictObject({ category: v.string(), values: v.array(v.string()) }))),
}, [{ _tag: 'Needs', filters: ['first_seen'], needed: 'last_seen' }]);

const createInput: v.GenericSchema<ComplianceExportInput> = /* @__PURE__ */ v.strictObject({
  num_findings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(10_000))),
  asset: v.optional(v.pipe(v.array(uuid), v.maxLength(200, inWords('a list of at most 200')))),
  filters: v.optional(filters),
});

const complianceRecord: v.GenericSchema<unknown, ComplianceRecord> = /* @__PURE__ */ v.looseObject({});

const place: ExportPlace = { area: 'complianceExport', jobs: '/compliance/export' };

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
export const status = /* @__PURE__ */ defineExportStatus(place, 'io-exports-compliance-status');

/** One chunk's findings; an empty list is no error. An expired chunk is a `NotFoundError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<ComplianceRecord>(place, complianceRecord, 'io-exports-compliance-download');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel(place, 'io-exports-compliance-cancel');

/** The last 1000 jobs. Where there are none, it may be a `NotFoundError`. */
export const list = /* @__PURE__ */ defineExportList(place, 'exports-compliance-status-list');
