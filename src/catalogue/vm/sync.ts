/** Synchronizations: data that other systems put into the container, job by job. https://pytenable.readthedocs.io/en/stable/ */
import { answerId, anything, chunkId, count, flag, get, list, nonEmpty, pageLimit, pathText, post, remove, text, z } from '../language/index.js';

export const page = 'https://pytenable.readthedocs.io/en/stable/index.html';
export const noun = 'Sync';

export const SyncJob = z.object({ id: answerId, sync_id: text.nullish(), state: text.nullish() }).describe('How far a job is.');

export const SyncJobPage = z.object({ jobs: list(SyncJob).nullish() });

export const CreatedSyncJob = z.object({ id: answerId, success: flag.nullish() });

export const SyncSuccess = z.object({ success: flag.nullish() });

export const SyncAuditPage = z.object({ audits: list(z.object({ id: answerId.nullish(), level: text.nullish(), message: text.nullish() })).nullish() });

const sync_id = pathText.describe('The name of the synchronization.');
const job = { sync_id, job_id: pathText.describe("The job's id.") };
const after = text.optional().describe('The id of the last item of the page before.');
const pages = { after, limit: pageLimit.optional(), states: list(nonEmpty).optional().describe('Only jobs in these states.') };

export const operations = {
  listAll: get('/api/v3/data/synchronizations/jobs', {
    doc: 'The jobs of all synchronizations, page by page.',
    input: pages,
    output: SyncJobPage,
    never: ['NotFoundError'],
    pyTenable: 'tio.sync.list',
  }),
  list: get('/api/v3/data/synchronizations/{sync_id}/jobs', {
    doc: 'The jobs of a synchronization, page by page.',
    input: { sync_id, ...pages },
    output: SyncJobPage,
    pyTenable: 'tio.sync.list',
  }),
  create: post('/api/v3/data/synchronizations/{sync_id}/jobs', {
    doc: 'Starts a job.',
    input: {
      sync_id,
      active_state_timeout_seconds: count.optional().describe('Seconds without a chunk after which it ends. Default 1800.'),
      expire_after_seconds: count.optional().describe('Seconds after which it is forgotten. Default 604800.'),
    },
    output: CreatedSyncJob,
    pyTenable: 'tio.sync.create',
  }),
  details: get('/api/v3/data/synchronizations/{sync_id}/jobs/{job_id}', { doc: 'One job.', input: { sync_id, job_id: job.job_id }, output: SyncJob, pyTenable: 'tio.sync.get' }),
  delete: remove('/api/v3/data/synchronizations/{sync_id}/jobs/{job_id}', { doc: 'Deletes a job.', input: { sync_id, job_id: job.job_id }, pyTenable: 'tio.sync.delete' }),
  uploadChunk: post('/api/v3/data/synchronizations/{sync_id}/jobs/{job_id}/chunks/{chunk_id}', {
    doc: 'Puts objects into a job. A chunk that is sent again replaces itself.',
    input: {
      sync_id,
      job_id: job.job_id,
      chunk_id: chunkId,
      objects: list(z.object({ object_type: nonEmpty }).catchall(anything)).min(1),
    },
    output: SyncSuccess,
    idempotent: true,
    pyTenable: 'tio.sync.upload_chunk',
  }),
  submit: post('/api/v3/data/synchronizations/{sync_id}/jobs/{job_id}/_submit', {
    doc: 'Ends a job: its chunks are taken over.',
    input: { sync_id, job_id: job.job_id, number_of_chunks: count },
    output: SyncSuccess,
    pyTenable: 'tio.sync.submit',
  }),
  audits: get('/api/v3/data/synchronizations/{sync_id}/jobs/{job_id}/audits', {
    doc: 'What was said of a job while it was taken over.',
    input: { ...job, after, limit: pageLimit.optional(), levels: list(nonEmpty).optional() },
    output: SyncAuditPage,
    pyTenable: 'tio.sync.audit_logs',
  }),
};
