/** Exports of assets. https://developer.tenable.com/reference/export-assets-v1 */
import { flag, isoTime, list, post, text, told, z } from '../language/index.js';
import { assetFilters, toAssetsInput } from './parts/asset-filters.js';
import { tags } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetsFilters = z.object({ ...assetFilters, 'tag.*': tags });

export const AssetsExportInput = toAssetsInput(AssetsFilters);

const texts = told(list(text));
const when = told(isoTime.nullable());

export const AssetRecord = z.object({
  id: text,
  has_agent: told(flag),
  hostnames: texts,
  fqdns: texts,
  ipv4s: texts,
  ipv6s: texts,
  operating_systems: texts,
  network_id: told(text),
  created_at: when,
  updated_at: when,
  last_seen: when,
}).describe('One asset. Members without a value are `null` or empty lists.');

export const operations = {
  create: post('/assets/export', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError`.',
    input: AssetsExportInput,
    output: ExportCreated,
    page: 'export-assets-v1',
    pyTenable: 'part of tio.exports.assets',
  }),
  ...jobs('/assets/export', {
    record: AssetRecord,
    docs: {
      chunk: "One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs, of both forms of assets.',
    },
    pages: { status: 'exports-assets-export-status', chunk: 'exports-assets-download-chunk', cancel: 'exports-assets-export-cancel', list: 'exports-assets-export-status-recent' },
  }),
};
