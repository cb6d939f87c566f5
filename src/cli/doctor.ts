/** The command `doctor`: where on the way from here to an allowed call it goes wrong, and what to do about it. */
import { parseArgs } from 'node:util';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { describeError } from '../index.js';
import type { Product, TenableError } from '../index.js';
import { connectionOptions, parseConnection } from './connection-options.js';
import { exitCodeOfGroup, exitCodes, toExitCode } from './exit-codes.js';
import type { CommandStreams } from './export-command.js';
import { probePort, resolveHost } from './network-probes.js';
import { createProductQuestions } from './product-questions.js';
import type { ProductQuestions, ProductConfig } from './product-questions.js';
import { findProxy } from '../transport/node/find-proxy.js';
import { readOptions } from './read-options.js';
import type { Output } from './terminal.js';

export const doctorUsage = `Usage: tenable-result doctor [vm|sc|nessus] [options]

Goes the way of a call step by step, and says where it ends and what to do.

  --url <url>            where the product is (default: TIO_URL, TSC_URL or NESSUS_URL)
  --ca <file>            certificates of authorities to trust, PEM
  --proxy <url>          an http or https proxy; default: HTTPS_PROXY and NO_PROXY. The first two steps are then its own
  --fingerprint <hex>    SHA-256 fingerprint of the one certificate to trust
  --insecure             trust any certificate

Credentials come from the environment: <TIO|TSC|NESSUS>_ACCESS_KEY and _SECRET_KEY, or _USERNAME and _PASSWORD.
`;

const options = { ...connectionOptions, url: { type: 'string' }, fingerprint: { type: 'string' }, insecure: { type: 'boolean', default: false } } as const;

interface DoctorRequest {
  readonly product: Product;
  readonly config: ProductConfig;
}

/** Runs the command; gives the exit code of what it found. */
export async function runDoctor(args: readonly string[], { errors, output }: CommandStreams): Promise<number> {
  const request = parseRequest(args);
  if (request.isErr()) {
    errors.write(`tenable-result doctor: ${request.error}\n\n${doctorUsage}`);
    return exitCodes.usage;
  }
  const product = createProductQuestions(request.value.product, request.value.config);
  if (product.isErr()) return tell(output, 'configuration', err(product.error));
  output.write(`${product.value.name} at ${product.value.origin}\n`);
  const proxyUrl = request.value.config.proxyUrl ?? findProxy(product.value.origin, process.env)?.url ?? undefined;
  const code = await examine(output, product.value, proxyUrl);
  await product.value.end().orElse(() => ok(undefined));
  return code;
}

function parseRequest(args: readonly string[]): Result<DoctorRequest, string> {
  const parsed = readOptions(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (parsed.isErr()) return err(parsed.error);
  const { positionals: [product = 'vm', ...more], values: { fingerprint, insecure, url, ...values } } = parsed.value;
  if ((product !== 'vm' && product !== 'sc' && product !== 'nessus') || more.length > 0) return err('say one of vm, sc and nessus');
  return parseConnection(values).map((connection): DoctorRequest => {
    const tls = {
      ...connection.tls,
      ...(fingerprint === undefined ? {} : { fingerprint256: fingerprint }),
      ...(insecure ? { insecure } : {}),
    };
    return { product, config: { ...connection, url, ...(Object.keys(tls).length === 0 ? {} : { tls }) } };
  });
}

/** Step by step until one fails. Behind a proxy nobody but the proxy can see the name and the port of the product. */
async function examine(output: Output, product: ProductQuestions, proxyUrl: string | undefined): Promise<number> {
  const isSecure = new URL(product.origin).protocol === 'https:';
  const { hostname, port, protocol } = new URL(proxyUrl ?? product.origin); // the client has looked at both
  if (proxyUrl !== undefined) output.write(`through the proxy ${hostname}\n`);
  const addresses = await resolveHost(hostname);
  if (addresses.isErr()) return fail(output, 'name', `${hostname} does not resolve (${addresses.error})`, 'Check the spelling of the host, and the DNS of this machine.');
  pass(output, 'name', `${hostname} is ${addresses.value.slice(0, 3).join(', ')}`);
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  const reached = await probePort(hostname, number);
  if (reached.isErr()) return fail(output, 'port', `${number} does not accept connections (${reached.error})`, 'Check the port, that something listens there, and the firewalls in between. A proxy is named by --proxy, or by HTTPS_PROXY.');
  pass(output, 'port', `${number} accepts connections`);
  const identified = await product.identify();
  const isTlsFailure = identified.isErr() && identified.error._tag === 'ConnectionError' && identified.error.reason === 'tls';
  if (isTlsFailure) return tell(output, 'certificate', identified);
  pass(output, 'certificate', isSecure ? 'accepted' : 'none: http');
  // Who refuses the credentials is there: what is wrong with them is the next step's.
  const isRefused = identified.isErr() && identified.error._tag === 'PermissionError';
  const code = tell(output, 'product', isRefused ? ok('answers, and wants to know who asks') : identified);
  if (code !== exitCodes.ok) return code;
  const identity = await product.whoAmI();
  const isKnown = identity.isOk() || (identity.error._tag === 'PermissionError' && identity.error.reason === 'forbidden');
  if (!isKnown) return tell(output, 'credentials', identity.map(({ user }) => user));
  pass(output, 'credentials', identity.isOk() ? `belong to ${identity.value.user}` : 'accepted');
  return tell(output, 'permission', identity.map(({ role }) => (role === '' ? 'not told' : role)));
}

function pass(output: Output, step: string, words: string): void {
  output.write(`ok    ${step.padEnd(12)} ${words}\n`);
}

function fail(output: Output, step: string, words: string, advice: string): number {
  output.write(`FAIL  ${step.padEnd(12)} ${words}\n      ${''.padEnd(12)} ${advice}\n`);
  return exitCodeOfGroup.connection;
}

/** One line for what is good; for an error what happened and what to do. */
function tell(output: Output, step: string, result: Result<string, TenableError>): number {
  if (result.isOk()) {
    pass(output, step, result.value);
    return exitCodes.ok;
  }
  const [first = '', ...rest] = describeError(result.error).split('\n');
  output.write([`FAIL  ${step.padEnd(12)} ${first}`, ...rest.map((line) => `      ${''.padEnd(12)} ${line}`), ''].join('\n'));
  return toExitCode(result.error);
}
