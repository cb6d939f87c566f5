/** The command `export`: all records of a kind into a file, in as many runs as it takes. */
import { existsSync } from 'node:fs';

import { ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { createVmClient } from '../index.js';
import type { ExportCall, ExportKind, ExportOptions, TenableError, VmClient } from '../index.js';
import { exportToFile } from '../node/index.js';
import type { OutputFileError, RecordEncoder, WrittenExport } from '../node/index.js';
import { createSimulator, inventedNowMs } from '../simulator/index.js';
import { exitCodes } from './exit-codes.js';
import { parseExportArguments } from './export-arguments.js';
import type { ExportRequest } from './export-arguments.js';
import { createProgressLine } from './progress-line.js';
import { describeBytes, describeDuration, describeMany } from './quantities.js';
import { tellFailure } from './tell-failure.js';
import type { Output } from './terminal.js';

/** Where a command reads and writes. */
export interface CommandStreams {
  readonly output: Output;
  readonly errors: Output;
}

/** Runs the command; gives the exit code. */
export async function runExportCommand(args: readonly string[], { output, errors }: CommandStreams): Promise<number> {
  const request = parseExportArguments(args, (isSimulated) => (isSimulated ? inventedNowMs : Date.now()));
  if (request.isErr()) {
    errors.write(`tenable-result export: ${request.error}\nWhat there is: tenable-result export --help\n`);
    return exitCodes.usage;
  }
  return request.value.isSimulated ? runSimulated(request.value, { output, errors }) : runWith(createVmClient(), request.value, { output, errors });
}

async function runSimulated(request: ExportRequest, streams: CommandStreams): Promise<number> {
  const simulator = createSimulator({ vulns: 20_000, recordsPerChunk: 500, pollsUntilReady: 3, chunkDelayMs: 50 });
  const server = await simulator.listen();
  if (server.isErr()) return tellFailure(streams.errors, server.error);
  const { accessKey, secretKey, transport } = simulator;
  if (request.resume && isUnfinished(request)) await repeatJob(createVmClient({ accessKey, secretKey, transport }), request);
  const code = await runWith(createVmClient({ url: server.value.url, accessKey, secretKey }), request, streams);
  const closed = await server.value.close();
  return closed.isErr() ? tellFailure(streams.errors, closed.error) : code;
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

async function runWith(client: ReturnType<typeof createVmClient>, request: ExportRequest, { errors, output }: CommandStreams): Promise<number> {
  if (client.isErr()) {
    const code = tellFailure(errors, client.error);
    errors.write('Keys and address come from TIO_ACCESS_KEY, TIO_SECRET_KEY and TIO_URL. Without an account: --simulator\n');
    return code;
  }
  const line = createProgressLine(output, Date.now);
  const interruption = listenForInterruption();
  output.write(`Exporting ${request.kind} from ${client.value.origin}\n`);
  const written = await start(client.value, request, {
    signal: interruption.signal,
    onProgress: line.update,
    encoder: request.columns === null ? undefined : (await import('./csv.js')).createCsvEncoder(request.columns),
  });
  line.end();
  interruption.stop();
  if (written.isOk()) {
    output.write(`${describeSummary(request, written.value)}\n`);
    return exitCodes.ok;
  }
  const { error } = written;
  const isInterrupted = interruption.signal.aborted && error._tag === 'ConnectionError' && error.reason === 'aborted';
  if (isInterrupted) errors.write('Interrupted.\n');
  const code = isInterrupted ? exitCodes.interrupted : tellFailure(errors, error);
  if (isUnfinished(request)) errors.write(`${describeNextStep(error, request.out)}\n`);
  return code;
}

interface RunOptions {
  readonly signal: AbortSignal;
  readonly onProgress: ReturnType<typeof createProgressLine>['update'];
  readonly encoder: RecordEncoder<unknown> | undefined;
}

function start(client: VmClient, { concurrency, input, kind, label, out, pollIntervalMs, resume, timeoutMs }: ExportRequest, options: RunOptions): ResultAsync<WrittenExport, TenableError | OutputFileError> {
  return withCall(client, kind, (call) => exportToFile(call, input, out, { ...options, concurrency, label, resume, timeoutMs, pollIntervalMs }));
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

/** Whether there is something to go on with. */
function isUnfinished({ out }: ExportRequest): boolean {
  return existsSync(`${out}.checkpoint.json`);
}

/** What to do about an export that has not come to its end. */
function describeNextStep(error: TenableError | OutputFileError, out: string): string {
  if (error._tag === 'NotFoundError') {
    return 'Tenable keeps an export for a day, compliance for three: this one is gone. To export anew: the same command without --resume';
  }
  if (error._tag === 'OutputFileError' && error.reason !== 'io') return 'Nothing was changed.';
  const came = `What came is in ${out}.part.`;
  const isOver = error._tag === 'TioExportsError' && error.reason !== 'chunk-unreadable' && error.reason !== 'chunks-missing';
  return isOver ? `${came} Tenable has no more of it. To export anew: the same command without --resume` : `${came} To go on: the same command with --resume`;
}

function describeSummary({ out }: ExportRequest, { bytes, records, run }: WrittenExport): string {
  const file = `Wrote ${describeMany(records, 'record')} (${describeBytes(bytes)}) to ${out}`;
  if (run === null) return `${file}: all of it was there already`;
  const earlier = records - run.records;
  const rest = earlier === 0 ? '' : `; ${describeMany(earlier, 'record')} of an earlier run`;
  return `${file} in ${describeDuration(run.elapsedMs)}: ${describeMany(run.chunks, 'chunk')} of export ${run.uuid}${rest}`;
}

/** The first Ctrl-C ends the export so that it can be gone on with; a second one ends the process. */
function listenForInterruption(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}
