/** Exports of assets in their second form: nested records, web applications too. https://developer.tenable.com/reference/export-assets-v2 */
import { flag, list, number, oneOf, post, text, told, z } from '../language/index.js';
import { assetFilters, toAssetsInput } from './parts/asset-filters.js';
import { time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetType = oneOf('host', 'webapp');

export const AssetsV2Filters = z.object({
  ...assetFilters,
  since: time.describe('Assets updated, deleted or terminated since then.'),
  types: list(AssetType).optional().describe("Default: `['host']`."),
}).describe('Unlike `assetsExport`, this one has no filters by tag.');

export const AssetsV2ExportInput = toAssetsInput(AssetsV2Filters);

const one = text.optional();
const several = list(text).optional();
const score = z.object({ score: number.optional() }).optional();

export const AssetV2Record = z.object({
  id: text,
  types: told(list(text)).describe('`host`, `webapp`, `cloud` and others.'),
  has_agent: told(flag),
  has_plugin_results: told(flag),
  is_licensed: told(flag),
  is_public: told(flag),
  operating_systems: told(list(text)),
  network: told(z.object({ network_id: one, network_name: one, hostnames: several, fqdns: several, ipv4s: several, ipv6s: several, mac_addresses: several })),
  timestamps: told(z.object({ created_at: one, updated_at: one, deleted_at: one, terminated_at: one, first_seen: one, last_seen: one })).describe('All in ISO 8601.'),
  sources: told(list(z.object({ name: one, first_seen: one, last_seen: one }))),
  tags: told(list(z.object({ uuid: one, key: one, value: one }))),
  ratings: told(z.object({ acr: score, aes: score })).describe('Asset criticality, 1 to 10, and asset exposure, 0 to 1000.'),
}).describe('One asset. Members without a value are left out by Tenable.');

export const operations = {
  create: post('/assets/v2/export', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError`.',
    input: AssetsV2ExportInput,
    output: ExportCreated,
    page: 'export-assets-v2',
    pyTenable: 'part of tio.exports.assets_v2',
  }),
  ...jobs('/assets/export', {
    record: AssetV2Record,
    docs: {
      chunk: "One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs, of both forms of assets.',
    },
    pages: { status: 'exports-assets-export-status', chunk: 'exports-assets-download-chunk', cancel: 'exports-assets-export-cancel', list: 'exports-assets-export-status-recent' },
  }),
};
