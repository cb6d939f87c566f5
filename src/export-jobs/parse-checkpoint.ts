import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { checkpointField } from '../errors/checkpoint.js';
import type { Checkpoint, ExportKind } from '../errors/checkpoint.js';
import type { Issue } from '../errors/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord, ownValue } from '../internal/is-record.js';

/** A checkpoint of a job of this kind, or why the value is none: going on from another one would lose records. */
export function parseCheckpoint(given: unknown, kind: ExportKind): Result<Checkpoint, Issue> {
  const value: unknown = isRecord(given) ? { ...given } : given; // what is checked is then what is used
  const misfit = checkpointField.misfit(value, 'checkpoint');
  if (misfit !== null) return err({ ...misfit, received: describeType(toMember(value, misfit.path)) });
  const checkpoint = checkpointField.keep(value);
  if (checkpoint.kind !== kind) return err({ path: 'checkpoint.kind', expected: `${kind}, as the export that is resumed`, received: checkpoint.kind });
  if (checkpoint.uuid === '') return err({ path: 'checkpoint.uuid', expected: 'the id of a job that was created', received: 'empty text' });
  return ok(checkpoint);
}

/** What stands at a path such as `checkpoint.done[1]`. */
function toMember(value: unknown, path: string): unknown {
  const [, name, at] = /^checkpoint(?:\.(\w+)(?:\[(\d+)\])?)?$/.exec(path) ?? [];
  const member = name === undefined ? value : ownValue(value, name);
  return at !== undefined && Array.isArray(member) ? member[Number(at)] : member;
}
