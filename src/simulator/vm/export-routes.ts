/** What all kinds of export jobs have in common. Their route files say in which words each of them answers. */
import type { Result } from 'neverthrow';

import type { ExportKind } from '../../errors/model/checkpoint.js';
import { isRecord, ownValue } from '../../internal/is-record.js';
import { toJsonAnswer, toReasonRefusal, withHeaders } from '../answers.js';
import { notReadyRefusal, toDuplicateLimit, toNamedRefusal } from './answers.js';
import { createChunkPlan } from './chunk-plan.js';
import { isEnded } from './export-jobs.js';
import type { JobRequest, SimulatedExportJob } from './export-jobs.js';
import { viewJob } from './export-outcome.js';
import type { JobView } from './export-outcome.js';
import type { Route, RouteRequest } from './route.js';
import type { Selection } from './selection.js';
import type { AnswerParts } from '../simulated-exchange.js';
import type { World } from './world.js';

/** One kind of export. */
export interface ExportArea {
  readonly kind: ExportKind;
  /** The kinds whose jobs are found under its paths. */
  readonly kinds: readonly ExportKind[];
  readonly operations: { readonly [Name in 'create' | 'status' | 'chunk' | 'cancel' | 'list']: Route['operation'] };
  readonly contentType: string;
  readonly chunkContentType: string;
  /** The records that a request for an export selects, or why it is refused. */
  readonly toSelection: (request: RouteRequest) => Result<Selection, AnswerParts>;
  /** The JSON text of a record. */
  readonly toRecordText: (number: number, world: World) => string;
  /** The size of chunks that a request asks for. */
  readonly toChunkSize: (body: unknown) => number;
  readonly toStatusBody: (job: SimulatedExportJob, view: JobView) => object;
  /** What the list of jobs says of one. */
  readonly toListEntry: (job: SimulatedExportJob, view: JobView) => object;
  /** The refusal of a job with the filters of one that runs; `null` where such jobs are allowed. */
  readonly toConflict: ((active: SimulatedExportJob) => AnswerParts) | null;
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
    { operation: operations.list, answer: (request) => list(area, request) },
  ];
}

function withJob({ kinds, toUnknownRefusal }: ExportArea, request: RouteRequest, answer: (job: SimulatedExportJob) => AnswerParts): AnswerParts {
  const uuid = request.params['export_uuid'] ?? '';
  const job = request.world.exportJobs.find(kinds, uuid, request.nowMs);
  return job === undefined ? toUnknownRefusal(uuid) : answer(job);
}

function create(area: ExportArea, request: RouteRequest): AnswerParts {
  const { body, nowMs, world } = request;
  const selection = area.toSelection(request);
  if (selection.isErr()) return selection.error;
  const wanted = toJobRequest(area, world, body, selection.value);
  const active = world.exportJobs.active(nowMs);
  const same = active.find((job) => job.kind === area.kind && job.filtersText === wanted.filtersText);
  if (same !== undefined && area.toConflict !== null) {
    const answer = world.duplicateAnswer === 'rate-limit' ? toDuplicateLimit(same.uuid) : area.toConflict(same);
    return withHeaders(answer, { 'content-type': area.contentType });
  }
  if (active.length >= maxActiveExports) {
    return withHeaders(toNamedRefusal(429, `There are ${maxActiveExports} concurrent exports already.`), { 'retry-after': '30' });
  }
  return toJsonAnswer({ export_uuid: world.exportJobs.create(wanted, nowMs).uuid }, area.contentType);
}

function toJobRequest(area: ExportArea, world: World, body: unknown, selection: Selection): JobRequest {
  const { chunkTexts, exportOutcome, pollsUntilReady, recordsPerChunk } = world;
  const asked = ownValue(body, 'filters');
  const filters = isRecord(asked) ? asked : {};
  const filtersText = toSortedJson(filters);
  const toPartText = (part: number): string => {
    const key = `${area.kind} ${part} ${filtersText}`; // the data never changes: all jobs that ask alike get the same
    const kept = chunkTexts.find(key);
    if (kept !== undefined) return kept;
    const numbers = selection.slice(part * recordsPerChunk, (part + 1) * recordsPerChunk);
    const text = `[${numbers.map((number) => area.toRecordText(number, world)).join()}]`;
    chunkTexts.keep(key, text);
    return text;
  };
  const plan = createChunkPlan(exportOutcome, Math.ceil(selection.count / recordsPerChunk));
  return {
    kind: area.kind,
    filters,
    filtersText,
    chunkSize: area.toChunkSize(body),
    plan,
    toChunkText: (number) => {
      const part = plan.toPart(number);
      return part === null ? '[]' : toPartText(part);
    },
    outcome: exportOutcome,
    pollsUntilReady,
  };
}

function status({ contentType, toStatusBody }: ExportArea, job: SimulatedExportJob): AnswerParts {
  job.polls += 1;
  return toJsonAnswer(toStatusBody(job, viewJob(job)), contentType);
}

/** Says how far jobs are. Only a status request moves them on. */
function list({ contentType, kinds, toListEntry }: ExportArea, { nowMs, world }: RouteRequest): AnswerParts {
  const exports = world.exportJobs.recent(kinds, nowMs).map((job) => toListEntry(job, viewJob(job)));
  return toJsonAnswer({ exports }, contentType);
}

function chunk({ chunkContentType, toUnknownRefusal }: ExportArea, job: SimulatedExportJob, id: string): AnswerParts {
  if (!/^\d{1,9}$/.test(id)) return toReasonRefusal(400, 'Invalid chunk id');
  const number = Number(id);
  const { available, cancelled, failed } = viewJob(job);
  if (available.includes(number)) {
    return { status: 200, headers: { 'content-type': chunkContentType }, body: job.toChunkText(number), isChunk: true };
  }
  const isToCome = job.plan.order.includes(number) && !cancelled.includes(number) && !failed.includes(number);
  return isToCome ? notReadyRefusal : toUnknownRefusal(job.uuid);
}

function cancel({ contentType, endedRefusal }: ExportArea, job: SimulatedExportJob): AnswerParts {
  if (isEnded(viewJob(job))) return endedRefusal;
  job.cancelledAtPoll = job.polls;
  return toJsonAnswer({ status: 'CANCELLED' }, contentType);
}

/** JSON text that is the same for equal values, whatever the order of their names. */
function toSortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toSortedJson).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value); // parsed from JSON, so there is no other value
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${toSortedJson(value[name])}`).join()}}`;
}
