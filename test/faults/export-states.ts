/** What can become of an export job: each end that is not whole must be told, after the chunks that are there. */
import { http, json } from './bench.js';
import { exportVulns } from './calls.js';
import { keys } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

/** What the service gives: a body, or a status and a body. */
type Given = readonly [status: number, body: unknown];
interface Job {
  readonly create?: Given;
  /** One after the other; the last one stays. */
  readonly reports: readonly unknown[];
  readonly chunk?: (id: number) => Given;
}

const uuid = '01234567-89ab-cdef-0123-456789abcdef';
const finished = { status: 'FINISHED', chunks_available: [1, 2], chunks_failed: [], chunks_cancelled: [], total_chunks: 2 };
const goodChunk = (id: number): Given => [200, [{ asset: { uuid: String(id) }, plugin: { id }, severity: 'high' }]];

const job = ({ create = [200, { export_uuid: uuid }], reports, chunk = goodChunk }: Job): Serve => (bench) => {
  let asked = 0;
  const give = (path: string): Given => {
    if (path === '/vulns/export') return create;
    if (path.endsWith('/status')) return [200, reports[Math.min(asked++, reports.length - 1)]];
    const id = /\/chunks\/(\d+)$/.exec(path)?.[1];
    return id === undefined ? [200, { status: 'CANCELLED' }] : chunk(Number(id));
  };
  return http((request, response) => {
    const [status, body] = give(request.url ?? '');
    response.writeHead(status, json).end(typeof body === 'string' ? body : JSON.stringify(body));
  })(bench);
};

const whole: Expected = { tag: 'Ok', value: { records: 2 } };
const ended = (reason: string): Expected => ({ tag: 'TioExportsError', reason });
const late: Expected = { tag: 'TioExportsTimeout' };
const broken: Expected = { tag: 'APIError', reason: 'unexpected-body' };
const failing = (given: Given): Job => ({ reports: [finished], chunk: (id) => (id === 2 ? given : goodChunk(id)) });

const rows: readonly (readonly [name: string, job: Job, expected: Expected])[] = [
  ['comes whole', { reports: [{ status: 'QUEUED' }, { status: 'PROCESSING', chunks_available: [2] }, finished] }, whole],
  ['comes with its chunks named twice', { reports: [{ ...finished, chunks_available: [1, 1, 2, 2] }] }, whole],
  ['comes in small letters', { reports: [{ ...finished, status: 'finished' }] }, whole],
  ['comes with gaps that its empty chunks explain', { reports: [{ ...finished, total_chunks: 5, empty_chunks_count: 3 }] }, whole],
  ['finishes without any chunks', { reports: [{ ...finished, chunks_available: [], total_chunks: 0 }] }, { tag: 'Ok', value: { records: 0 } }],
  ['ends in ERROR', { reports: [{ status: 'ERROR' }] }, ended('error')],
  ['ends in ERROR with chunks', { reports: [{ ...finished, status: 'ERROR' }] }, ended('error')],
  ['ends in ERROR with the keys in its words', { reports: [{ status: 'ERROR', reason: `${keys.accessKey} ${keys.secretKey}` }] }, ended('error')],
  ['is cancelled', { reports: [{ status: 'CANCELLED' }] }, ended('cancelled')],
  ['is cancelled with chunks', { reports: [{ ...finished, status: 'CANCELLED' }] }, ended('cancelled')],
  ['finishes with failed chunks', { reports: [{ ...finished, chunks_failed: [3] }] }, ended('chunks-failed')],
  ['finishes with cancelled chunks', { reports: [{ ...finished, chunks_cancelled: [3] }] }, ended('chunks-failed')],
  ['finishes with fewer chunks than it promised', { reports: [{ ...finished, total_chunks: 3 }] }, { tag: 'TioExportsError' }],
  ['finishes and announces no chunks of those it promised', { reports: [{ ...finished, chunks_available: [] }] }, { tag: 'TioExportsError' }],
  ['has a chunk that is gone', failing([404, { error: 'gone' }]), ended('chunk-unreadable')],
  ['has a chunk that breaks off', failing([200, '[{"asset":']), ended('chunk-unreadable')],
  ['has a chunk that is empty', failing([200, '']), ended('chunk-unreadable')],
  ['has a chunk that is null', failing([200, null]), ended('chunk-unreadable')],
  ['has a chunk that is an object', failing([200, { error: 'x' }]), ended('chunk-unreadable')],
  ['has a chunk of numbers', failing([200, [1, 2]]), ended('chunk-unreadable')],
  ['has a chunk of HTML', failing([200, '<html></html>']), ended('chunk-unreadable')],
  ['has a chunk that is in part', failing([206, [{}]]), ended('chunk-unreadable')],
  ['has a chunk that ends in 500', failing([500, { error: 'x' }]), { tag: 'TioExportsError' }],
  ['stays queued', { reports: [{ status: 'QUEUED' }] }, late],
  ['stays at work', { reports: [{ status: 'PROCESSING', chunks_available: [1] }] }, late],
  ['has a status that nobody knows', { reports: [{ status: 'PONDERING' }] }, late],
  ['has no status', { reports: [{ chunks_available: [1] }] }, broken],
  ['has null for a status', { reports: [{ status: null }] }, broken],
  ['has null for a report', { reports: [null] }, broken],
  ['has chunks that are words', { reports: [{ ...finished, chunks_available: ['../../session'] }] }, broken],
  ['has chunks that are negative', { reports: [{ ...finished, chunks_available: [-1] }] }, broken],
  ['is not created', { create: [400, { error: 'no' }], reports: [] }, { tag: 'InvalidInputError', requests: 1 }],
  ['is created without an id', { create: [200, {}], reports: [] }, { ...broken, requests: 1 }],
  ['is created with an id that walks', { create: [200, { export_uuid: '../../session' }], reports: [finished] }, { ...broken, requests: 1 }],
  ['is created with the id of a parent', { create: [200, { export_uuid: '..' }], reports: [finished] }, { ...broken, requests: 1 }],
];

export const exportStates: readonly Fault[] = rows.map(([name, what, expected]) => ({
  // The errors of single calls list the attempts of that call, not those of the job.
  group: 'export states', name, serve: job(what), call: exportVulns(expected === late ? 300 : 1_500), expected: { attempts: 1, ...expected },
}));
