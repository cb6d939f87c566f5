/** Exports of findings in web applications. https://developer.tenable.com/reference/was-export-findings */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { uuid } from '../../schema/shapes.js';
import {
  optionalAssetCount, optionalFlag, optionalModifications, optionalPercentage, optionalPluginIds, optionalScore, optionalStates, optionalText,
  optionalTexts, optionalTime,
} from './export-filters.js';
import type { ExportTime, FindingState, ScoreFilter, Severity, SeverityModification } from './export-filters.js';
import { defineExportCancel, defineExportChunk, defineExportList, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated, ExportPlace } from './export-shapes.js';
import { defineFilters } from './filter-rules.js';

export type { ExportTime, FindingState, ScoreFilter, Severity, SeverityModification } from './export-filters.js';
export type { ExportCancelled, ExportChunkInput, ExportCreated, ExportInput, ExportJobEntry, ExportJobs, ExportStatus } from './export-shapes.js';

/** A chapter of OWASP's list of risks of web applications. */
export type OwaspChapter = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10';

/** A chapter of OWASP's list of risks of APIs. */
export type OwaspApiChapter = `API${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`;

/** Findings of web applications have it in capitals, other findings do not. Both are taken; capitals are sent. */
export type WasSeverity = Severity | Uppercase<Severity>;

export interface WasFilters {
  /** Findings seen, or where they are fixed: fixed, since then. Not with `first_found`, `last_found` or `last_fixed`. */
  readonly since?: ExportTime | undefined;
  /** First found since then. Needs `state`, as the next two do. */
  readonly first_found?: ExportTime | undefined;
  readonly last_found?: ExportTime | undefined;
  readonly last_fixed?: ExportTime | undefined;
  readonly indexed_at?: ExportTime | undefined;
  /** UUIDs. */
  readonly asset_uuid?: readonly string[] | undefined;
  readonly asset_name?: string | undefined;
  readonly ipv4s?: readonly string[] | undefined;
  readonly plugin_ids?: readonly number[] | undefined;
  readonly owasp_2010?: readonly OwaspChapter[] | undefined;
  readonly owasp_2013?: readonly OwaspChapter[] | undefined;
  readonly owasp_2017?: readonly OwaspChapter[] | undefined;
  readonly owasp_2021?: readonly OwaspChapter[] | undefined;
  readonly owasp_api_2019?: readonly OwaspApiChapter[] | undefined;
  readonly severity?: readonly WasSeverity[] | undefined;
  readonly severity_modification_type?: readonly SeverityModification[] | undefined;
  /** Without it: open and reopened ones, and with `since` the fixed ones, too. */
  readonly state?: readonly FindingState[] | undefined;
  /** 0 to 10. */
  readonly cvss4_base_score?: ScoreFilter | undefined;
  /** Per cent, 0 to 100. */
  readonly epss_score?: ScoreFilter | undefined;
  /** 0 to 10. */
  readonly vpr_score?: ScoreFilter | undefined;
  /** 0 to 10. Tenable gives it up; `vpr_score` takes over its model. */
  readonly vpr_v2_score?: ScoreFilter | undefined;
}

export interface WasExportInput {
  /** Assets a chunk, 50 to 5000. Default 50. */
  readonly num_assets?: number | undefined;
  /** Findings of assets without a license, too. Default `false` (pyTenable sends `true`). */
  readonly include_unlicensed?: boolean | undefined;
  /** Without any time filter, only findings of the last 30 days come; `since: 1` asks for all. */
  readonly filters?: WasFilters | undefined;
}

/** One finding in a web application. Members without a value are left out by Tenable. */
export interface WasRecord {
  readonly finding_id: string;
  readonly url?: string;
  readonly asset?: { readonly uuid?: string; readonly fqdn?: string; readonly ipv4?: string };
  readonly plugin?: { readonly id?: number; readonly name?: string; readonly family?: string; readonly cve?: readonly string[] };
  /** `INFO`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`. */
  readonly severity?: string;
  readonly severity_id?: number;
  /** `OPEN`, `REOPENED` or `FIXED`. */
  readonly state?: string;
  readonly http_method?: string;
  readonly input_type?: string;
  readonly input_name?: string;
  readonly output?: string;
  readonly proof?: string;
  readonly payload?: string;
  /** ISO 8601. */
  readonly first_found?: string;
  /** ISO 8601. */
  readonly last_found?: string;
  /** ISO 8601. */
  readonly last_fixed?: string;
}

const chapters = /* @__PURE__ */ v.optional(v.array(v.picklist(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'])));
const apiChapters = /* @__PURE__ */ v.optional(v.array(v.picklist([
  'API1', 'API2', 'API3', 'API4', 'API5', 'API6', 'API7', 'API8', 'API9', 'API10',
])));
const severity = /* @__PURE__ */ v.pipe(
  v.picklist(['info', 'low', 'medium', 'high', 'critical', 'INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
  v.transform((word) => word.toUpperCase() as Uppercase<Severity>), // of one of these words
);

const filters: v.GenericSchema<WasFilters> = /* @__PURE__ */ defineFilters({
  since: optionalTime,
  first_found: optionalTime,
  last_found: optionalTime,
  last_fixed: optionalTime,
  indexed_at: optionalTime,
  asset_uuid: v.optional(v.array(uuid)),
  asset_name: optionalText,
  ipv4s: optionalTexts,
  plugin_ids: optionalPluginIds,
  owasp_2010: chapters,
  owasp_2013: chapters,
  owasp_2017: chapters,
  owasp_2021: chapters,
  owasp_api_2019: apiChapters,
  severity: v.optional(v.array(severity)),
  severity_modification_type: optionalModifications,
  state: optionalStates,
  cvss4_base_score: optionalScore,
  epss_score: optionalPercentage,
  vpr_score: optionalScore,
  vpr_v2_score: optionalScore,
}, [
  { _tag: 'Excludes', filter: 'since', others: ['first_found', 'last_found', 'last_fixed'] },
  { _tag: 'Needs', filters: ['first_found', 'last_found', 'last_fixed'], needed: 'state' },
]);

const createInput: v.GenericSchema<WasExportInput> = /* @__PURE__ */ v.strictObject({
  num_assets: optionalAssetCount,
  include_unlicensed: optionalFlag,
  filters: v.optional(filters),
});

const wasRecord: v.GenericSchema<unknown, WasRecord> = /* @__PURE__ */ v.looseObject({ finding_id: v.string() });

const place: ExportPlace = { area: 'wasExport', jobs: '/was/v1/export/vulns' };

/** Starts an export job. A duplicate of a running one is an `UnsupportedError` with `activeJobId`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'wasExport.create',
  product: 'vm',
  method: 'POST',
  path: '/was/v1/export/vulns',
  docs: 'https://developer.tenable.com/reference/was-export-findings',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus(place, 'was-export-findings-status');

/** One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<WasRecord>(place, wasRecord, 'was-export-findings-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel(place, 'was-export-findings-cancel');

/** The last 1000 jobs; of those that have finished, the ones of the last three days. */
export const list = /* @__PURE__ */ defineExportList(place, 'was-export-findings-jobs-list');
