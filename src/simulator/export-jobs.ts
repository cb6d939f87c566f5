/** The export jobs of the simulated container, of all kinds. */
import type { ExportKind } from '../errors/checkpoint.js';
import { toUuid } from './invented-ids.js';
import type { ExportOutcome, JobView } from './export-outcome.js';
import { viewJob } from './export-outcome.js';

/** What a job is asked for. */
export interface JobRequest {
  readonly kind: ExportKind;
  /** The filters as JSON text with sorted names: the same text is the same request. */
  readonly filters: string;
  readonly totalChunks: number;
  /** A chunk's records. Made when they are fetched: a million of them need no memory. */
  readonly toRecords: (chunk: number) => readonly object[];
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
  /** `undefined` where there is none of that kind, or it has expired. */
  readonly find: (kind: ExportKind, uuid: string, nowMs: number) => SimulatedExportJob | undefined;
  /** Jobs that have not ended. */
  readonly active: (nowMs: number) => readonly SimulatedExportJob[];
}

const dayMs = 86_400_000;

/** How long a job and its chunks are kept. */
const lifetimeMs: { readonly [Kind in ExportKind]: number } = { vulns: dayMs, assets: dayMs, compliance: 3 * dayMs };

export function createExportJobs(): ExportJobs {
  const jobs = new Map<string, SimulatedExportJob>();
  const kept = (nowMs: number): readonly SimulatedExportJob[] =>
    [...jobs.values()].filter(({ createdAtMs, kind }) => nowMs - createdAtMs < lifetimeMs[kind]);
  return {
    create: (request, nowMs) => {
      const uuid = toUuid('export', request.kind, jobs.size + 1);
      const job: SimulatedExportJob = { ...request, uuid, createdAtMs: nowMs, polls: 0, cancelledAtPoll: null };
      jobs.set(uuid, job);
      return job;
    },
    find: (kind, uuid, nowMs) => kept(nowMs).find((job) => job.uuid === uuid && job.kind === kind),
    active: (nowMs) => kept(nowMs).filter((job) => !isEnded(viewJob(job))),
  };
}

/** Whether nothing more will come of a job. */
export function isEnded({ status }: JobView): boolean {
  return status === 'FINISHED' || status === 'CANCELLED' || status === 'ERROR';
}
