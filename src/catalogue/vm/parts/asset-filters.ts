/** What the exports of both forms of assets take. */
import { flag, limits, text, withRules, z } from '../../language/index.js';
import { texts, time } from './export-filters.js';

const flagFilter = flag.optional();

/** What assets are filtered by in either form. All that are given must hold. */
export const assetFilters = {
  created_at: time,
  updated_at: time,
  terminated_at: time,
  deleted_at: time,
  first_scan_time: time,
  last_authenticated_scan_time: time,
  last_assessed: time,
  is_terminated: flagFilter,
  is_deleted: flagFilter,
  is_licensed: flagFilter.describe('Without it: assets with and without a licence.'),
  has_plugin_results: flagFilter,
  servicenow_sysid: flagFilter.describe('Whether the asset has an id of ServiceNow.'),
  last_scan_id: text.optional().describe("The id of the scan's configuration."),
  network_id: text.optional(),
  sources: texts.describe('Seen by any of these: `NESSUS_SCAN`, `NESSUS_AGENT`, `PVS`, `AWS`, `WAS`, or names of the customer.'),
};

export const AssetFilters = z.object(assetFilters).describe('What assets are filtered by in either form. All that are given must hold.');

const chunks = {
  chunk_size: z.int().min(100).max(10_000).describe('Assets a chunk, 100 to 10000; over 5000 is not advised.').meta({ example: 1000 }),
  include_open_ports: flagFilter,
  include_resource_tags: flagFilter.describe('At most 1000 assets a chunk with this.'),
};

export const AssetChunks = z.object(chunks).describe('What an export of assets is asked for besides filters.');

/** The argument of an export of assets with such filters. */
export const toAssetsInput = (filters: z.ZodType): z.ZodObject =>
  withRules(z.object({ ...chunks, filters: filters.optional().describe('All of them must hold.') }), limits('include_resource_tags', 'chunk_size', 1000));
