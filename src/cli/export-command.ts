/** The command `export`: all records of a kind into a file, in as many runs as it takes. */
import type { ResultAsync } from 'neverthrow';

import { createVmClient } from '../index.js';
import type { ExportCall, TenableError, VmClient } from '../index.js';
import { exportToFile } from '../node/index.js';
import type { OutputFileError, RecordEncoder, WrittenExport } from '../node/index.js';
import { createSimulator, inventedNowMs } from '../simulator/index.js';
import { exitCodes } from './exit-codes.js';
import { exportUsage, parseExportArguments } from './export-arguments.js';
import type { ExportRequest } from './export-arguments.js';
import { createProgressLine } from './progress-line.js';
import { describeBytes, describeCount, describeDuration } from './quantities.js';
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
    errors.write(`tenable-result export: ${request.error}\n\n${exportUsage}`);
    return exitCodes.usage;
  }
  return request.value.isSimulated ? runSimulated(request.value, { output, errors }) : runWith(createVmClient(), request.value, { output, errors });
}

async function runSimulated(request: ExportRequest, streams: CommandStreams): Promise<number> {
  const simulator = createSimulator({ vulns: 20_000, recordsPerChunk: 500, pollsUntilReady: 3, chunkDelayMs: 50 });
  const server = await simulator.listen();
  if (server.isErr()) return tellFailure(streams.errors, server.error);
  const { accessKey, secretKey } = simulator;
  const code = await runWith(createVmClient({ url: server.value.url, accessKey, secretKey }), request, streams);
  const closed = await server.value.close();
  return closed.isErr() ? tellFailure(streams.errors, closed.error) : code;
}

async function runWith(client: ReturnType<typeof createVmClient>, request: ExportRequest, { errors, output }: CommandStreams): Promise<number> {
  if (client.isErr()) return tellFailure(errors, client.error);
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
  if (interruption.signal.aborted) {
    errors.write(`Interrupted. To go on: the same command with --resume\n`);
    return exitCodes.interrupted;
  }
  const code = tellFailure(errors, written.error);
  if (written.error._tag !== 'OutputFileError' && written.error._tag !== 'UnexpectedValueError') {
    errors.write(`What came is in ${request.out}.part. To go on: the same command with --resume\n`);
  }
  return code;
}

interface RunOptions {
  readonly signal: AbortSignal;
  readonly onProgress: ReturnType<typeof createProgressLine>['update'];
  readonly encoder: RecordEncoder<unknown> | undefined;
}

function start({ exports }: VmClient, { concurrency, input, kind, label, out, pollIntervalMs, resume, timeoutMs }: ExportRequest, options: RunOptions): ResultAsync<WrittenExport, TenableError | OutputFileError> {
  const all = { ...options, concurrency, label, resume, timeoutMs, pollIntervalMs };
  // What the arguments describe is checked by the schema of the call.
  const write = <Input, Item>(call: ExportCall<Input, Item>): ResultAsync<WrittenExport, TenableError | OutputFileError> =>
    exportToFile(call, input as Input, out, all);
  switch (kind) {
    case 'vulns':
      return write(exports.vulns);
    case 'assets':
      return write(exports.assets);
    case 'assets-v2':
      return write(exports.assetsV2);
    case 'compliance':
      return write(exports.compliance);
    case 'was':
      return write(exports.was);
  }
}

function describeSummary({ out }: ExportRequest, { bytes, records, run }: WrittenExport): string {
  const file = `Wrote ${describeCount(records)} records (${describeBytes(bytes)}) to ${out}`;
  if (run === null) return `${file}: all of them were there already`;
  const earlier = records - run.records;
  const rest = earlier === 0 ? '' : `; ${describeCount(earlier)} records were there already`;
  return `${file} in ${describeDuration(run.elapsedMs)}: ${describeCount(run.chunks)} chunks of export ${run.uuid}${rest}`;
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
