/** The command `export`: all records of a kind into a file, in as many runs as it takes, or into a stream. */
import { ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { createVmClient } from '../index.js';
import type { ExportCall, ExportKind, ExportOptions, KnownError, VmClient } from '../index.js';
import { exportToFile } from '../node/index.js';
import type { RecordEncoder } from '../node/index.js';
import { findUnfinishedExport } from '../node/unfinished-export.js';
import { createSimulator, inventedNowMs } from '../simulator/index.js';
import { exitCodes } from './exit-codes.js';
import { parseExportArguments } from './export-arguments.js';
import type { ExportRequest } from './export-arguments.js';
import { describeNextStep, describeReplacement, describeSummary, describeSurprises } from './export-summary.js';
import type { ExportOutcome } from './export-summary.js';
import { exportToStream } from './export-to-stream.js';
import { listenForInterruption } from './interruption.js';
import { createProgressLine } from './progress-line.js';
import type { ReaderLeft } from './record-sink.js';
import { findStreamTarget } from './stream-target.js';
import type { StreamTarget } from './stream-target.js';
import { tellFailure } from './tell-failure.js';
import type { Output } from './terminal.js';

/** Where a command reads and writes. */
export interface CommandStreams {
  readonly output: Output;
  readonly errors: Output;
}

/** Runs the command; gives the exit code. */
export async function runExportCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const request = parseExportArguments(args, (isSimulated) => (isSimulated ? inventedNowMs : Date.now()));
  if (request.isErr()) return refuse(streams, request.error);
  const target = findStreamTarget(request.value.out);
  if (target !== null && request.value.resume) return refuse(streams, `--resume needs a file: what went into ${request.value.out} cannot be gone on with`);
  const job: Job = { request: request.value, target, streams };
  return request.value.isSimulated ? runSimulated(job) : runWith(createVmClient(request.value.connection), job);
}

interface Job {
  readonly request: ExportRequest;
  /** `null` for a file. */
  readonly target: StreamTarget | null;
  readonly streams: CommandStreams;
}

function refuse({ errors }: CommandStreams, message: string): number {
  errors.write(`tenable-result export: ${message}\nWhat there is: tenable-result export --help\n`);
  return exitCodes.usage;
}

async function runSimulated(job: Job): Promise<number> {
  const { request, streams: { errors } } = job;
  const simulator = createSimulator({ vulns: 20_000, recordsPerChunk: 500, pollsUntilReady: 3, chunkDelayMs: 50 });
  const server = await simulator.listen();
  if (server.isErr()) return tellFailure(errors, server.error);
  const { accessKey, secretKey, transport } = simulator;
  if (request.resume && (await findUnfinishedExport(request.out)) !== null) await repeatJob(createVmClient({ accessKey, secretKey, transport }), request);
  const code = await runWith(createVmClient({ url: server.value.url, accessKey, secretKey }), job);
  const closed = await server.value.close();
  return closed.isErr() ? tellFailure(errors, closed.error) : code;
}

/** The jobs of a simulator end with it. One that is asked for again has the same id and records, so it can be gone on with. */
async function repeatJob(client: Result<VmClient, unknown>, { input, kind }: ExportRequest): Promise<void> {
  if (client.isErr()) return;
  const begun = new AbortController();
  const options: ExportOptions = { signal: begun.signal, onEarlyEnd: 'detach', onProgress: () => { begun.abort(); } };
  await withCall(client.value, kind, async (call) => {
    await call(input, options).forEachChunk(() => ok(undefined));
  });
}

async function runWith(client: ReturnType<typeof createVmClient>, job: Job): Promise<number> {
  const { request, streams: { errors }, target } = job;
  if (client.isErr()) {
    const code = tellFailure(errors, client.error);
    errors.write('Keys and address come from TIO_ACCESS_KEY, TIO_SECRET_KEY and TIO_URL. Without an account: --simulator\n');
    return code;
  }
  const unfinished = target === null && !request.resume ? await findUnfinishedExport(request.out) : null;
  if (unfinished !== null) errors.write(`${describeReplacement(unfinished)}\n`);
  errors.write(`Exporting ${request.kind} from ${client.value.origin}\n`);
  const startedAtMs = Date.now();
  const line = createProgressLine(errors, Date.now);
  const interruption = listenForInterruption();
  const written = await write(client.value, job, {
    concurrency: request.concurrency,
    timeoutMs: request.timeoutMs,
    pollIntervalMs: request.pollIntervalMs,
    signal: interruption.signal,
    onProgress: line.update,
    encoder: request.columns === null ? undefined : (await import('./csv.js')).createCsvEncoder(request.columns),
  });
  line.end();
  interruption.stop();
  if (written.isErr()) return tellEnd(job, written.error, interruption.signal.aborted);
  (target === null ? job.streams.output : errors).write(`${describeSummary(request, written.value)}\n`);
  for (const surprise of describeSurprises(written.value, startedAtMs)) errors.write(`${surprise}\n`);
  return exitCodes.ok;
}

interface RunOptions extends ExportOptions {
  readonly signal: AbortSignal;
  readonly encoder: RecordEncoder<unknown> | undefined;
}

function write(client: VmClient, { request, target }: Job, options: RunOptions): Promise<Result<ExportOutcome, KnownError | ReaderLeft>> {
  const { input, kind, label, out, resume } = request;
  return withCall(client, kind, async (call): Promise<Result<ExportOutcome, KnownError | ReaderLeft>> =>
    (target === null ? exportToFile(call, input, out, { ...options, label, resume }) : exportToStream(call, input, target, options)));
}

/** How long what was written already may take to be read after an export into a stream has failed, in milliseconds. */
const lastWordsMs = 1_000;

/** Says why there is no whole export, and what to do. Nobody is told that who read it has left: that was no failure. */
async function tellEnd({ request, streams: { errors }, target }: Job, error: KnownError | ReaderLeft, isAborted: boolean): Promise<number> {
  const isInterrupted = isAborted && (error._tag === 'ReaderLeft' || (error._tag === 'ConnectionError' && error.reason === 'aborted'));
  if (isInterrupted) errors.write('Interrupted.\n');
  const code = toEndCode(errors, error, isInterrupted);
  // Otherwise a reader that is stuck would keep a process that has nothing more to do.
  if (target !== null) setTimeout(() => process.exit(code), lastWordsMs).unref();
  else if (error._tag !== 'ReaderLeft' && (await findUnfinishedExport(request.out)) !== null) errors.write(`${describeNextStep(error, request.out)}\n`);
  return code;
}

function toEndCode(errors: Output, error: KnownError | ReaderLeft, isInterrupted: boolean): number {
  if (isInterrupted) return exitCodes.interrupted;
  return error._tag === 'ReaderLeft' ? exitCodes.readerLeft : tellFailure(errors, error);
}

/** Uses the call of a kind. What the arguments of a command describe is checked by the schema of the call. */
function withCall<T>({ exports }: VmClient, kind: ExportKind, use: (call: ExportCall<unknown, unknown>) => T): T {
  const calls: Readonly<Record<ExportKind, unknown>> = {
    vulns: exports.vulns,
    assets: exports.assets,
    'assets-v2': exports.assetsV2,
    compliance: exports.compliance,
    was: exports.was,
  };
  return use(calls[kind] as ExportCall<unknown, unknown>); // input and records of different kinds, none of which is looked into here
}
