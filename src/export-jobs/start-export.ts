/** How a run gets its job: it asks for one, goes on with one that was started before, or adopts one that runs already. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { adoptJob } from './adopt-job.js';
import { call, tellProgress } from './export-run.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { createExportState } from './export-state.js';

/** Gives the run its job. */
export async function startExport<Input, Item>(run: ExportRun<Input, Item>): Promise<Result<undefined, ExportJobError>> {
  const { start } = run;
  if (start._tag === 'Resume') return begin(run, start.checkpoint.uuid, start.checkpoint.done);
  const created = await call(run, run.operations.create, start.input);
  if (created.isOk()) return begin(run, created.value.export_uuid);
  const adopted = run.options.onDuplicate === 'adopt' ? await adoptJob(run, start.input, created.error) : null;
  if (adopted === null) return err(created.error);
  run.isOurs = false;
  return begin(run, adopted);
}

function begin<Input, Item>(run: ExportRun<Input, Item>, uuid: string, done: readonly number[] = []): Result<undefined, never> {
  run.state = createExportState(run.operations.kind, uuid, done);
  tellProgress(run);
  return ok(undefined);
}
