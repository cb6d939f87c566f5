/**
 * Exports of assets in both forms. What follows the request for a job is the same for both, at the same paths. Status
 * answers say little here: no id, no failed chunks.
 */
import { err } from 'neverthrow';

import * as assetsExport from '../../../api/vm/assets-export.js';
import * as assetsV2Export from '../../../api/vm/assets-v2-export.js';
import { ownValue } from '../../../internal/is-record.js';
import { toJsonText, toReasonRefusal, withHeaders } from '../../answers.js';
import { toDuplicateMessage, toStatusRefusal } from '../answers.js';
import { toChunkSize, toEchoedFilters } from '../export-bodies.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { createExportRoutes } from '../export-routes.js';
import type { ExportArea } from '../export-routes.js';
import { assetFilters, assetV2Filters, toAsset, toAssetV2 } from '../records/assets.js';
import { vulnsPerHost } from '../records/vulns.js';
import type { Route } from '../route.js';
import { toSelection } from '../selection.js';
import type { RecordFilter } from '../selection.js';

/** Without the blank that the other services have. */
const contentType = 'application/json;charset=utf-8';

const chunkSizes = { least: 100, most: 10_000, otherwise: Number.NaN };

const timeFilters = [
  'created_at', 'updated_at', 'terminated_at', 'deleted_at', 'first_scan_time', 'last_authenticated_scan_time', 'last_assessed',
] as const;

const toRecords = (filters: Readonly<Record<string, RecordFilter>>): ExportArea['toSelection'] => ({ body, world }) => {
  const chunkSize = Number(ownValue(body, 'chunk_size'));
  const isWithin = chunkSize >= chunkSizes.least && chunkSize <= chunkSizes.most;
  if (!isWithin) return err(toReasonRefusal(400, "Invalid 'chunk_size' field: must be 100 to 10000"));
  return toSelection(body, Math.ceil(world.vulns / vulnsPerHost), filters);
};

/** Filters are JSON text here, not an object. */
function toListEntry(job: SimulatedExportJob, { available, status }: JobView): object {
  return {
    uuid: job.uuid,
    status,
    total_chunks: job.plan.totalChunks,
    finished_chunks: available.length,
    filters: toJsonText(toEchoedFilters(job, timeFilters)),
    num_assets_per_chunk: job.chunkSize,
    created: job.createdAtMs,
  };
}

const shared = {
  kinds: ['assets', 'assets-v2'],
  contentType,
  chunkContentType: contentType,
  toChunkSize: (body) => toChunkSize(body, 'chunk_size', chunkSizes),
  toStatusBody: (_job, { available, isListed, reason, status }) => ({
    status,
    ...(reason === null ? {} : { reason }),
    ...(isListed ? { chunks_available: available } : {}),
  }),
  toListEntry,
  // The status is documented, the body is not; its words are those of the 429 that came before it.
  toConflict: ({ uuid }) => toStatusRefusal(409, toDuplicateMessage(uuid)),
  toUnknownRefusal: (uuid) => withHeaders(toStatusRefusal(404, `Job with UUID: ${uuid} not found`), { 'content-type': contentType }),
  endedRefusal: withHeaders(toStatusRefusal(400, 'Cannot cancel a completed job'), { 'content-type': contentType }),
} as const satisfies Partial<ExportArea>;

export const assetsExportRoutes: readonly Route[] = createExportRoutes({
  ...shared,
  kind: 'assets',
  operations: assetsExport,
  toSelection: toRecords(assetFilters),
  toRecordText: (number) => JSON.stringify(toAsset(number)),
});

/** All but the first of them have paths of `assetsExportRoutes`, whichever comes first answers. */
export const assetsV2ExportRoutes: readonly Route[] = createExportRoutes({
  ...shared,
  kind: 'assets-v2',
  operations: assetsV2Export,
  toSelection: toRecords(assetV2Filters),
  toRecordText: (number) => JSON.stringify(toAssetV2(number)),
});
