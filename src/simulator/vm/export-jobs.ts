/** The export jobs of the simulated container, of all kinds. */
import type { ExportKind } from '../../errors/model/checkpoint.js';
import type { ChunkPlan } from './chunk-plan.js';
import { toUuid } from '../invented-ids.js';
import type { ExportOutcome } from './chunk-plan.js';
import type { JobView } from './export-outcome.js';
import { viewJob } from './export-outcome.js';

/** What a job is asked for. */
export interface JobRequest {
  readonly kind: ExportKind;
  /** As they were asked for. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** The filters as JSON text with sorted names: the same text is the same request. */
  readonly filtersText: string;
  /** Assets or findings a chunk, as they were asked for: it is told, and otherwise of no effect. */
  readonly chunkSize: number;
  readonly plan: ChunkPlan;
  /** The JSON text of a chunk. Made when it is fetched: a million records need no memory. */
  readonly toChunkText: (chunk: number) => string;
  readonly outcome: ExportOutcome;
  readonly pollsUntilReady: number;
}

export interface SimulatedExportJob extends JobRequest {
  readonly uuid: string;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number;
  polls: number;
  cancelledAtPoll: number | null;
}

export interface ExportJobs {
  readonly create: (request: JobRequest, nowMs: number) => SimulatedExportJob;
  /** `undefined` where there is none of those kinds, or it has expired. */
  readonly find: (kinds: readonly ExportKind[], uuid: string, nowMs: number) => SimulatedExportJob | undefined;
  /** Jobs that have not ended. */
  readonly active: (nowMs: number) => readonly SimulatedExportJob[];
  /** Jobs of those kinds of the last three days, the latest first: some may have expired. */
  readonly recent: (kinds: readonly ExportKind[], nowMs: number) => readonly SimulatedExportJob[];
}

const dayMs = 86_400_000;

/** How long a job and its chunks can be fetched. */
const lifetimeMs: { readonly [Kind in ExportKind]: number } = {
  vulns: dayMs, assets: dayMs, 'assets-v2': dayMs, compliance: 3 * dayMs, was: dayMs,
};

/** How long jobs are listed, whatever has become of their chunks. */
const listedMs = 3 * dayMs;

export function createExportJobs(): ExportJobs {
  const jobs = new Map<string, SimulatedExportJob>();
  let created = 0;
  const isKept = ({ createdAtMs, kind }: SimulatedExportJob, nowMs: number): boolean => nowMs - createdAtMs < lifetimeMs[kind];
  return {
    create: (request, nowMs) => {
      for (const { createdAtMs, uuid } of jobs.values()) if (nowMs - createdAtMs >= listedMs) jobs.delete(uuid);
      created += 1;
      const uuid = toUuid('export', request.kind, created);
      const job: SimulatedExportJob = { ...request, uuid, createdAtMs: nowMs, polls: 0, cancelledAtPoll: null };
      jobs.set(uuid, job);
      return job;
    },
    find: (kinds, uuid, nowMs) => {
      const job = jobs.get(uuid);
      return job !== undefined && kinds.includes(job.kind) && isKept(job, nowMs) ? job : undefined;
    },
    active: (nowMs) => [...jobs.values()].filter((job) => isKept(job, nowMs) && !isEnded(viewJob(job))),
    recent: (kinds, nowMs) => [...jobs.values()]
      .filter(({ createdAtMs, kind }) => kinds.includes(kind) && nowMs - createdAtMs < listedMs)
      .reverse(),
  };
}

/** Whether nothing more will come of a job. */
export function isEnded({ status }: JobView): boolean {
  return status === 'FINISHED' || status === 'CANCELLED' || status === 'ERROR';
}
