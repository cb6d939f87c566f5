/** fast-check arbitraries of the error model: errors of every tag, snapshots, and values that mean harm. */
import fc from 'fast-check';

import { exportKinds } from '../../src/errors/model/checkpoint.js';
import { ConnectionError } from '../../src/errors/model/connection-error.js';
import type { SnapshotInit } from '../../src/errors/classification/exchange.js';
import { exportFailures, FileDownloadError, fileFailureWords, TioExportsError, TioExportsTimeout } from '../../src/errors/model/job-errors.js';
import { PackageMissingError, UnexpectedValueError } from '../../src/errors/model/local-errors.js';
import {
  APIError, apiErrorReasons, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError,
  PermissionError, RetryError, retryErrorReasons, ServerError, UnknownError, UnsupportedError,
} from '../../src/errors/model/response-errors.js';
import type { TenableError, TenableErrorByTag, TenableErrorTag } from '../../src/errors/model/tenable-error.js';
import { TenableException } from '../../src/errors/model/tenable-exception.js';

/** Each constructor under its tag, taking anything: for tests that hand it nonsense. */
export const constructors = {
  APIError, InvalidInputError, PermissionError, NotFoundError, UnsupportedError, ServerError, RetryError,
  UnknownError, ImpersonationError, PasswordComplexityError, ConnectionError, UnexpectedValueError,
  PackageMissingError, FileDownloadError, TioExportsError, TioExportsTimeout, TenableException,
} as unknown as { readonly [Tag in TenableErrorTag]: (init: unknown) => TenableErrorByTag[Tag] };

/** Text of any UTF-16 units, lone surrogates included. */
const brokenText = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units));

/** Text of all kinds: ordinary, emoji, control characters, lone surrogates, now and then too long. */
export const arbitraryText = fc.oneof(
  { weight: 5, arbitrary: fc.string() },
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 2, arbitrary: brokenText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.repeat(700)) },
);

const count = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constantFrom(0, 1.5, Infinity));
const operation = fc.option(fc.constantFrom('scans.details', 'exports.vulns', 'users.password'));
const message = fc.oneof(fc.constant(''), arbitraryText);

const headers = fc.dictionary(
  fc.constantFrom('content-type', 'retry-after', 'x-request-uuid', 'set-cookie', 'location', 'x-foreign'),
  arbitraryText,
);

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `https://cloud.tenable.com/scans?${text.repeat(200)}`),
  arbitraryText,
);

/** What may be known of an answer, in fields of the right types. */
export const arbitrarySnapshot: fc.Arbitrary<Required<SnapshotInit>> = fc.record({
  status: fc.integer({ min: 100, max: 999 }),
  headers,
  body: arbitraryText,
  truncated: fc.boolean(),
  bytesSeen: count,
  url,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
});

const attemptLog = fc.array(
  fc.record({ status: fc.option(count), reason: fc.option(arbitraryText), waitedMs: count, uuid: arbitraryText }),
  { maxLength: 25 },
);
const issues = fc.array(fc.record({ path: arbitraryText, expected: arbitraryText, received: arbitraryText }), { maxLength: 3 });
const chunks = fc.array(count, { maxLength: 5 });
const kind = fc.constantFrom(...exportKinds);
const checkpoint = fc.record({
  version: fc.constant(1 as const), kind, uuid: arbitraryText, done: chunks, failed: chunks, cancelled: chunks,
});

const base = { message, operation };
const answered = {
  ...base, code: fc.integer({ min: 100, max: 999 }), uuid: arbitraryText, response: arbitrarySnapshot,
  detail: arbitraryText, attemptLog,
};

const cause = fc.record({
  tag: arbitraryText, message: arbitraryText, operation, status: fc.option(count), reason: fc.option(arbitraryText), detail: arbitraryText, uuid: arbitraryText, issues,
});
const lostChunks = fc.array(fc.record({ chunk: count, cause }), { maxLength: 2 });

/** An error of each tag, made by its constructor. */
export const arbitraryErrorByTag: { readonly [Tag in TenableErrorTag]: fc.Arbitrary<TenableErrorByTag[Tag]> } = {
  APIError: fc.record({ ...answered, reason: fc.constantFrom(...apiErrorReasons), errorCode: fc.option(count), issues }).map(APIError),
  InvalidInputError: fc.record(answered).map(InvalidInputError),
  PermissionError: fc.record({ ...answered, reason: fc.constantFrom('unauthenticated', 'forbidden') }).map(PermissionError),
  NotFoundError: fc.record(answered).map(NotFoundError),
  UnsupportedError: fc.record({ ...answered, activeJobId: fc.option(arbitraryText) }).map(UnsupportedError),
  ServerError: fc.record(answered).map(ServerError),
  RetryError: fc.record({
    ...answered, attempts: count, reason: fc.constantFrom(...retryErrorReasons), retryAfterMs: fc.option(count),
  }).map(RetryError),
  UnknownError: fc.record(answered).map(UnknownError),
  ImpersonationError: fc.record({ ...answered, username: arbitraryText }).map(ImpersonationError),
  PasswordComplexityError: fc.record(answered).map(PasswordComplexityError),
  ConnectionError: fc.record({
    ...base,
    reason: fc.constantFrom(
      'dns', 'refused', 'reset', 'tls', 'timeout', 'aborted', 'protocol', 'not-tenable', 'unsupported-version', 'proxy', 'transport', 'other',
    ),
    tlsProblem: fc.option(fc.constantFrom('expired', 'handshake')),
    proxy: fc.option(fc.record({ origin: arbitraryText, status: fc.option(count) })),
    cause: fc.option(fc.record({ name: arbitraryText, code: fc.option(arbitraryText), message: arbitraryText })),
    delivery: fc.constantFrom('not-sent', 'unknown', 'answered'),
    attempts: count, origin: arbitraryText, attemptLog,
  }).map(ConnectionError),
  UnexpectedValueError: fc.record({ ...base, issues }).map(UnexpectedValueError),
  PackageMissingError: fc.record({ ...base, package: arbitraryText, feature: arbitraryText, install: arbitraryText }).map(PackageMissingError),
  FileDownloadError: fc.record({
    ...base, resource: arbitraryText, resourceId: arbitraryText, filename: arbitraryText, bytesReceived: count,
    reason: fc.constantFrom(...fileFailureWords), cause: fc.option(cause),
  }).map(FileDownloadError),
  TioExportsError: fc.record({
    ...base, export: kind, uuid: arbitraryText, reason: fc.constantFrom(...exportFailures), detail: arbitraryText, lostChunks, checkpoint,
  }).map(TioExportsError),
  TioExportsTimeout: fc.record({ ...base, export: kind, uuid: arbitraryText, elapsedMs: count, status: arbitraryText, detail: arbitraryText, checkpoint }).map(TioExportsTimeout),
  TenableException: fc.record({
    ...base, defect: fc.record({ name: arbitraryText, message: arbitraryText, stack: arbitraryText }),
  }).map(TenableException),
};

/** An error of any tag. */
export const arbitraryError: fc.Arbitrary<TenableError> = fc.oneof(...Object.values(arbitraryErrorByTag));

const explode = (): never => {
  throw new Error('a trap of a hostile value was read');
};

/** Objects that throw when they are looked at, in different places. */
export const explodingValues: readonly (readonly [title: string, make: () => unknown])[] = [
  ['a proxy whose traps throw', (): unknown => new Proxy({}, { get: explode, has: explode, ownKeys: explode, getOwnPropertyDescriptor: explode })],
  ['a revoked proxy', (): unknown => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }],
  ['an object with throwing getters', (): unknown => ({
    get _tag(): never { return explode(); },
    get message(): never { return explode(); },
    get response(): never { return explode(); },
  })],
  ['an error that throws below its tag', (): unknown => ({ _tag: 'NotFoundError', message: 'm', operation: null, get code(): never { return explode(); } })],
  ['an array whose items throw', (): unknown => new Proxy(['x'], { get: explode })],
];

/**
 * Makers of values that no caller should ever hand over: any JavaScript value, errors that lost their form, and
 * objects that throw when read. Makers, because fast-check itself cannot hold a proxy that throws.
 */
export const arbitraryHostileValue: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.anything({
    withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true,
    withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true,
  }).map((value) => () => value),
  fc.tuple(arbitraryError, fc.nat(), fc.anything()).map(([error, at, value]) => () => replaceField(error, at, value)),
  fc.tuple(arbitraryError, fc.nat(), fc.constantFrom(...explodingValues))
    .map(([error, at, [, make]]) => () => replaceField(error, at, make())),
);

function replaceField(error: TenableError, at: number, value: unknown): unknown {
  const keys = Object.keys(error);
  return { ...error, [keys[at % keys.length] ?? '_tag']: value };
}
