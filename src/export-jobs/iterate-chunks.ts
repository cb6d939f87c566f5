import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { TenableException } from '../errors/model/tenable-exception.js';
import { guardIterator, settle } from '../result.js';
import { fetchDecoded } from './decoded-chunk.js';
import type { DecodedChunk, ExportChunk } from './decoded-chunk.js';
import { exportDefaults } from './export-options.js';
import { openExportRun } from './export-run.js';
import type { ExportJobError, ExportPlan, ExportRun } from './export-run.js';
import { createHandOff } from './hand-off.js';
import { deliverExport } from './deliver-export.js';
import type { ChunkIntake } from './deliver-export.js';

/** The reader of a loop has left it: nothing that anybody hears of. */
interface Left {
  readonly _tag: 'Left';
}

type Item<T> = Result<ExportChunk<T>, ExportJobError>;

/** The chunks of a run as they arrive. Nothing happens before the first is asked for. */
export function iterateChunks<Input, T>(
  plan: ExportPlan<Input, T>,
  onOpen: (run: ExportRun<Input, T>) => void,
): AsyncIterator<Result<ExportChunk<T>, ExportJobError>, undefined> {
  const border = { operation: plan.operations.create.id };
  return guardIterator<ExportChunk<T>, ExportJobError>(() => {
    const opened = openExportRun(plan, exportDefaults.concurrency);
    const handOff = createHandOff<Item<T>>();
    if (opened.isErr()) {
      handOff.finish(err(opened.error));
      return { next: handOff.next };
    }
    const run = opened.value;
    onOpen(run);
    run.deadline.ending.addEventListener('abort', handOff.recall);
    const intake: ChunkIntake<DecodedChunk<T>, Left> = {
      fetch: (id) => fetchDecoded(run, id),
      take: async ({ chunk }) => ((await handOff.give(ok(chunk))) ? ok(undefined) : err({ _tag: 'Left' })),
    };
    const running = settle(() => deliverExport(run, intake), border).then((ended) => {
      handOff.finish(toLast(ended));
    });
    return {
      next: handOff.next,
      return: async () => {
        handOff.leave();
        run.deadline.end('aborted');
        await running;
        return { done: true, value: undefined };
      },
    };
  }, border);
}

function toLast(ended: Result<undefined, ExportJobError | TenableException | Left>): Result<never, ExportJobError> | null {
  return ended.isErr() && ended.error._tag !== 'Left' ? err(ended.error) : null;
}
