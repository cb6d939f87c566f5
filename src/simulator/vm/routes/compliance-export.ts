/** Exports of compliance findings. There is no QUEUED here, and chunks are announced from READY on. Jobs may be asked for twice. */
import { err } from 'neverthrow';

import * as complianceExport from '../../../api/vm/compliance-export.js';
import { bytesType, jsonType, toReasonRefusal } from '../../answers.js';
import { toNamedRefusal } from '../answers.js';
import { toChunkCounts, toChunkLists, toChunkSize } from '../export-bodies.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { createExportRoutes } from '../export-routes.js';
import { complianceFilters, complianceFindingsPerHost, toComplianceFinding } from '../records/compliance.js';
import { vulnsPerHost } from '../records/vulns.js';
import type { Route } from '../route.js';
import { toSelection } from '../selection.js';

/** A job that has no chunks yet says nothing of them: recorded as `{"status":"PROCESSING"}`. */
function toStatusBody(job: SimulatedExportJob, view: JobView): object {
  return isBare(view) ? { status: 'PROCESSING' } : toFullBody(job, view);
}

/** Filters are echoed as they were asked for. */
function toFullBody(job: SimulatedExportJob, view: JobView): object {
  const isWorking = view.status === 'QUEUED' || view.status === 'PROCESSING';
  return {
    uuid: job.uuid,
    status: isBare(view) ? 'PROCESSING' : isWorking ? 'READY' : view.status,
    ...toChunkLists(view),
    ...toChunkCounts(job, view),
    filters: job.filters,
    num_findings: job.chunkSize,
    created: job.createdAtMs,
  };
}

function isBare({ available, status }: JobView): boolean {
  return (status === 'QUEUED' || status === 'PROCESSING') && available.length === 0;
}

export const complianceExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'compliance',
  kinds: ['compliance'],
  operations: complianceExport,
  contentType: jsonType,
  chunkContentType: bytesType,
  toSelection: ({ body, world }) => {
    if (body === undefined) return err(toNamedRefusal(415));
    return toSelection(body, Math.ceil(world.vulns / vulnsPerHost) * complianceFindingsPerHost, complianceFilters);
  },
  toRecordText: (number) => JSON.stringify(toComplianceFinding(number)),
  toChunkSize: (body) => toChunkSize(body, 'num_findings', { least: 50, most: 10_000, otherwise: 5_000 }),
  toStatusBody,
  toListEntry: toFullBody,
  toConflict: null,
  toUnknownRefusal: (uuid) => toReasonRefusal(404, `Export '${uuid}' does not exist`),
  endedRefusal: toReasonRefusal(400, 'Cannot cancel finished export'),
});
