import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { adoptJob } from './adopt-job.js';
import { call, tellProgress } from './export-run.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { createExportState } from './export-state.js';

/** Asks for a job. Gives its id, or that of a running one that is adopted. */
export async function createJob<Input, Item>(run: ExportRun<Input, Item>, input: Input): Promise<Result<string, ExportJobError>> {
  const created = await call(run, run.operations.create, input, run.options.extra);
  if (created.isOk()) return ok(created.value.export_uuid);
  const { extra, onDuplicate } = run.options;
  const mayAdopt = onDuplicate === 'adopt' && extra === undefined; // no list of jobs tells what was asked for besides
  const adopted = mayAdopt ? await adoptJob(run, input, created.error) : null;
  if (adopted === null) return err(created.error);
  run.isOurs = false;
  return ok(adopted);
}

/** From now on the run is one of this job. */
export function beginJob<Input, Item>(run: ExportRun<Input, Item>, uuid: string, done: readonly number[] = []): void {
  run.state = createExportState(run.operations.kind, uuid, done);
  tellProgress(run);
}
