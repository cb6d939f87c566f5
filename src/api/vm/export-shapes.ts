/** What the export jobs for vulnerabilities, assets and compliance findings have in common. */
import * as v from 'valibot';

import type { ExportKind } from '../../errors/checkpoint.js';
import type { CallErrorTag } from '../../errors/tenable-error.js';
import { defineOperation } from '../../operation/define-operation.js';
import type { Operation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { chunkId, pathText } from '../../schema/shapes.js';

/** The answer to a request for an export. */
export interface ExportCreated {
  readonly export_uuid: string;
}

/** How far an export job is. */
export interface ExportStatus {
  /** QUEUED, PROCESSING, READY, FINISHED, CANCELLED, ERROR, or a word that is not documented yet. */
  readonly status: string;
  /** Chunks that can be downloaded now: numbers from 1 in any order, with gaps. Left out by some answers. */
  readonly chunks_available?: readonly number[];
  readonly chunks_failed?: readonly number[];
  readonly chunks_cancelled?: readonly number[];
  readonly total_chunks?: number | null;
  /** Of those, chunks without records, which are not announced. */
  readonly empty_chunks_count?: number | null;
  /** Why it ended in ERROR or with failed chunks. */
  readonly reason?: string | null;
}

export interface ExportCancelled {
  /** `CANCELLED`. */
  readonly status: string;
}

export interface ExportInput {
  /** The job's id, as `create` gave it. */
  readonly export_uuid: string;
}

export interface ExportChunkInput extends ExportInput {
  /** A number from `chunks_available`. */
  readonly chunk_id: number;
}

const chunkIds = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.array(chunkId));

export const exportCreated: v.GenericSchema<unknown, ExportCreated> = /* @__PURE__ */ v.looseObject({
  export_uuid: pathText,
});

const exportStatus: v.GenericSchema<unknown, ExportStatus> = /* @__PURE__ */ v.looseObject({
  status: v.string(),
  chunks_available: chunkIds,
  chunks_failed: chunkIds,
  chunks_cancelled: chunkIds,
  total_chunks: v.exactOptional(v.nullable(v.number())),
  empty_chunks_count: v.exactOptional(v.nullable(v.number())),
  reason: v.exactOptional(v.nullable(v.string())),
});

const exportCancelled: v.GenericSchema<unknown, ExportCancelled> = /* @__PURE__ */ v.looseObject({
  status: v.string(),
});

const exportInput: v.GenericSchema<ExportInput> = /* @__PURE__ */ v.strictObject({ export_uuid: pathText });

const exportChunkInput: v.GenericSchema<ExportChunkInput> = /* @__PURE__ */ v.strictObject({
  export_uuid: pathText,
  chunk_id: chunkId,
});

/** Names of the form `tag.<Category>`, each with the tag values to match. */
export const tagFilter = /^tag\../;

/** A numeric range or list. `eq` goes with no other bound but `neq`. */
export interface ScoreFilter {
  readonly eq?: readonly number[] | undefined;
  readonly neq?: readonly number[] | undefined;
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
}

export const scoreFilter: v.GenericSchema<ScoreFilter> = /* @__PURE__ */ v.strictObject({
  eq: v.optional(v.array(v.number())),
  neq: v.optional(v.array(v.number())),
  gt: v.optional(v.number()),
  gte: v.optional(v.number()),
  lt: v.optional(v.number()),
  lte: v.optional(v.number()),
});

type ReadTag = Exclude<CallErrorTag, 'UnsupportedError'>;

/** The operation that tells how far a job of a kind is. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportStatus(kind: ExportKind, slug: string): Operation<ExportInput, ExportStatus, ReadTag> {
  return defineOperation({
    id: `${kind}Export.status`,
    product: 'vm',
    method: 'GET',
    path: `/${kind}/export/{export_uuid}/status`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportInput,
    output: json<ExportStatus>(exportStatus),
    removes: ['UnsupportedError'],
  });
}

/** The operation that gets one chunk of a kind. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportChunk<Item>(
  kind: ExportKind,
  item: v.GenericSchema<unknown, Item>,
  slug: string,
): Operation<ExportChunkInput, readonly Item[], ReadTag> {
  return defineOperation({
    id: `${kind}Export.chunk`,
    product: 'vm',
    method: 'GET',
    path: `/${kind}/export/{export_uuid}/chunks/{chunk_id}`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportChunkInput,
    output: json<readonly Item[]>(v.array(item)),
    removes: ['UnsupportedError'],
  });
}

/** The operation that stops a job of a kind. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportCancel(kind: ExportKind, slug: string): Operation<ExportInput, ExportCancelled> {
  return defineOperation({
    id: `${kind}Export.cancel`,
    product: 'vm',
    method: 'POST',
    path: `/${kind}/export/{export_uuid}/cancel`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportInput,
    output: json<ExportCancelled>(exportCancelled),
    isIdempotent: true,
  });
}
