/** Exports of assets. https://developer.tenable.com/reference/export-assets-v1 */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { assetFilterEntries, defineAssetsInput } from './asset-filters.js';
import type { AssetChunks, AssetFilters } from './asset-filters.js';
import { defineExportCancel, defineExportChunk, defineExportList, defineExportStatus, exportCreated } from './export-shapes.js';
import type { ExportCreated, ExportPlace } from './export-shapes.js';
import { defineTaggedFilters } from './filter-rules.js';

export type { AssetChunks, AssetFilters } from './asset-filters.js';
export type { ExportCancelled, ExportChunkInput, ExportCreated, ExportInput, ExportJobEntry, ExportJobs, ExportStatus } from './export-shapes.js';

export interface AssetsFilters extends AssetFilters {
  /** `'tag.Location': ['Berlin', 'Bonn']`: one of the values. Of several categories, each must hold. */
  readonly [tag: `tag.${string}`]: readonly string[];
}

export interface AssetsExportInput extends AssetChunks {
  /** All of them must hold. */
  readonly filters?: AssetsFilters | undefined;
}

/** One asset. Members without a value are `null` or empty lists. */
export interface AssetRecord {
  readonly id: string;
  readonly has_agent?: boolean;
  readonly hostnames?: readonly string[];
  readonly fqdns?: readonly string[];
  readonly ipv4s?: readonly string[];
  readonly ipv6s?: readonly string[];
  readonly operating_systems?: readonly string[];
  readonly network_id?: string;
  /** ISO 8601. */
  readonly created_at?: string | null;
  /** ISO 8601. */
  readonly updated_at?: string | null;
  /** ISO 8601. */
  readonly last_seen?: string | null;
}

const filters = /* @__PURE__ */ defineTaggedFilters(assetFilterEntries, []) as v.GenericSchema<AssetsFilters>; // that other names are names of tags is checked

const createInput: v.GenericSchema<AssetsExportInput> = /* @__PURE__ */ defineAssetsInput(filters);

const assetRecord: v.GenericSchema<unknown, AssetRecord> = /* @__PURE__ */ v.looseObject({ id: v.string() });

const place: ExportPlace = { area: 'assetsExport', jobs: '/assets/export' };

/** Starts an export job. A duplicate of a running one is an `UnsupportedError`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'assetsExport.create',
  product: 'vm',
  method: 'POST',
  path: '/assets/export',
  docs: 'https://developer.tenable.com/reference/export-assets-v1',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus(place, 'exports-assets-export-status');

/** One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<AssetRecord>(place, assetRecord, 'exports-assets-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel(place, 'exports-assets-export-cancel');

/** The last 1000 jobs, of both forms of assets. */
export const list = /* @__PURE__ */ defineExportList(place, 'exports-assets-export-status-recent');
