/**
 * A request for a job that was refused because such a job runs already, or whose answer was lost: which running job
 * may be gone on with. One whose filters differ would lose records, so in doubt there is none.
 */
import { isResponseError } from '../errors/model/error-group.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { sleep } from '../transport/clock.js';
import { call } from './export-run.js';
import type { ExportJobError, ExportRun, ListedJob } from './export-run.js';
import { compareFilters } from './compare-filters.js';

/** Looks at the list of jobs for one whose request was carried out, as long as it may take to appear there. */
const maxLooks = 3;

/** How far the clocks of this machine and the service may be apart. */
const clockSkewMs = 300_000;

/** The id of the job to go on with; `null` where there is none. `error` is what came of the request. */
export async function adoptJob<Input, Item>(run: ExportRun<Input, Item>, input: Input, error: ExportJobError): Promise<string | null> {
  const asked = toSelection(ownValue(input, 'filters') ?? {}, ownValue(input, 'asset'));
  const named = toNamedJob(error);
  if (named === run.state.uuid) return null; // the job that is over and that this one is to take the place of
  if (named !== null) return (await isSameJob(run, named, asked)) ? named : null;
  return mayHaveWorked(error) ? findOwnJob(run, asked) : null;
}

/** The id of the running job that a refusal names. */
function toNamedJob(error: ExportJobError): string | null {
  if (error._tag === 'UnsupportedError' && error.activeJobId !== null) return error.activeJobId;
  const isDuplicate = error._tag === 'UnsupportedError' || (error._tag === 'RetryError' && error.reason === 'duplicate-export');
  return isDuplicate ? /job_uuid=([\w-]{1,200})(?![\w./%\\-])/.exec(error.detail)?.[1] ?? null : null;
}

/** Whether the job may have been made: the request was sent, and no answer came that could be read. */
function mayHaveWorked(error: ExportJobError): boolean {
  if (error._tag === 'ConnectionError') return error.delivery !== 'not-sent';
  if (error._tag === 'APIError') return error.reason === 'empty-body' || error.issues.some(({ path }) => path === ''); // no JSON at all
  return isResponseError(error) && error.code >= 500;
}

/** The service says that this job has the same filters: what it tells of them must not contradict that. */
async function isSameJob<Input, Item>(run: ExportRun<Input, Item>, uuid: string, asked: unknown): Promise<boolean> {
  const reported = await call(run, run.operations.status, { export_uuid: uuid });
  if (reported.isErr()) return false;
  const said = toToldSelection(reported.value);
  if (said !== undefined && said !== null) return compareFilters(asked, said) !== 'different';
  const listed = await call(run, run.operations.list, {});
  const told = listed.isOk() ? toToldSelection(listed.value.exports.find((job) => job.uuid === uuid)) : undefined;
  return told === undefined || told === null || compareFilters(asked, told) !== 'different';
}

/** The job that our own lost request has made. Nobody says so: its filters must be all and only those asked for. */
async function findOwnJob<Input, Item>(run: ExportRun<Input, Item>, asked: unknown): Promise<string | null> {
  const { connection, deadline, operations, options } = run;
  for (let look = 1; look <= maxLooks; look += 1) {
    const listed = await call(run, operations.list, {});
    if (listed.isErr() || deadline.signal.aborted) return null;
    const jobs = listed.value.exports.filter((job) => job.uuid !== run.state.uuid && isOwnJob(run, job) && compareFilters(asked, toToldSelection(job)) === 'same');
    const [newest] = jobs.sort((a, b) => (b.created ?? 0) - (a.created ?? 0));
    if (newest !== undefined) return newest.uuid;
    if (look < maxLooks) await sleep(connection.clock, options.pollIntervalMs, deadline.signal);
  }
  return null;
}

/** What a job tells of the records that it selects. */
function toToldSelection(job: unknown): unknown {
  return toSelection(ownValue(job, 'filters'), ownValue(job, 'asset'));
}

/** Filters, and the assets that an export of compliance is limited to, which stand beside its filters. */
function toSelection(filters: unknown, asset: unknown): unknown {
  return isRecord(filters) ? { ...filters, asset } : filters;
}

/** A job that was made since the run began, or that at least still runs where it does not say when it was made. */
function isOwnJob<Input, Item>({ begunAtMs }: ExportRun<Input, Item>, { created, status }: ListedJob): boolean {
  const word = status.toUpperCase();
  if (word === 'ERROR' || word === 'CANCELLED') return false;
  return created === undefined || created === null ? word !== 'FINISHED' : created >= begunAtMs - clockSkewMs;
}
