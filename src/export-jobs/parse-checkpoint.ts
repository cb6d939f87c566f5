import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { checkpointField, maxChunks, maxJobIdLength } from '../errors/model/checkpoint.js';
import type { Checkpoint, ExportKind } from '../errors/model/checkpoint.js';
import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { isServerId } from '../internal/is-server-id.js';

/** A checkpoint of a job of this kind, or why the value is none: going on from another one would lose records. */
export function parseCheckpoint(given: unknown, kind: ExportKind): Result<Checkpoint, Issue> {
  const value: unknown = isRecord(given) ? { ...given } : given; // what is checked is then what is used
  const misfit = checkpointField.misfit(value, 'checkpoint');
  if (misfit !== null) return err({ ...misfit, received: describeType(toMember(value, misfit.path)) });
  const checkpoint = checkpointField.keep(value);
  if (checkpoint.kind !== kind) return err({ path: 'checkpoint.kind', expected: `${kind}, as the export that is resumed`, received: checkpoint.kind });
  const cut = toCut(isRecord(value) ? value : {}, checkpoint);
  if (cut !== null) return err(cut);
  if (checkpoint.uuid === '') return err({ path: 'checkpoint.uuid', expected: 'the id of a job that was created', received: 'empty text' });
  if (!isServerId(checkpoint.uuid)) return err({ path: 'checkpoint.uuid', expected: 'an id of letters, digits, dashes and underscores', received: 'other text' });
  return ok(checkpoint);
}

/** An error cuts what is too long to be true; from a checkpoint that was cut, chunks would come again or never. */
function toCut(value: Readonly<Record<string, unknown>>, checkpoint: Checkpoint): Issue | null {
  if (value['uuid'] !== checkpoint.uuid) return { path: 'checkpoint.uuid', expected: `text of at most ${maxJobIdLength} characters`, received: 'longer text' };
  for (const name of ['done', 'failed', 'cancelled'] as const) {
    const given: readonly unknown[] = Array.isArray(value[name]) ? value[name] : [];
    if (given.length > maxChunks) return { path: `checkpoint.${name}`, expected: `a list of at most ${maxChunks}`, received: 'a longer list' };
    const at = checkpoint[name].findIndex((chunk, place) => chunk !== given[place]);
    if (at >= 0) return { path: `checkpoint.${name}[${at}]`, expected: 'a whole number up to 2^53 - 1', received: describeType(given[at]) };
  }
  return null;
}

/** What stands at a path such as `checkpoint.done[1]`. */
function toMember(value: unknown, path: string): unknown {
  const [, name, at] = /^checkpoint(?:\.(\w+)(?:\[(\d+)\])?)?$/.exec(path) ?? [];
  const member = name === undefined ? value : ownValue(value, name);
  return at !== undefined && Array.isArray(member) ? member[Number(at)] : member;
}
