/** Exports of assets. https://developer.tenable.com/reference/exports-assets-request-export */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { inWords } from '../../schema/own-words.js';
import { patternObject, unixSeconds } from '../../schema/shapes.js';
import { defineExportCancel, defineExportChunk, defineExportStatus, exportCreated, tagFilter } from './export-shapes.js';
import type { ExportCreated } from './export-shapes.js';

export interface AssetsFilters {
  /** Unix time in seconds, as all times here. */
  readonly created_at?: number | undefined;
  readonly updated_at?: number | undefined;
  readonly terminated_at?: number | undefined;
  readonly deleted_at?: number | undefined;
  readonly first_scan_time?: number | undefined;
  readonly last_authenticated_scan_time?: number | undefined;
  readonly last_assessed?: number | undefined;
  readonly is_terminated?: boolean | undefined;
  readonly is_deleted?: boolean | undefined;
  readonly is_licensed?: boolean | undefined;
  readonly has_plugin_results?: boolean | undefined;
  readonly servicenow_sysid?: boolean | undefined;
  readonly last_scan_id?: string | undefined;
  readonly network_id?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  /** `'tag.Location': ['Berlin']` */
  readonly [tag: `tag.${string}`]: readonly string[];
}

export interface AssetsExportInput {
  /** Assets a chunk, 100 to 10000; over 5000 is not advised. */
  readonly chunk_size: number;
  readonly include_open_ports?: boolean | undefined;
  /** At most 1000 assets a chunk with this. */
  readonly include_resource_tags?: boolean | undefined;
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

const optionalTime = /* @__PURE__ */ v.optional(unixSeconds);
const optionalFlag = /* @__PURE__ */ v.optional(v.boolean());

const filters = /* @__PURE__ */ patternObject(
  {
    created_at: optionalTime,
    updated_at: optionalTime,
    terminated_at: optionalTime,
    deleted_at: optionalTime,
    first_scan_time: optionalTime,
    last_authenticated_scan_time: optionalTime,
    last_assessed: optionalTime,
    is_terminated: optionalFlag,
    is_deleted: optionalFlag,
    is_licensed: optionalFlag,
    has_plugin_results: optionalFlag,
    servicenow_sysid: optionalFlag,
    last_scan_id: v.optional(v.string()),
    network_id: v.optional(v.string()),
    sources: v.optional(v.array(v.string())),
  },
  tagFilter,
  'tag.<Category>',
  v.array(v.string()),
) as v.GenericSchema<AssetsFilters>; // the pattern is what the template-literal key of the interface says

const createInput: v.GenericSchema<AssetsExportInput> = /* @__PURE__ */ v.pipe(
  v.strictObject({
    chunk_size: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(10_000)),
    include_open_ports: optionalFlag,
    include_resource_tags: optionalFlag,
    filters: v.optional(filters),
  }),
  v.forward(
    v.partialCheck(
      [['chunk_size'], ['include_resource_tags']],
      (input) => input.include_resource_tags !== true || input.chunk_size <= 1000,
      inWords('at most 1000 with include_resource_tags'),
    ),
    ['chunk_size'],
  ),
);

const assetRecord: v.GenericSchema<unknown, AssetRecord> = /* @__PURE__ */ v.looseObject({ id: v.string() });

/** Starts an export job. A duplicate of a running one is an `UnsupportedError`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'assetsExport.create',
  product: 'vm',
  method: 'POST',
  path: '/assets/export',
  docs: 'https://developer.tenable.com/reference/exports-assets-request-export',
  input: createInput,
  output: /* @__PURE__ */ json<ExportCreated>(exportCreated),
});

/** How far a job is, and which chunks can be downloaded. */
export const status = /* @__PURE__ */ defineExportStatus('assets', 'exports-assets-export-status');

/** One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`. */
export const chunk = /* @__PURE__ */ defineExportChunk<AssetRecord>('assets', assetRecord, 'exports-assets-download-chunk');

/** Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`. */
export const cancel = /* @__PURE__ */ defineExportCancel('assets', 'exports-assets-export-cancel');
