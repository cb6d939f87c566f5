/** What the exports of both forms of assets take. */
import * as v from 'valibot';

import { inWords } from '../../schema/own-words.js';
import { optionalFlag, optionalText, optionalTexts, optionalTime } from './export-filters.js';
import type { ExportTime } from './export-filters.js';

/** What assets are filtered by in either form. All that are given must hold. */
export interface AssetFilters {
  readonly created_at?: ExportTime | undefined;
  readonly updated_at?: ExportTime | undefined;
  readonly terminated_at?: ExportTime | undefined;
  readonly deleted_at?: ExportTime | undefined;
  readonly first_scan_time?: ExportTime | undefined;
  readonly last_authenticated_scan_time?: ExportTime | undefined;
  readonly last_assessed?: ExportTime | undefined;
  readonly is_terminated?: boolean | undefined;
  readonly is_deleted?: boolean | undefined;
  /** Without it: assets with and without a licence. */
  readonly is_licensed?: boolean | undefined;
  readonly has_plugin_results?: boolean | undefined;
  /** Whether the asset has an id of ServiceNow. */
  readonly servicenow_sysid?: boolean | undefined;
  /** The id of the scan's configuration. */
  readonly last_scan_id?: string | undefined;
  readonly network_id?: string | undefined;
  /** Seen by any of these: `NESSUS_SCAN`, `NESSUS_AGENT`, `PVS`, `AWS`, `WAS`, or names of the customer. */
  readonly sources?: readonly string[] | undefined;
}

export const assetFilterEntries = {
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
  last_scan_id: optionalText,
  network_id: optionalText,
  sources: optionalTexts,
};

/** What an export of assets is asked for besides filters. */
export interface AssetChunks {
  /** Assets a chunk, 100 to 10000; over 5000 is not advised. */
  readonly chunk_size: number;
  readonly include_open_ports?: boolean | undefined;
  /** At most 1000 assets a chunk with this. */
  readonly include_resource_tags?: boolean | undefined;
}

/** The argument of an export of assets with such filters. */
/* @__NO_SIDE_EFFECTS__ */
export function defineAssetsInput<Filters>(
  filters: v.GenericSchema<Filters>,
): v.GenericSchema<AssetChunks & { readonly filters?: Filters | undefined }> {
  return v.pipe(
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
}
