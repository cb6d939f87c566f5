/** What answers say of an export job: the members that several kinds have, and its filters as they are echoed. */
import { ownValue } from '../../internal/is-record.js';
import type { SimulatedExportJob } from './export-jobs.js';
import type { JobView } from './export-outcome.js';

/** The status of a job of findings, in full. `timeFilters` are the names of its kind's filters that are times. */
export function toFindingsStatus(job: SimulatedExportJob, view: JobView, timeFilters: readonly string[]): object {
  return {
    uuid: job.uuid,
    status: view.status,
    ...(view.reason === null ? {} : { reason: view.reason }),
    ...toChunkLists(view),
    total_chunks: job.plan.totalChunks,
    ...toChunkCounts(job, view),
    filters: toEchoedFilters(job, timeFilters),
    num_assets_per_chunk: job.chunkSize,
    created: job.createdAtMs,
  };
}

export function toChunkLists({ available, cancelled, failed, isListed }: JobView): object {
  return { ...(isListed ? { chunks_available: available } : {}), chunks_failed: failed, chunks_cancelled: cancelled };
}

export function toChunkCounts({ plan }: SimulatedExportJob, { available }: JobView): object {
  return {
    chunks_available_count: available.length,
    empty_chunks_count: plan.totalChunks - plan.order.length,
    finished_chunks: available.length,
  };
}

/** What was asked for, with 0 for times and an empty `tags` where nothing was: so it was seen to be echoed. */
export function toEchoedFilters({ filters }: SimulatedExportJob, timeFilters: readonly string[]): object {
  return { ...Object.fromEntries(timeFilters.map((name) => [name, 0])), tags: {}, ...filters };
}

/** A size that was asked for, moved to the nearer bound; what is no number is the default. */
export function toChunkSize(body: unknown, name: string, { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number }): number {
  const size = Math.trunc(Number(ownValue(body, name) ?? otherwise));
  return Number.isNaN(size) ? otherwise : Math.min(Math.max(size, least), most);
}
