/** Records that do not fit their documented form. One must not cost its chunk, so it is passed on, and reported. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { describeIssue } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { boundText } from '../internal/bound-text.js';
import { guardAsync } from '../result.js';
import type { Border } from '../result.js';
import { decode } from '../schema/standard-schema.js';
import type { Schema } from '../schema/schema.js';
import { runHook } from '../connection/hooks.js';
import type { WarningEvent } from '../connection/hooks.js';
import type { OddRecord } from './export-events.js';
import type { ExportRun } from './export-run.js';

/** The records of a chunk, those that do not fit among them as they came. */
export interface CheckedRecords<Item> {
  readonly records: readonly Item[];
  /** Those that do not fit, at most 1,000. */
  readonly odd: readonly OddRecord[];
  /** How many do not fit. */
  readonly oddCount: number;
}

/** How many records are checked at once. */
const checkedAtOnce = 500;

/** The most odd records of a chunk that are told one by one; all are passed on and counted. */
const maxTold = 1_000;

/** Checks the records of a chunk: some at once, and one by one where that finds something. In between, `turn` gives way to other work. */
export async function checkRecords<Item>(
  schema: Schema<unknown, readonly Item[]>,
  chunk: number,
  records: readonly unknown[],
  border: Border,
  turn: () => Promise<void> | null,
): Promise<Result<CheckedRecords<Item>, TenableException>> {
  const checked: Item[] = [];
  const odd: OddRecord[] = [];
  let oddCount = 0;
  for (let start = 0; start < records.length; start += checkedAtOnce) {
    const some = records.slice(start, start + checkedAtOnce);
    const whole = await decode(schema, some, border);
    if (whole.isOk()) {
      for (const record of whole.value) checked.push(record);
      await turn();
      continue;
    }
    for (const [at, record] of some.entries()) {
      const decoded = await decode(schema, [record], border);
      if (decoded.isOk()) checked.push(...decoded.value);
      else if (decoded.error._tag === 'Defect') return err(decoded.error.error);
      else {
        checked.push(record as Item); // it is none: whoever takes it is told
        oddCount += 1;
        if (odd.length < maxTold) odd.push({ chunk, index: start + at, issues: decoded.error.issues.map(inRecord) });
      }
      await turn();
    }
  }
  return ok({ records: checked, odd, oddCount });
}

/** `[0].asset.uuid` of a list of one is `asset.uuid`. */
function inRecord(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^\[0\]\.?/, '') };
}

/** Tells the run's own hook of each, and the client's hook for warnings of the chunk. */
export function tellOddRecords<Input, Item>({ connection: { hooks }, operations, options, tally }: ExportRun<Input, Item>, { odd, oddCount }: Pick<CheckedRecords<Item>, 'odd' | 'oddCount'>): void {
  const [first] = odd;
  if (first === undefined) return;
  tally.oddRecords += oddCount;
  const { onOddRecord } = options;
  if (onOddRecord !== undefined) for (const one of odd) void guardAsync(() => onOddRecord(Object.freeze(one)));
  if (hooks === null) return;
  const operation = operations.chunk.id;
  const event: WarningEvent = Object.freeze({ kind: 'odd-record', operation, message: boundText(describeOdd(first, oddCount - 1), 500) });
  runHook(hooks, () => hooks.onWarning?.(event), { operation });
}

function describeOdd({ chunk, index, issues }: OddRecord, others: number): string {
  const [issue] = issues;
  const where = issue === undefined ? 'does not fit' : describeIssue(issue, 'it');
  return `Record ${index} of chunk ${chunk} was passed on although it does not fit: ${where}${others === 0 ? '' : `; so were ${others} more of this chunk`}.`;
}
