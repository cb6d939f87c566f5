/** Exports of findings in web applications: in the forms of the vulns export, whose filters they share for the most part. */
import * as wasExport from '../../../api/vm/was-export.js';
import { bytesType, jsonType } from '../../answers.js';
import { toActiveJobRefusal, toNamedRefusal, toStatusRefusal } from '../answers.js';
import { toChunkSize, toFindingsStatus } from '../export-bodies.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { createExportRoutes } from '../export-routes.js';
import { vulnsPerHost } from '../records/vulns.js';
import { toWasFinding, wasFilters } from '../records/was.js';
import type { Route } from '../route.js';
import { toSelection } from '../selection.js';

const timeFilters = ['since', 'first_found', 'last_found', 'indexed_at', 'last_fixed'] as const;

function toStatusBody(job: SimulatedExportJob, view: JobView): object {
  return toFindingsStatus(job, view, timeFilters);
}

export const wasExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'was',
  kinds: ['was'],
  operations: wasExport,
  contentType: jsonType,
  chunkContentType: bytesType,
  toSelection: ({ body, world }) => toSelection(body, Math.ceil(world.vulns / vulnsPerHost), wasFilters),
  toRecordText: (number) => JSON.stringify(toWasFinding(number)),
  toChunkSize: (body) => toChunkSize(body, 'num_assets', { least: 50, most: 5_000, otherwise: 50 }),
  toStatusBody,
  toListEntry: toStatusBody,
  toConflict: ({ uuid }) => toActiveJobRefusal(uuid),
  // The words of these refusals are documented nowhere: they are those of the vulns export.
  toUnknownRefusal: () => toNamedRefusal(404, 'Export expired or not found'),
  endedRefusal: toStatusRefusal(400, 'Cannot cancel a completed job'),
});
