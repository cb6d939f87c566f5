/** Exports of assets in their second form: nested records, web applications too. https://developer.tenable.com/reference/export-assets-v2 */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { assetFilterEntries, defineAssetsInput } from './asset-filters.js';
import type { AssetChunks, AssetFilters } from './asset-filters.js';
import { optionalTime } from './export-filters.js';
import type { ExportTime } from './export-filters.js';
import { defineExportCancel, defineExportChunk, defineExportList, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated, ExportPlace } from './export-shapes.js';
import { defineFilters } from './filter-rules.js';

export type { AssetChunks, AssetFilters } from './asset-filters.js';
export type { ExportTime } from './export-filters.js';
export type { ExportCancelled, ExportChunkInput, ExportCreated, ExportInput, ExportJobEntry, ExportJobs, ExportStatus } from './export-shapes.js';

export type AssetType = 'host' | 'webapp';

/** Unlike `assetsExport`, this one has no filters by tag. */
export interface AssetsV2Filters extends AssetFilters {
  /** Assets updated, deleted or terminated since then. */
  readonly since?: ExportTime | undefined;
  /** Default: `['host']`. */
  readonly types?: readonly AssetType[] | undefined;
}

export interface AssetsV2ExportInput extends AssetChunks {
  /** All of them must hold. */
  readonly filters?: AssetsV2Filters | undefined;
}

/** One asset. Members without a value are left out by Tenable. */
export interface AssetV2Record {
  readonly id: string;
  /** `host`, `webapp`, `cloud` and others. */
  readonly types?: readonly string[];
  readonly has_agent?: boolean;
  readonly has_plugin_results?: boolean;
  readonly is_licensed?: boolean;
  readonly is_public?: boolean;
  readonly operating_systems?: readonly string[];
  readonly network?: {
    readonly network_id?: string;
    readonly network_name?: string;
    readonly hostnames?: readonly string[];
    readonly fqdns?: readonly string[];
    readonly ipv4s?: readonly string[];
    readonly ipv6s?: readonly string[];
    readonly mac_addresses?: readonly string[];
  };
  /** All in ISO 8601. */
  readonly timestamps?: {
    readonly created_at?: string;
    readonly updated_at?: string;
    readonly deleted_at?: string;
    readonly terminated_at?: string;
    readonly first_seen?: string;
    readonly last_seen?: string;
  };
  readonly sources?: readonly { readonly name?: string; readonly first_seen?: string; readonly last_seen?: string }[];
  readonly tags?: readonly { readonly uuid?: string; readonly key?: string; readonly value?: string }[];
  /** Asset criticality, 1 to 10, and asset exposure, 0 to 1000. */
  readonly ratings?: { readonly acr?: { readonly score?: number }; readonly aes?: { readonly score?: number } };
}

const filters: v.GenericSchema<AssetsV2Filters> = /* @__PURE__ */ defineFilters({
  ...assetFilterEntries,
  since: optionalTime,
  types: v.optional(v.array(v.picklist(['host', 'webapp']))),
}, []);

const createInput: v.GenericSchema<AssetsV2ExportInput> = /* @__PURE__ */ defineAssetsInput(filters);

const assetRecord: v.GenericSchema<unknown, AssetV2Record> = /* @__PURE__ */ v.looseObject({ id: v.string() });

/** A job's requests after its creation are those of `assetsExport`. */
const place: ExportPlace = { area: 'assetsV2Export', jobs: '/assets/export' };

/** Starts an export job. A duplicate of a running one is an `UnsupportedError`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'assetsV2Export.create',
  product: 'vm',
  method: 'POST',
  path: '/assets/v2/export',
  docs: 'https://developer.tenable.com/reference/export-assets-v2',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus(place, 'exports-assets-export-status');

/** One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<AssetV2Record>(place, assetRecord, 'exports-assets-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel(place, 'exports-assets-export-cancel');

/** The last 1000 jobs, of both forms of assets. */
export const list = /* @__PURE__ */ defineExportList(place, 'exports-assets-export-status-recent');
