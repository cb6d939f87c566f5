import type { Checkpoint, ExportKind } from '../errors/model/checkpoint.js';
import { deferOperation } from '../operation/area.js';
import type { Area } from '../operation/area.js';
import type { AnyClient } from '../connection/connection.js';
import { createExportJob } from './export-job.js';
import type { ExportJob } from './export-job.js';
import type { ExportOptions, ResumeOptions } from './export-options.js';
import type { ExportJobError, ExportOperations } from './export-run.js';
import { snapshotInput } from './snapshot-input.js';

/** Makes jobs of one kind. */
export interface ExportCall<Input, Item, E = ExportJobError> {
  /** A job of what `input` says now: what is changed in it later changes nothing. */
  (input?: Input, options?: ExportOptions): ExportJob<Item, E>;
  /**
   * Goes on with a job from where a checkpoint says that it was: chunks that are done are not fetched again. A
   * checkpoint of another kind of export or another version is an `UnexpectedValueError`; a job that has expired at
   * Tenable meanwhile (its chunks are kept for a day, those of compliance for three) is a `NotFoundError`, unless
   * `restartWith` says what to ask for in its place.
   */
  readonly resume: (checkpoint: Checkpoint, options?: ResumeOptions<Input>) => ExportJob<Item, E>;
}

/** Jobs of a kind, for a client. `standard` describes one where the caller does not. */
export function createExportCall<Input, Item>(
  client: AnyClient,
  operations: ExportOperations<Input, Item>,
  standard: NoInfer<Input>,
): ExportCall<Input, Item> {
  const create = (input: Input = standard, options: ExportOptions = {}): ExportJob<Item> =>
    createExportJob({ client, operations, start: { _tag: 'Create', input: snapshotInput(input) }, options });
  const resume = (checkpoint: Checkpoint, options: ResumeOptions<Input> = {}): ExportJob<Item> =>
    createExportJob({ client, operations, start: { _tag: 'Resume', checkpoint }, options });
  return Object.freeze(Object.assign(create, { resume }));
}

/** The operations of a kind, loaded when a job of it first needs them. */
export function toExportOperations<Input, Item>(kind: ExportKind, area: Area<Omit<ExportOperations<Input, Item>, 'kind'>>): ExportOperations<Input, Item> {
  return {
    kind,
    create: deferOperation(area, 'create'),
    status: deferOperation(area, 'status'),
    chunk: deferOperation(area, 'chunk'),
    cancel: deferOperation(area, 'cancel'),
    list: deferOperation(area, 'list'),
  };
}
