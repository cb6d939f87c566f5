/** What the export jobs of all kinds have in common: following them, fetching their chunks, stopping them. */
import { answerId, anything, chunkId, get, list, number, post, text, z } from '../../language/index.js';
import type { Described } from '../../language/operation.js';

export const ExportCreated = z.object({ export_uuid: answerId }).describe('The answer to a request for an export.');

/** A list may name each of 100,000 chunks twice. One that is longer is not looked at any further. */
const chunkIds = list(chunkId).max(200_000).nullish();

const status = {
  status: text.describe('QUEUED, PROCESSING, READY, FINISHED, CANCELLED, ERROR, or a word that is not documented yet.'),
  chunks_available: chunkIds.describe('Chunks that can be downloaded now: numbers from 1 in any order, with gaps. Left out by some answers.'),
  chunks_failed: chunkIds,
  chunks_cancelled: chunkIds,
  total_chunks: number.nullish(),
  empty_chunks_count: number.nullish().describe('Of those, chunks without records, which are not announced.'),
  reason: text.nullish().describe('Why it ended in ERROR or with failed chunks.'),
  uuid: text.nullish().describe("The job's id. Left out for assets."),
  filters: anything.optional().describe("The job's filters as Tenable keeps them: an object, or in the list of asset jobs its JSON text."),
  created: number.nullish().describe('When it was created, in Unix milliseconds.'),
  num_assets_per_chunk: number.nullish(),
};

export const ExportStatus = z.object(status).describe('How far an export job is.');

export const ExportJobEntry = z.object({ ...status, uuid: answerId.describe("The job's id, as `create` gave it.") }).describe('One of the jobs in a list.');

export const ExportJobs = z.object({ exports: list(ExportJobEntry) }).describe('Recent jobs of a kind, in no promised order.');

export const ExportCancelled = z.object({ status: text.describe('`CANCELLED`.') });

const job = answerId.describe("The job's id, as `create` gave it.");

export const ExportInput = z.object({ export_uuid: job });

export const ExportChunkInput = z.object({ export_uuid: job, chunk_id: chunkId.describe('A number from `chunks_available`.') });

interface Kind {
  /** What one record is. */
  readonly record: z.ZodType;
  /** What is said of its operations besides. */
  readonly docs: { readonly chunk: string; readonly list: string };
  /** Tenable's pages on them. */
  readonly pages: { readonly status: string; readonly chunk: string; readonly cancel: string; readonly list: string };
}

/** The operations that follow a job of a kind. Both forms of assets have the same jobs. */
export const jobs = (path: `/${string}`, { docs, pages, record }: Kind): { readonly [Name in 'status' | 'chunk' | 'cancel' | 'list']: Described } => ({
  status: get(`${path}/{export_uuid}/status`, {
    doc: 'How far a job is, and which chunks can be downloaded.',
    input: ExportInput, output: ExportStatus, never: ['UnsupportedError'], page: pages.status, pyTenable: 'tio.exports.status',
  }),
  chunk: get(`${path}/{export_uuid}/chunks/{chunk_id}`, {
    doc: docs.chunk, input: ExportChunkInput, output: list(record), answer: 'chunk', never: ['UnsupportedError'], page: pages.chunk, pyTenable: 'tio.exports.download_chunk',
  }),
  cancel: post(`${path}/{export_uuid}/cancel`, {
    doc: 'Stops a job; chunks that are finished stay. One that has ended already is an `InvalidInputError`.',
    input: ExportInput, output: ExportCancelled, idempotent: true, page: pages.cancel, pyTenable: 'tio.exports.cancel',
  }),
  list: get(`${path}/status`, { doc: docs.list, output: ExportJobs, never: ['UnsupportedError'], page: pages.list, pyTenable: 'tio.exports.jobs' }),
});
