/** Exports of findings. The filters `severity`, `state` and `plugin_id` select; others are taken and select nothing. */
import { err, ok } from 'neverthrow';

import * as vulnsExport from '../../api/vm/vulns-export.js';
import { isRecord, ownValue } from '../../internal/is-record.js';
import { jsonType, toNamedRefusal, toRefusal, toStatusRefusal } from '../answers.js';
import { bytesType, createExportRoutes, filtersRefusal, hasUsableFilters, toNumbers } from '../export-routes.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { matchesVulnFilters, toVuln } from '../records/vulns.js';
import type { Route } from '../route.js';

function toStatusBody(job: SimulatedExportJob, view: JobView): object {
  return {
    uuid: job.uuid,
    status: view.status,
    ...(view.reason === null ? {} : { reason: view.reason }),
    chunks_available: view.available,
    chunks_failed: view.failed,
    chunks_cancelled: view.cancelled,
    total_chunks: job.totalChunks,
    chunks_available_count: view.available.length,
    empty_chunks_count: 0,
    finished_chunks: view.available.length,
    num_assets_per_chunk: 50,
    created: job.createdAtMs,
  };
}

export const vulnsExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'vulns',
  operations: vulnsExport,
  contentType: jsonType,
  chunkContentType: bytesType,
  toSelection: ({ body, world }) => {
    if (!hasUsableFilters(body)) return err(filtersRefusal);
    const filters = ownValue(body, 'filters');
    const all = toNumbers(world.vulns);
    return ok(isRecord(filters) ? all.filter((number) => matchesVulnFilters(number, filters)) : all);
  },
  toRecord: toVuln,
  toStatusBody,
  toDuplicateRefusal: ({ uuid }) => toRefusal(409, { active_job_id: uuid, failure_reason: 'An export with the same filters is in progress' }),
  toUnknownRefusal: () => toNamedRefusal(404, 'Export expired or not found'),
  endedRefusal: toStatusRefusal(400, 'Cannot cancel a completed job'),
});
