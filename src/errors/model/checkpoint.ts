/**
 * How far an export got, as plain JSON. It stands in every export error, can be saved at any time, and is
 * all that is needed to go on: the job itself lives at Tenable.
 */
import { list, only, struct, text, whole, word } from './fields.js';
import type { Field, Source } from './fields.js';

/** The kinds of export jobs. */
export const exportKinds = ['vulns', 'assets', 'assets-v2', 'compliance', 'was'] as const;

/** A kind of export job: what is exported, and for assets in which form. `was` are findings of web applications. */
export type ExportKind = (typeof exportKinds)[number];

/** The most chunks that one job may have. Tenable's largest jobs stay far below. */
export const maxChunks = 100_000;

/** The longest id of a job that an answer may have. */
export const maxJobIdLength = 200;

export interface Checkpoint {
  /** Version of this format. */
  readonly version: 1;
  readonly kind: ExportKind;
  /** The job's id, `export_uuid` on the wire. */
  readonly uuid: string;
  /** Chunks that their consumer has taken. */
  readonly done: readonly number[];
  /** Chunks that Tenable could not make, or that could not be read. */
  readonly failed: readonly number[];
  /** Chunks that Tenable gave up because the job was cancelled or ended in an error. */
  readonly cancelled: readonly number[];
}

export const exportKindField: Field<ExportKind> = word(exportKinds, 'vulns');

const strictKind: Field<ExportKind> = only(...exportKinds);

const chunkIds = list(whole(), maxChunks);

/** What the chunks of a checkpoint may take as JSON, in characters: as many as a job may have, each below 10,000,000. */
const maxChunkText = 800_000;

/** The three lists as they are kept together: with no more chunks than one job may have. */
function copyCheckpoint(source: Source<Checkpoint>): Checkpoint {
  let [chunksLeft, textLeft] = [maxChunks, maxChunkText];
  const keepChunks = (value: unknown): readonly number[] => {
    const kept = chunkIds.keep(value);
    let length = 0;
    for (; length < kept.length && chunksLeft > 0; length += 1, chunksLeft -= 1) {
      textLeft -= String(kept[length]).length + 1;
      if (textLeft < 0) break;
    }
    return length === kept.length ? kept : Object.freeze(kept.slice(0, length));
  };
  return {
    version: 1,
    kind: strictKind.keep(source.kind),
    uuid: jobId.keep(source.uuid),
    done: keepChunks(source.done),
    failed: keepChunks(source.failed),
    cancelled: keepChunks(source.cancelled),
  };
}

const jobId = text(maxJobIdLength);

/** How an error keeps a `Checkpoint`. Another version or kind does not fit: going on from it would lose records. */
export const checkpointField: Field<Checkpoint> = struct<Checkpoint>({
  version: only<1>(1),
  kind: strictKind,
  uuid: jobId,
  done: chunkIds,
  failed: chunkIds,
  cancelled: chunkIds,
}, copyCheckpoint);
