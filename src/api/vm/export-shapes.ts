/** What the export jobs of all kinds have in common: following them, fetching their chunks, stopping them. */
import * as v from 'valibot';

import { maxChunks } from '../../errors/checkpoint.js';
import type { CallErrorTag } from '../../errors/tenable-error.js';
import { defineOperation } from '../../operation/define-operation.js';
import type { Operation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { inWords } from '../../schema/own-words.js';
import { answerId, chunkId, noInput } from '../../schema/shapes.js';
import type { NoInput } from '../../schema/shapes.js';

/** The answer to a request for an export. */
export interface ExportCreated {
  readonly export_uuid: string;
}

/** How far an export job is. */
export interface ExportStatus {
  /** QUEUED, PROCESSING, READY, FINISHED, CANCELLED, ERROR, or a word that is not documented yet. */
  readonly status: string;
  /** Chunks that can be downloaded now: numbers from 1 in any order, with gaps. Left out by some answers. */
  readonly chunks_available?: readonly number[] | null;
  readonly chunks_failed?: readonly number[] | null;
  readonly chunks_cancelled?: readonly number[] | null;
  readonly total_chunks?: number | null;
  /** Of those, chunks without records, which are not announced. */
  readonly empty_chunks_count?: number | null;
  /** Why it ended in ERROR or with failed chunks. */
  readonly reason?: string | null;
  /** The job's id. Left out for assets. */
  readonly uuid?: string | null;
  /** The job's filters as Tenable keeps them: an object, or in the list of asset jobs its JSON text. */
  readonly filters?: unknown;
  /** When it was created, in Unix milliseconds. */
  readonly created?: number | null;
  readonly num_assets_per_chunk?: number | null;
}

/** One of the jobs in a list. */
export interface ExportJobEntry extends ExportStatus {
  /** The job's id, as `create` gave it. */
  readonly uuid: string;
}

/** Recent jobs of a kind, in no promised order. */
export interface ExportJobs {
  readonly exports: readonly ExportJobEntry[];
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

/** A list may name each chunk twice. One that is longer is not looked at any further. */
const maxIds = 2 * maxChunks;

const chunkIds = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.pipe(
  v.custom<readonly unknown[]>(Array.isArray, inWords('an array')),
  v.check((ids) => ids.length <= maxIds, inWords(`a list of at most ${maxIds}`)),
  v.array(chunkId),
)));

export const exportCreated: v.GenericSchema<unknown, ExportCreated> = /* @__PURE__ */ v.looseObject({
  export_uuid: answerId,
});

/** A chunk whose records may be anything. */
export const anyRecords: v.GenericSchema<unknown, readonly unknown[]> = /* @__PURE__ */ v.array(/* @__PURE__ */ v.unknown());

const count = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.number()));
const optionalText = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string()));

const statusEntries = {
  status: /* @__PURE__ */ v.string(),
  chunks_available: chunkIds,
  chunks_failed: chunkIds,
  chunks_cancelled: chunkIds,
  total_chunks: count,
  empty_chunks_count: count,
  reason: optionalText,
  uuid: optionalText,
  filters: /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.unknown()),
  created: count,
  num_assets_per_chunk: count,
};

const exportStatus: v.GenericSchema<unknown, ExportStatus> = /* @__PURE__ */ v.looseObject(statusEntries);

const exportJobs: v.GenericSchema<unknown, ExportJobs> = /* @__PURE__ */ v.looseObject({
  exports: v.array(v.looseObject({ ...statusEntries, uuid: answerId })),
});

const exportCancelled: v.GenericSchema<unknown, ExportCancelled> = /* @__PURE__ */ v.looseObject({
  status: v.string(),
});

const exportInput: v.GenericSchema<ExportInput> = /* @__PURE__ */ v.strictObject({ export_uuid: answerId });

const exportChunkInput: v.GenericSchema<ExportChunkInput> = /* @__PURE__ */ v.strictObject({
  export_uuid: answerId,
  chunk_id: chunkId,
});

/** Where the operations of a kind are found. */
export interface ExportPlace {
  /** Its area in the catalogue, which is the first half of every id. */
  readonly area: 'vulnsExport' | 'assetsExport' | 'assetsV2Export' | 'complianceExport' | 'wasExport';
  /** The path of its jobs. Both forms of assets have the same. */
  readonly jobs: '/vulns/export' | '/assets/export' | '/compliance/export' | '/was/v1/export/vulns';
}

type ReadTag = Exclude<CallErrorTag, 'UnsupportedError'>;

/** The operation that tells how far a job of a kind is. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportStatus({ area, jobs }: ExportPlace, slug: string): Operation<ExportInput, ExportStatus, ReadTag> {
  return defineOperation({
    id: `${area}.status`,
    product: 'vm',
    method: 'GET',
    path: `${jobs}/{export_uuid}/status`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportInput,
    output: json<ExportStatus>(exportStatus),
    removes: ['UnsupportedError'],
  });
}

/** The operation that gets one chunk of a kind. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportChunk<Item>(
  { area, jobs }: ExportPlace,
  item: v.GenericSchema<unknown, Item>,
  slug: string,
): Operation<ExportChunkInput, readonly Item[], ReadTag> {
  return defineOperation({
    id: `${area}.chunk`,
    product: 'vm',
    method: 'GET',
    path: `${jobs}/{export_uuid}/chunks/{chunk_id}`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportChunkInput,
    output: json<readonly Item[]>(v.array(item), 'chunk'),
    removes: ['UnsupportedError'],
  });
}

/** The operation that stops a job of a kind. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportCancel({ area, jobs }: ExportPlace, slug: string): Operation<ExportInput, ExportCancelled> {
  return defineOperation({
    id: `${area}.cancel`,
    product: 'vm',
    method: 'POST',
    path: `${jobs}/{export_uuid}/cancel`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: exportInput,
    output: json<ExportCancelled>(exportCancelled),
    isIdempotent: true,
  });
}

/** The operation that lists recent jobs of a kind. `slug` is its page in Tenable's reference. */
/* @__NO_SIDE_EFFECTS__ */
export function defineExportList({ area, jobs }: ExportPlace, slug: string): Operation<NoInput, ExportJobs, ReadTag> {
  return defineOperation({
    id: `${area}.list`,
    product: 'vm',
    method: 'GET',
    path: `${jobs}/status`,
    docs: `https://developer.tenable.com/reference/${slug}`,
    input: noInput,
    output: json<ExportJobs>(exportJobs),
    removes: ['UnsupportedError'],
  });
}
