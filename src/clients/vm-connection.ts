/** The connection of a Tenable Vulnerability Management client: its configuration, checked. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { createDefaultTransport } from '#default-transport';

import { PackageMissingError, UnexpectedValueError } from '../errors/local-errors.js';
import type { Issue } from '../errors/issue.js';
import { describeType } from '../internal/describe-type.js';
import { toHostProcess } from '../internal/host-process.js';
import { isRecord } from '../internal/is-record.js';
import { version } from '../internal/version.js';
import { guard } from '../result.js';
import { checkApiKeys, withApiKeys } from '../transport/api-keys.js';
import type { ApiKeySource } from '../transport/api-keys.js';
import { guardClock, systemClock } from '../transport/clock.js';
import { bindConnection } from '../transport/connection.js';
import type { ClientHandle, Connection } from '../transport/connection.js';
import { withBorder } from '../transport/foreign-transport.js';
import { isHeaderSafe } from '../transport/header-safety.js';
import { defaultRetryPolicy, toRetryPolicy } from '../transport/retry.js';
import { createRetryBudget } from '../transport/retry-budget.js';
import type { Trace } from '../transport/trace.js';
import { checkClientConfig, toOrigin } from './client-config.js';
import type { ApiKeyConfig } from './client-config.js';
import { createSecretMemory } from './secret-memory.js';
import { createTrace } from './tracing.js';

/** What creating a client can end with: a bad configuration, or an optional package that is not installed. */
export type CreateError = UnexpectedValueError | PackageMissingError;

/** A client without nested calls, for `execute` and `paginate`: only the operations that are imported get bundled. */
export interface VmConnection extends ClientHandle {
  readonly product: 'vm';
}

const operation = 'createVmClient';
const defaultUrl = 'https://cloud.tenable.com';

/** A connection to Tenable Vulnerability Management. Takes what `createVmClient` takes. */
export function createVmConnection(config: ApiKeyConfig = {}): Result<VmConnection, CreateError> {
  return toVmConnection(config).map((connection) =>
    bindConnection({ product: 'vm' as const, origin: connection.origin }, connection));
}

/** The connection that a configuration describes. What it leaves out is taken from `TIO_URL`, `TIO_ACCESS_KEY`, `TIO_SECRET_KEY`. */
export function toVmConnection(config: ApiKeyConfig): Result<Connection, CreateError> {
  const read = guard(() => readConfig(config));
  return read.isOk() ? read.value : refuse([{ path: 'config', expected: 'an object that can be read', received: describeType(config) }]);
}

function readConfig(config: ApiKeyConfig): Result<Connection, CreateError> {
  const given: unknown = config; // a caller without types may pass anything
  if (!isRecord(given)) return refuse([{ path: 'config', expected: 'an object', received: describeType(given) }]);
  const url = toOrigin(config.url ?? readEnvironment('TIO_URL') ?? defaultUrl);
  const source = toApiKeySource(config);
  const issues = [
    ...('issue' in url ? [url.issue] : []),
    ...(typeof source === 'function' ? [] : checkApiKeys(source)),
    ...checkClientConfig(given),
  ];
  if ('issue' in url || issues.length > 0) return refuse(issues);
  const trace = config.tracing === true ? createTrace(config.packagesFrom ?? import.meta.url) : ok(null);
  if (trace.isErr()) return err(PackageMissingError({ ...trace.error, operation, message: '' }));
  return toTransport(config)
    .map((transport) => toConnection(config, url.origin, source, transport, trace.value))
    .mapErr((error) => UnexpectedValueError({ ...error, operation, message: '' }));
}

function toConnection(
  config: ApiKeyConfig,
  origin: string,
  source: ApiKeySource,
  transport: Connection['transport'],
  trace: Trace | null,
): Connection {
  const memory = createSecretMemory(typeof source === 'function' ? [] : [source.accessKey, source.secretKey]);
  return {
    product: 'vm',
    origin,
    basePath: '',
    transport,
    authenticate: (inner, border) => withApiKeys(inner, source, memory.remember, border),
    headers: { 'user-agent': toUserAgent(config) },
    impersonating: null,
    toRetryHeaders: toVmRetryHeaders,
    secrets: memory.secrets,
    clock: config.clock === undefined ? systemClock : guardClock(config.clock),
    random: config.random ?? Math.random,
    deadlineMs: config.deadlineMs ?? 120_000,
    retryBudget: createRetryBudget(),
    retry: toRetryPolicy(defaultRetryPolicy, config.retry),
    maxBodyBytes: config.maxBodyBytes ?? 268_435_456,
    onUnexpectedBody: config.onUnexpectedBody ?? 'error',
    hooks: config.hooks ?? null,
    trace,
  };
}

function toTransport(config: ApiKeyConfig): Result<Connection['transport'], UnexpectedValueError> {
  const { transport: foreign } = config;
  if (foreign !== undefined) return ok((border) => withBorder(foreign, border));
  return createDefaultTransport({
    ...(config.tls === undefined ? {} : { tls: config.tls }),
    ...(config.proxyUrl === undefined ? {} : { proxyUrl: config.proxyUrl }),
  }).map((transport) => () => transport);
}

function toApiKeySource(config: ApiKeyConfig): ApiKeySource {
  return config.credentials ?? {
    // A missing key is told by name when it is checked, so the empty text stands for it here.
    accessKey: config.accessKey ?? readEnvironment('TIO_ACCESS_KEY') ?? '',
    secretKey: config.secretKey ?? readEnvironment('TIO_SECRET_KEY') ?? '',
  };
}

/** The service ties a repetition to its first attempt by these. */
function toVmRetryHeaders(retry: number, lastUuid: string): Readonly<Record<string, string>> {
  return {
    'x-tio-retry-count': String(retry),
    ...(isHeaderSafe(lastUuid) ? { 'x-tio-last-request-uuid': lastUuid } : {}),
  };
}

/** Tenable's recommended form. https://developer.tenable.com/docs/user-agent-header */
function toUserAgent({ integration }: ApiKeyConfig): string {
  const { vendor, product, version: build } = integration ?? { vendor: 'tenable-result', product: 'tenable-result', version };
  return `Integration/1.0 (${vendor}; ${product}; Build/${build}) tenable-result/${version}`;
}

/** An environment variable, on platforms that have an environment. An empty one counts as not set. */
function readEnvironment(name: string): string | undefined {
  const value = toHostProcess()?.env?.[name];
  return value === '' ? undefined : value;
}

function refuse(issues: readonly Issue[]): Result<never, UnexpectedValueError> {
  return err(UnexpectedValueError({ operation, issues }));
}
