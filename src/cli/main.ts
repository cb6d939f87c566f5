#!/usr/bin/env node
/** The command `tenable-result`: reads its arguments, runs a command, ends with its exit code. */
import { parseArgs } from 'node:util';

import { version } from '../index.js';
import { runDemo } from './demo.js';
import { exitCodes } from './exit-codes.js';
import { toOutput } from './terminal.js';

const usage = `tenable-result ${version}

Usage: tenable-result <command> [options]

Commands:
  demo               run a vulnerability export, then provoke each of the 17 failures, against an embedded
                     simulator; with TIO_ACCESS_KEY and TIO_SECRET_KEY set, run the export against Tenable

Options:
  --out <file>       where the export goes (default: vulns.ndjson)
  --help             this text
  --version          the version
`;

const options = {
  out: { type: 'string', default: 'vulns.ndjson' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

async function main(args: readonly string[]): Promise<number> {
  const output = toOutput(process.stdout);
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const [command] = positionals;
  if (values.version === true) output.write(`${version}\n`);
  else if (values.help === true || command === undefined) output.write(usage);
  else if (command === 'demo') return runDemo(output, typeof values.out === 'string' ? values.out : 'vulns.ndjson');
  else {
    process.stderr.write(`tenable-result: there is no command "${command}"\n\n${usage}`);
    return exitCodes.usage;
  }
  return exitCodes.ok;
}

// Whoever reads the output may stop reading (`| head`): that ends the command, quietly.
process.stdout.on('error', () => process.exit(exitCodes.unexpected));

process.exitCode = await main(process.argv.slice(2));
