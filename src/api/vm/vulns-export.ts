/** Exports of vulnerability findings. https://developer.tenable.com/reference/exports-vulns-request-export */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { inWords } from '../../schema/own-words.js';
import { numericId, uuid } from '../../schema/shapes.js';
import {
  optionalAssetCount, optionalFlag, optionalModifications, optionalPercentage, optionalPluginIds, optionalScore, optionalStates, optionalText,
  optionalTexts, optionalTime,
} from './export-filters.js';
import type { ExportTime, FindingState, ScoreFilter, Severity, SeverityModification } from './export-filters.js';
import { defineExportCancel, defineExportChunk, defineExportList, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated, ExportPlace } from './export-shapes.js';
import { defineTaggedFilters } from './filter-rules.js';

export type { ExportTime, FindingState, ScoreFilter, Severity, SeverityModification } from './export-filters.js';
export type { ExportCancelled, ExportChunkInput, ExportCreated, ExportInput, ExportJobEntry, ExportJobs, ExportStatus } from './export-shapes.js';

export type CveCategory =
  | 'cisa known exploitable' | 'emerging threats' | 'in the news' | 'persistently exploited' | 'ransomware' | 'recent active exploitation'
  | 'top 50 vpr';
export type ExploitMaturity = 'high' | 'functional' | 'poc' | 'unproven';
export type ThreatIntensity = 'very high' | 'high' | 'medium' | 'low' | 'very low';
export type Weaponization = 'apt' | 'botnet' | 'malware' | 'ransomware' | 'rootkit';

/** Why a vulnerability of a piece of software may not be one. */
export type PotentialReason = 'Managed' | 'Component' | 'Config Required' | 'Low Fidelity' | 'Incomplete Version' | 'Backported';

/** In whole seconds. */
export interface DurationFilter {
  readonly gte?: number | undefined;
  readonly lte?: number | undefined;
}

export interface VulnsFilters {
  /** Findings seen, or where they are fixed: fixed, since then. Not with the five times that follow. */
  readonly since?: ExportTime | undefined;
  /** First found since then, as `first_seen`. Needs `state`. */
  readonly first_found?: ExportTime | undefined;
  readonly first_seen?: ExportTime | undefined;
  /** Last found since then, as `last_seen`. Needs `state`. */
  readonly last_found?: ExportTime | undefined;
  readonly last_seen?: ExportTime | undefined;
  /** Needs `state`. */
  readonly last_fixed?: ExportTime | undefined;
  readonly indexed_at?: ExportTime | undefined;
  readonly resurfaced_date?: ExportTime | undefined;
  /** With it, only fixed ones come. */
  readonly time_taken_to_fix?: DurationFilter | undefined;
  /** `192.0.2.0/24` */
  readonly cidr_range?: string | undefined;
  /** At most 200. */
  readonly cve_id?: readonly string[] | undefined;
  readonly cve_category?: readonly CveCategory[] | undefined;
  /** 0 to 10. */
  readonly cvss4_base_score?: ScoreFilter | undefined;
  /** Per cent, 0 to 100. */
  readonly epss_score?: ScoreFilter | undefined;
  readonly exploit_maturity?: readonly ExploitMaturity[] | undefined;
  /** A UUID. Goes only with `indexed_at`, `since`, `severity`, `severity_modification_type` and `state`. */
  readonly initiative_id?: string | undefined;
  /** A UUID. */
  readonly network_id?: string | undefined;
  /** As Tenable writes them: capitals matter. */
  readonly plugin_family?: readonly string[] | undefined;
  readonly plugin_id?: readonly number[] | undefined;
  /** `remote`, `local`, `combined` and others. */
  readonly plugin_type?: string | undefined;
  /** The scan that found it last, as in `scan.uuid` of a finding: a UUID or longer. */
  readonly scan_uuid?: string | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly severity_modification_type?: readonly SeverityModification[] | undefined;
  /** `true`: only vulnerabilities of software that are not certain. `false`: only certain ones. */
  readonly software_vulns_potential?: boolean | undefined;
  /** At least one. Not with `software_vulns_potential: false`. */
  readonly software_vulns_potential_reasons?: readonly PotentialReason[] | undefined;
  /** Found by any of these: `NESSUS`, `AGENT`, `NNM`, or names of the customer. */
  readonly source?: readonly string[] | undefined;
  /** Without it: open and reopened ones, and with `since` the fixed ones, too. */
  readonly state?: readonly FindingState[] | undefined;
  /** 0 to 10. */
  readonly vpr_score?: ScoreFilter | undefined;
  /** 0 to 10. Tenable gives it up; `vpr_score` takes over its model. */
  readonly vpr_v2_score?: ScoreFilter | undefined;
  readonly vpr_threat_intensity?: readonly ThreatIntensity[] | undefined;
  readonly weaponization?: readonly Weaponization[] | undefined;
  /** Known before there was a patch. */
  readonly zero_day?: boolean | undefined;
  /** `'tag.Location': ['Berlin', 'Bonn']`: one of the values. Of several categories, each must hold. */
  readonly [tag: `tag.${string}`]: readonly string[];
}

export interface VulnsExportInput {
  /** Assets a chunk, 50 to 5000; Tenable moves other numbers to the nearer bound. Default 50 (pyTenable sends 500): the fewer, the more requests. */
  readonly num_assets?: number | undefined;
  /** Findings of assets without a license, too. Default `false` (pyTenable sends `true`). */
  readonly include_unlicensed?: boolean | undefined;
  /** Adds `software_vulns` to the findings. Default: `false`. */
  readonly include_software_vulns?: boolean | undefined;
  /** Without any time filter, only findings of the last 30 days come; `since: 1` asks for all. Without `state` and `since`, those that are FIXED are left out. */
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

const duration = /* @__PURE__ */ v.optional(numericId);

const filters = /* @__PURE__ */ defineTaggedFilters({
  since: optionalTime,
  first_found: optionalTime,
  first_seen: optionalTime,
  last_found: optionalTime,
  last_seen: optionalTime,
  last_fixed: optionalTime,
  indexed_at: optionalTime,
  resurfaced_date: optionalTime,
  time_taken_to_fix: v.optional(v.strictObject({ gte: duration, lte: duration })),
  cidr_range: optionalText,
  cve_id: v.optional(v.pipe(v.array(v.string()), v.maxLength(200, inWords('a list of at most 200')))),
  cve_category: v.optional(v.array(v.picklist([
    'cisa known exploitable', 'emerging threats', 'in the news', 'persistently exploited', 'ransomware', 'recent active exploitation', 'top 50 vpr',
  ]))),
  cvss4_base_score: optionalScore,
  epss_score: optionalPercentage,
  exploit_maturity: v.optional(v.array(v.picklist(['high', 'functional', 'poc', 'unproven']))),
  initiative_id: v.optional(uuid),
  network_id: v.optional(uuid),
  plugin_family: optionalTexts,
  plugin_id: optionalPluginIds,
  plugin_type: optionalText,
  scan_uuid: optionalText,
  severity: v.optional(v.array(v.picklist(['info', 'low', 'medium', 'high', 'critical']))),
  severity_modification_type: optionalModifications,
  software_vulns_potential: optionalFlag,
  software_vulns_potential_reasons: v.optional(v.pipe(
    v.array(v.picklist(['Managed', 'Component', 'Config Required', 'Low Fidelity', 'Incomplete Version', 'Backported'])),
    v.minLength(1, inWords('a list of at least one')),
  )),
  source: optionalTexts,
  state: optionalStates,
  vpr_score: optionalScore,
  vpr_v2_score: optionalScore,
  vpr_threat_intensity: v.optional(v.array(v.picklist(['very high', 'high', 'medium', 'low', 'very low']))),
  weaponization: v.optional(v.array(v.picklist(['apt', 'botnet', 'malware', 'ransomware', 'rootkit']))),
  zero_day: optionalFlag,
}, [
  { _tag: 'Excludes', filter: 'since', others: ['first_found', 'first_seen', 'last_found', 'last_seen', 'last_fixed'] },
  { _tag: 'Needs', filters: ['first_found', 'last_found', 'last_fixed'], needed: 'state' },
  { _tag: 'Admits', filter: 'initiative_id', others: ['indexed_at', 'since', 'severity', 'severity_modification_type', 'state'] },
  { _tag: 'Excludes', filter: 'software_vulns_potential', where: false, others: ['software_vulns_potential_reasons'] },
]) as v.GenericSchema<VulnsFilters>; // that other names are names of tags is checked

const createInput: v.GenericSchema<VulnsExportInput> = /* @__PURE__ */ v.strictObject({
  num_assets: optionalAssetCount,
  include_unlicensed: optionalFlag,
  include_software_vulns: optionalFlag,
  filters: v.optional(filters),
});

const vulnRecord: v.GenericSchema<unknown, VulnRecord> = /* @__PURE__ */ v.looseObject({
  asset: v.looseObject({ uuid: v.string() }),
  plugin: v.looseObject({ id: v.number() }),
  severity: v.string(),
});

const place: ExportPlace = { area: 'vulnsExport', jobs: '/vulns/export' };

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
export const status = /* @__PURE__ */ defineExportStatus(place, 'exports-vulns-export-status');

/** One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<VulnRecord>(place, vulnRecord, 'exports-vulns-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel(place, 'exports-vulns-export-cancel');

/** The last 1000 jobs; of those that have finished, the ones of the last three days. */
export const list = /* @__PURE__ */ defineExportList(place, 'exports-vulns-export-status-recent');
