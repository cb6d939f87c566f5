/** Exports of assets. Status answers say little here: no id, no failed chunks. Filters are taken and select nothing. */
import { err, ok } from 'neverthrow';

import * as assetsExport from '../../api/vm/assets-export.js';
import { ownValue } from '../../internal/is-record.js';
import { toReasonRefusal, toStatusRefusal, withHeaders } from '../answers.js';
import { createExportRoutes, filtersRefusal, hasUsableFilters, toNumbers } from '../export-routes.js';
import { toAsset } from '../records/assets.js';
import { vulnsPerHost } from '../records/vulns.js';
import type { Route } from '../route.js';

/** Without the blank that the other services have. */
const contentType = 'application/json;charset=utf-8';

export const assetsExportRoutes: readonly Route[] = createExportRoutes({
  kind: 'assets',
  operations: assetsExport,
  contentType,
  chunkContentType: contentType,
  toSelection: ({ body, world }) => {
    const chunkSize = Number(ownValue(body, 'chunk_size'));
    if (!(chunkSize >= 100 && chunkSize <= 10_000)) return err(toReasonRefusal(400, "Invalid 'chunk_size' field: must be 100 to 10000"));
    return hasUsableFilters(body) ? ok(toNumbers(Math.ceil(world.vulns / vulnsPerHost))) : err(filtersRefusal);
  },
  toRecord: toAsset,
  toStatusBody: (_job, { available, reason, status }) => ({
    status,
    ...(reason === null ? {} : { reason }),
    chunks_available: available,
  }),
  // The status is documented, the body is not; its words are those of the 429 that came before it.
  toDuplicateRefusal: ({ uuid }) => withHeaders(
    toStatusRefusal(409, `Duplicate export not allowed. Please modify request or wait until existing export is complete. (job_uuid=${uuid})`),
    { 'content-type': contentType },
  ),
  toUnknownRefusal: (uuid) => withHeaders(toStatusRefusal(404, `Job with UUID: ${uuid} not found`), { 'content-type': contentType }),
  endedRefusal: withHeaders(toStatusRefusal(400, 'Cannot cancel a completed job'), { 'content-type': contentType }),
});
