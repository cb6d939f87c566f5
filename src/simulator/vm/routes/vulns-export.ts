/** Exports of findings. Filters that `vulnFilters` has select, alone and together; others are taken and select nothing. */
import * as vulnsExport from '../../../api/vm/vulns-export.js';
import { bytesType, jsonType } from '../../answers.js';
import { toActiveJobRefusal, toNamedRefusal, toStatusRefusal } from '../answers.js';
import { toChunkSize, toFindingsStatus } from '../export-bodies.js';
import type { SimulatedExportJob } from '../export-jobs.js';
import type { JobView } from '../export-outcome.js';
import { createExportRoutes } from '../export-routes.js';
import { toVulnText, vulnFilters } from '../records/vulns.js';
import type { Route } from '../route.js';
import { toSelection } from '../selection.js';

const timeFilters = ['since', 'first_found', 'first_seen', 'last_found', 'last_seen', 'indexed_at', 'last_fixed', 'resurfaced_date'] as const;

function toStatusBody(job: SimulatedExportJob, view: JobView): object {
  return toFindingsStatus(job, view, timeFilters);
}

export const vulnsExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'vulns',
  kinds: ['vulns'],
  operations: vulnsExport,
  contentType: jsonType,
  chunkContentType: bytesType,
  // Without a filter of times all come: Tenable's limit of 30 days would leave less each day of data that stays the same.
  toSelection: ({ body, world }) => toSelection(body, world.vulns, vulnFilters),
  toRecordText: (number, { recordBytes }) => toVulnText(number, recordBytes),
  toChunkSize: (body) => toChunkSize(body, 'num_assets', { least: 50, most: 5_000, otherwise: 50 }),
  toStatusBody,
  toListEntry: toStatusBody,
  toConflict: ({ uuid }) => toActiveJobRefusal(uuid),
  toUnknownRefusal: () => toNamedRefusal(404, 'Export expired or not found'),
  endedRefusal: toStatusRefusal(400, 'Cannot cancel a completed job'),
});
