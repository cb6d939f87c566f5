/** Exports of compliance findings. There is no QUEUED here, and chunks are announced from READY on. Filters select nothing. */
import { err, ok } from 'neverthrow';

import * as complianceExport from '../../api/vm/compliance-export.js';
import { jsonType, toNamedRefusal, toReasonRefusal } from '../answers.js';
import { bytesType, createExportRoutes, filtersRefusal, hasUsableFilters, toNumbers } from '../export-routes.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { complianceFindingsPerHost, toComplianceFinding } from '../records/compliance.js';
import { vulnsPerHost } from '../records/vulns.js';
import type { Route } from '../route.js';

/** A job that has no chunks yet says nothing of them: recorded as `{"status":"PROCESSING"}`. */
function toStatusBody(job: SimulatedExportJob, view: JobView): object {
  const isWorking = view.status === 'QUEUED' || view.status === 'PROCESSING';
  if (isWorking && view.available.length === 0) return { status: 'PROCESSING' };
  return {
    uuid: job.uuid,
    status: isWorking ? 'READY' : view.status,
    chunks_available: view.available,
    chunks_failed: view.failed,
    chunks_cancelled: view.cancelled,
    chunks_available_count: view.available.length,
    empty_chunks_count: 0,
    finished_chunks: view.available.length,
    num_findings: 5000,
    created: job.createdAtMs,
  };
}

export const complianceExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'compliance',
  operations: complianceExport,
  contentType: jsonType,
  chunkContentType: bytesType,
  toSelection: ({ body, world }) => {
    if (body === undefined) return err(toNamedRefusal(415));
    if (!hasUsableFilters(body)) return err(filtersRefusal);
    return ok(toNumbers(Math.ceil(world.vulns / vulnsPerHost) * complianceFindingsPerHost));
  },
  toRecord: toComplianceFinding,
  toStatusBody,
  toDuplicateRefusal: () => null,
  toUnknownRefusal: (uuid) => toReasonRefusal(404, `Export '${uuid}' does not exist`),
  endedRefusal: toReasonRefusal(400, 'Cannot cancel finished export'),
});
