import type { Result } from 'neverthrow';

import { beginJob, createJob } from './create-job.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { restartWhereOver } from './restart-export.js';

/** Gives the run its job: a new one, or the one of its checkpoint. */
export async function startExport<Input, Item>(run: ExportRun<Input, Item>): Promise<Result<undefined, ExportJobError>> {
  const { start } = run;
  if (start._tag === 'Resume') {
    beginJob(run, start.checkpoint.uuid, start.checkpoint.done);
    return restartWhereOver(run);
  }
  const created = await createJob(run, start.input);
  return created.map((uuid) => {
    beginJob(run, uuid);
    return undefined;
  });
}
