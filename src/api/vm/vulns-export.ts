/** Exports of vulnerability findings. https://developer.tenable.com/reference/exports-vulns-request-export */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { patternObject, unixSeconds } from '../../schema/shapes.js';
import { defineExportCancel, defineExportChunk, defineExportStatus, exportCreated, scoreFilter, tagFilter } from './export-shapes.js';
import type { ExportCreated, ScoreFilter } from './export-shapes.js';

export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';

export interface VulnsFilters {
  /** Findings changed since then; with it, fixed ones come too. Unix time in seconds. */
  readonly since?: number | undefined;
  readonly first_found?: number | undefined;
  readonly first_seen?: number | undefined;
  readonly last_found?: number | undefined;
  readonly last_seen?: number | undefined;
  readonly indexed_at?: number | undefined;
  readonly last_fixed?: number | undefined;
  readonly resurfaced_date?: number | undefined;
  readonly cidr_range?: string | undefined;
  /** At most 200. */
  readonly cve_id?: readonly string[] | undefined;
  readonly cvss4_base_score?: ScoreFilter | undefined;
  readonly epss_score?: ScoreFilter | undefined;
  readonly vpr_score?: ScoreFilter | undefined;
  readonly network_id?: string | undefined;
  readonly plugin_family?: readonly string[] | undefined;
  readonly plugin_id?: readonly number[] | undefined;
  readonly plugin_type?: string | undefined;
  readonly scan_uuid?: string | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly severity_modification_type?: readonly ('NONE' | 'RECASTED' | 'ACCEPTED')[] | undefined;
  /** Without it: open and reopened ones. */
  readonly state?: readonly ('OPEN' | 'REOPENED' | 'FIXED')[] | undefined;
  readonly source?: readonly string[] | undefined;
  /** `'tag.Location': ['Berlin']` */
  readonly [tag: `tag.${string}`]: readonly string[];
}

export interface VulnsExportInput {
  /** Assets a chunk, 50 to 5000; Tenable moves other numbers to the nearer bound. Default 50. */
  readonly num_assets?: number | undefined;
  readonly include_unlicensed?: boolean | undefined;
  /** Without any time filter, only findings of the last 30 days come. */
  readonly filters?: VulnsFilters | undefined;
}

/** One finding. Members without a value are left out by Tenable, not `null`. */
export interface VulnRecord {
  readonly asset: { readonly uuid: string; readonly hostname?: string; readonly ipv4?: string; readonly fqdn?: string };
  readonly plugin: { readonly id: number; readonly name?: string; readonly family?: string; readonly cve?: readonly string[] };
  readonly port?: { readonly port: number; readonly protocol: string; readonly service?: string };
  /** `info`, `low`, `medium`, `high` or `critical`. */
  readonly severity: string;
  readonly severity_id?: number;
  /** `OPEN`, `REOPENED` or `FIXED`. */
  readonly state?: string;
  readonly output?: string;
  /** ISO 8601. */
  readonly first_found?: string;
  /** ISO 8601. */
  readonly last_found?: string;
  /** ISO 8601. */
  readonly last_fixed?: string;
}

const texts = /* @__PURE__ */ v.array(v.string());
const optionalTime = /* @__PURE__ */ v.optional(unixSeconds);
const optionalScore = /* @__PURE__ */ v.optional(scoreFilter);

const filters = /* @__PURE__ */ patternObject(
  {
    since: optionalTime,
    first_found: optionalTime,
    first_seen: optionalTime,
    last_found: optionalTime,
    last_seen: optionalTime,
    indexed_at: optionalTime,
    last_fixed: optionalTime,
    resurfaced_date: optionalTime,
    cidr_range: v.optional(v.string()),
    cve_id: v.optional(v.pipe(texts, v.maxLength(200))),
    cvss4_base_score: optionalScore,
    epss_score: optionalScore,
    vpr_score: optionalScore,
    network_id: v.optional(v.string()),
    plugin_family: v.optional(texts),
    plugin_id: v.optional(v.array(v.number())),
    plugin_type: v.optional(v.string()),
    scan_uuid: v.optional(v.string()),
    severity: v.optional(v.array(v.picklist(['info', 'low', 'medium', 'high', 'critical']))),
    severity_modification_type: v.optional(v.array(v.picklist(['NONE', 'RECASTED', 'ACCEPTED']))),
    state: v.optional(v.array(v.picklist(['OPEN', 'REOPENED', 'FIXED']))),
    source: v.optional(texts),
  },
  tagFilter,
  'tag.<Category>',
  texts,
) as v.GenericSchema<VulnsFilters>; // the pattern is what the template-literal key of the interface says

const createInput: v.GenericSchema<VulnsExportInput> = /* @__PURE__ */ v.strictObject({
  num_assets: v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(5000))),
  include_unlicensed: v.optional(v.boolean()),
  filters: v.optional(filters),
});

const vulnRecord: v.GenericSchema<unknown, VulnRecord> = /* @__PURE__ */ v.looseObject({
  asset: v.looseObject({ uuid: v.string() }),
  plugin: v.looseObject({ id: v.number() }),
  severity: v.string(),
});

/** Starts an export job. A duplicate of a running one is an `UnsupportedError` with `activeJobId`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'vulnsExport.create',
  product: 'vm',
  method: 'POST',
  path: '/vulns/export',
  docs: 'https://developer.tenable.com/reference/exports-vulns-request-export',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus('vulns', 'exports-vulns-export-status');

/** One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<VulnRecord>('vulns', vulnRecord, 'exports-vulns-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel('vulns', 'exports-vulns-export-cancel');
