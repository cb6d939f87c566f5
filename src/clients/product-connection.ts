/** From a configuration to a connection, the same for every product: what differs is said in `ProductSettings`. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { createDefaultTransport } from '#default-transport';

import type { Issue } from '../errors/model/issue.js';
import { PackageMissingError, UnexpectedValueError } from '../errors/model/local-errors.js';
import type { Product } from '../errors/classification/request-context.js';
import { describeType } from '../internal/describe-type.js';
import { toHostProcess } from '../internal/host-process.js';
import { isRecord } from '../internal/is-record.js';
import { version } from '../internal/version.js';
import { guard } from '../result.js';
import { toBodyLimits } from '../transport/body-limits.js';
import { BodyRoom } from '../transport/body-room.js';
import { guardClock, systemClock } from '../transport/clock.js';
import type { Connection } from '../connection/connection.js';
import { withBorder } from '../transport/foreign-transport.js';
import { createGate, defaultMaxConcurrency } from '../connection/gate.js';
import { runHook } from '../connection/hooks.js';
import { createLifetime } from '../connection/lifetime.js';
import { defaultRetryPolicy, toRetryPolicy } from '../connection/retry.js';
import { createRetryBudget } from '../connection/retry-budget.js';
import { checkClientConfig, toOrigin } from './client-config.js';
import type { ClientConfig } from './client-config.js';
import { createSecretMemory } from './secret-memory.js';
import type { SecretMemory } from './secret-memory.js';
import { createTrace } from './tracing.js';

/** What creating a client can end with: a bad configuration, or an optional package that is not installed. */
export type CreateError = UnexpectedValueError | PackageMissingError;

/** The environment variables of a product, by the ends of their names: `URL`, `ACCESS_KEY`. */
export interface Environment {
  readonly read: (name: string) => string | undefined;
  /** What is said where neither the configuration nor the environment has a value. */
  readonly toMissing: (path: string, name: string) => Issue;
}

/** What is particular to a product. */
export interface ProductSettings {
  readonly product: Product;
  /** The function that people call, for messages. */
  readonly operation: string;
  /** What every path starts with. */
  readonly basePath: string;
  /** Where it is unless somebody says otherwise; `null` where it may be anywhere. */
  readonly defaultUrl: string | null;
  /** What the names of its environment variables start with. */
  readonly variables: string;
  readonly toRetryHeaders: Connection['toRetryHeaders'];
}

/** How a client authenticates, as its configuration says. */
export interface AuthenticationPlan {
  readonly issues: readonly Issue[];
  /** Secrets that are known already. */
  readonly secrets: readonly string[];
  readonly open: (memory: SecretMemory, connection: Pick<Connection, 'clock' | 'origin' | 'transport'>) => Pick<Connection, 'authenticate' | 'logOut'>;
}

/** The connection that a configuration describes. What it leaves out is taken from the environment. */
export function toProductConnection(
  config: ClientConfig,
  settings: ProductSettings,
  plan: (environment: Environment) => AuthenticationPlan,
): Result<Connection, CreateError> {
  const read = guard(() => readConfig(config, settings, plan));
  return read.isOk() ? read.value : refuse(settings, [{ path: 'config', expected: 'an object that can be read', received: describeType(config) }]);
}

function readConfig(config: ClientConfig, settings: ProductSettings, plan: (environment: Environment) => AuthenticationPlan): Result<Connection, CreateError> {
  const given: unknown = config; // a caller without types may pass anything
  const { defaultUrl, operation, variables } = settings;
  if (!isRecord(given)) return refuse(settings, [{ path: 'config', expected: 'an object', received: describeType(given) }]);
  const environment = toEnvironment(variables);
  const address = config.url ?? environment.read('URL') ?? defaultUrl;
  const url = address === null ? { issue: environment.toMissing('url', 'URL') } : toOrigin(address);
  const authentication = plan(environment);
  const issues = [...('issue' in url ? [url.issue] : []), ...authentication.issues, ...checkClientConfig(given)];
  if ('issue' in url || issues.length > 0) return refuse(settings, issues);
  const trace = config.tracing === true ? createTrace(config.packagesFrom ?? null) : ok(null);
  if (trace.isErr()) return err(PackageMissingError({ ...trace.error, operation, message: '' }));
  return toTransport(config, url.origin)
    .map((transport) => toConnection(config, settings, authentication, { origin: url.origin, ...transport, trace: trace.value }))
    .mapErr((error) => UnexpectedValueError({ ...error, operation, message: '' }));
}

function toConnection(
  config: ClientConfig,
  { basePath, operation, product, toRetryHeaders }: ProductSettings,
  { open, secrets }: AuthenticationPlan,
  parts: Pick<Connection, 'closeTransport' | 'origin' | 'trace' | 'transport'>,
): Connection {
  const memory = createSecretMemory(secrets);
  const clock = config.clock === undefined ? systemClock : guardClock(config.clock);
  warnOfInsecurity(config, operation, parts.origin);
  return {
    ...parts,
    product,
    basePath,
    ...open(memory, { ...parts, clock }),
    headers: { 'user-agent': toUserAgent(config) },
    impersonating: null,
    toRetryHeaders,
    secrets: memory.secrets,
    clock,
    random: config.random ?? Math.random,
    deadlineMs: config.deadlineMs ?? 120_000,
    gate: createGate({ clock, maxConcurrency: config.maxConcurrency ?? defaultMaxConcurrency }),
    lifetime: createLifetime(),
    retryBudget: createRetryBudget(),
    retry: toRetryPolicy(defaultRetryPolicy, config.retry),
    bodyLimits: toBodyLimits(config.maxBodyBytes, config.maxBodyValues),
    bodyRoom: new BodyRoom(config.maxHeldBytes),
    onUnexpectedBody: config.onUnexpectedBody ?? 'error',
    hooks: config.hooks ?? null,
    isFirstContact: false,
  };
}

function warnOfInsecurity({ hooks, tls }: ClientConfig, operation: string, origin: string): void {
  if (hooks === undefined || tls?.insecure !== true) return;
  const message = `Certificates of ${origin} are not verified: anybody in between can read and change what is sent.`;
  runHook(hooks, () => hooks.onWarning?.(Object.freeze({ kind: 'insecure-tls', operation: null, message })), { operation });
}

function toTransport(config: ClientConfig, origin: string): Result<Pick<Connection, 'closeTransport' | 'transport'>, UnexpectedValueError> {
  const { proxyFromEnvironment, proxyUrl, tls, transport: foreign } = config;
  if (foreign !== undefined) return ok({ transport: (border) => withBorder(foreign, border), closeTransport: () => undefined });
  return createDefaultTransport({ origin, tls, proxyUrl, proxyFromEnvironment })
    .map(({ close, send }) => ({ transport: () => send, closeTransport: close }));
}

/** Tenable's recommended form. https://developer.tenable.com/docs/user-agent-header */
function toUserAgent({ integration }: ClientConfig): string {
  const { vendor, product, version: build } = integration ?? { vendor: 'tenable-result', product: 'tenable-result', version };
  return `Integration/1.0 (${vendor}; ${product}; Build/${build}) tenable-result/${version}`;
}

function toEnvironment(variables: string): Environment {
  return {
    read: (name) => readEnvironment(`${variables}_${name}`),
    toMissing: (path, name) => ({ path, expected: `given, or set in the environment as ${variables}_${name}`, received: 'undefined' }),
  };
}

/** An environment variable, on platforms that have an environment. An empty one counts as not set. */
function readEnvironment(name: string): string | undefined {
  const value = toHostProcess()?.env?.[name];
  return value === '' ? undefined : value;
}

function refuse({ operation }: ProductSettings, issues: readonly Issue[]): Result<never, UnexpectedValueError> {
  return err(UnexpectedValueError({ operation, issues }));
}
