#!/usr/bin/env node
/** The command `tenable-result`: picks a command by its name, runs it, ends with its exit code. */
import { parseArgs } from 'node:util';

import { version } from '../index.js';
import { runDemo } from './demo.js';
import { doctorUsage, runDoctor } from './doctor.js';
import { exitCodes } from './exit-codes.js';
import { runExportCommand } from './export-command.js';
import type { CommandStreams } from './export-command.js';
import { exportUsage } from './export-usage.js';
import { readOptions } from './read-options.js';
import { toOutput } from './terminal.js';

const usage = `tenable-result ${version}

Usage: tenable-result <command> [options]

Commands:
  export <kind>      write vulns, assets, assets-v2, compliance or was records to a file, in as many runs as it
                     takes, or to a stream; tenable-result export --help says how
  doctor [product]   go the way to vm, sc or nessus step by step, and say where it ends and what to do
  demo               run a vulnerability export, then provoke each of the 17 failures, against an embedded
                     simulator; with TIO_ACCESS_KEY and TIO_SECRET_KEY set, run the export against Tenable
                     --out <file>: where the export goes (default: vulns.ndjson)

Options:
  --help             this text
  --version          the version

Exit codes: 0 done, 2 wrong arguments, 3 refused before sending, 4 no connection, 5 refused by Tenable,
6 a file, 7 an export that is not complete, 70 a defect, 130 interrupted, 141 nobody reads the output any more,
1 anything else.
`;

async function main([command, ...args]: readonly string[], streams: CommandStreams): Promise<number> {
  const { output } = streams;
  const wantsHelp = args.includes('--help');
  switch (command) {
    case '--version':
      output.write(`${version}\n`);
      return exitCodes.ok;
    case undefined:
    case '--help':
    case 'help':
      output.write(usage);
      return exitCodes.ok;
    case 'export':
      if (!wantsHelp) return runExportCommand(args, streams);
      output.write(exportUsage);
      return exitCodes.ok;
    case 'doctor':
      if (!wantsHelp) return runDoctor(args, streams);
      output.write(doctorUsage);
      return exitCodes.ok;
    case 'demo':
      if (!wantsHelp) return runDemoCommand(args, streams);
      output.write(usage);
      return exitCodes.ok;
    default:
      return refuse(streams, `there is no command "${command}"`);
  }
}

function runDemoCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const read = readOptions(() => parseArgs({ args: [...args], options: { out: { type: 'string', default: 'vulns.ndjson' } } }));
  return read.isOk() ? runDemo(streams.output, read.value.values.out) : Promise.resolve(refuse(streams, read.error));
}

function refuse({ errors }: CommandStreams, message: string): number {
  errors.write(`tenable-result: ${message}\n\n${usage}`);
  return exitCodes.usage;
}

// Whoever reads the output may stop reading (`| head`): that ends the command, quietly. An export into a file goes on, and
// one into the output notices by itself. Whoever reads progress and messages may leave, too: that ends nothing.
process.stdout.on('error', () => {
  if (process.argv[2] !== 'export') process.exit(exitCodes.readerLeft);
});
process.stderr.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2), { output: toOutput(process.stdout), errors: toOutput(process.stderr) });
