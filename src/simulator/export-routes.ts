/** What the three kinds of export jobs have in common. Their route files say in which words each of them answers. */
import type { Result } from 'neverthrow';

import type { ExportKind } from '../errors/checkpoint.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { toJsonAnswer, toNamedRefusal, toReasonRefusal, withHeaders } from './answers.js';
import { isEnded } from './export-jobs.js';
import type { SimulatedExportJob } from './export-jobs.js';
import { viewJob } from './export-outcome.js';
import type { JobView } from './export-outcome.js';
import type { Route, RouteRequest } from './route.js';
import type { AnswerParts } from './simulated-exchange.js';

/** One kind of export. */
export interface ExportArea {
  readonly kind: ExportKind;
  readonly operations: { readonly [Name in 'create' | 'status' | 'chunk' | 'cancel']: Route['operation'] };
  readonly contentType: string;
  readonly chunkContentType: string;
  /** The numbers of the records that a request for an export selects, or why it is refused. */
  readonly toSelection: (request: RouteRequest) => Result<readonly number[], AnswerParts>;
  readonly toRecord: (number: number) => object;
  readonly toStatusBody: (job: SimulatedExportJob, view: JobView) => object;
  /** The refusal of a job with the filters of one that runs; `null` where such jobs are allowed. */
  readonly toDuplicateRefusal: (active: SimulatedExportJob) => AnswerParts | null;
  readonly toUnknownRefusal: (uuid: string) => AnswerParts;
  readonly endedRefusal: AnswerParts;
}

/** Tenable allows a container so many at once. */
export const maxActiveExports = 10;

export function createExportRoutes(area: ExportArea): readonly Route[] {
  const { operations } = area;
  return [
    { operation: operations.create, answer: (request) => create(area, request) },
    { operation: operations.status, answer: (request) => withJob(area, request, (job) => status(area, job)) },
    { operation: operations.chunk, answer: (request) => withJob(area, request, (job) => chunk(area, job, request.params['chunk_id'] ?? '')) },
    { operation: operations.cancel, answer: (request) => withJob(area, request, (job) => cancel(area, job)) },
  ];
}

function withJob({ kind, toUnknownRefusal }: ExportArea, request: RouteRequest, answer: (job: SimulatedExportJob) => AnswerParts): AnswerParts {
  const uuid = request.params['export_uuid'] ?? '';
  const job = request.world.exportJobs.find(kind, uuid, request.nowMs);
  return job === undefined ? toUnknownRefusal(uuid) : answer(job);
}

function create(area: ExportArea, request: RouteRequest): AnswerParts {
  const { nowMs, world } = request;
  const selection = area.toSelection(request);
  if (selection.isErr()) return selection.error;
  const filters = toSortedJson(ownValue(request.body, 'filters') ?? {});
  const active = world.exportJobs.active(nowMs);
  const same = active.find((job) => job.kind === area.kind && job.filters === filters);
  const duplicate = same === undefined ? null : area.toDuplicateRefusal(same);
  if (duplicate !== null) return duplicate;
  if (active.length >= maxActiveExports) {
    return withHeaders(toNamedRefusal(429, `There are ${maxActiveExports} concurrent exports already.`), { 'retry-after': '30' });
  }
  const { recordsPerChunk } = world;
  const job = world.exportJobs.create({
    kind: area.kind,
    filters,
    totalChunks: Math.ceil(selection.value.length / recordsPerChunk),
    toRecords: (number) => selection.value.slice((number - 1) * recordsPerChunk, number * recordsPerChunk).map(area.toRecord),
    outcome: world.exportOutcome,
    pollsUntilReady: world.pollsUntilReady,
  }, nowMs);
  return toJsonAnswer({ export_uuid: job.uuid }, area.contentType);
}

function status({ contentType, toStatusBody }: ExportArea, job: SimulatedExportJob): AnswerParts {
  job.polls += 1;
  return toJsonAnswer(toStatusBody(job, viewJob(job)), contentType);
}

function chunk({ chunkContentType, toUnknownRefusal }: ExportArea, job: SimulatedExportJob, id: string): AnswerParts {
  const number = Number(id);
  if (!/^\d{1,9}$/.test(id)) return toReasonRefusal(400, 'Invalid chunk id');
  const { available, cancelled, failed } = viewJob(job);
  if (available.includes(number)) return toJsonAnswer(job.toRecords(number), chunkContentType);
  if (number < 1 || number > job.totalChunks) return toUnknownRefusal(job.uuid);
  return cancelled.includes(number) || failed.includes(number)
    ? toUnknownRefusal(job.uuid)
    : toReasonRefusal(400, 'Chunk not ready for download');
}

function cancel({ contentType, endedRefusal }: ExportArea, job: SimulatedExportJob): AnswerParts {
  if (isEnded(viewJob(job))) return endedRefusal;
  job.cancelledAtPoll = job.polls;
  return toJsonAnswer({ status: 'CANCELLED' }, contentType);
}

/** The answer of 400 to filters that are no object. */
export const filtersRefusal: AnswerParts = toReasonRefusal(400, "Invalid 'filters' field");

/** Whether the body has filters of the right form, or none. */
export function hasUsableFilters(body: unknown): boolean {
  const filters = ownValue(body, 'filters');
  return filters === undefined || filters === null || isRecord(filters);
}

/** 0 up to `count`, without `count`. */
export function toNumbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}

/** The documented type of what is labelled as bytes and is JSON. */
export const bytesType = 'application/octet-stream';

/** JSON text that is the same for equal values, whatever the order of their names. */
function toSortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toSortedJson).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value); // parsed from JSON, so there is no other value
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${toSortedJson(value[name])}`).join()}}`;
}
