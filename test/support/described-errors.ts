/** Errors of every tag, reason and delivery, each with what it differs by in words. */
import { ConnectionError, connectionFailures, deliveries, tlsProblemWords } from '../../src/errors/model/connection-error.js';
import type { ConnectionFailure } from '../../src/errors/model/connection-error.js';
import { exportFailures, FileDownloadError, fileFailureWords, TioExportsError, TioExportsTimeout } from '../../src/errors/model/job-errors.js';
import type { KnownError } from '../../src/errors/model/known-error.js';
import { PackageMissingError, UnexpectedValueError } from '../../src/errors/model/local-errors.js';
import { OutputFileError, toIoError } from '../../src/errors/model/output-file-error.js';
import { ScanRunError, scanRunFailures } from '../../src/errors/model/scan-run-error.js';
import {
  APIError, apiErrorReasons, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError,
  RetryError, retryErrorReasons, ServerError, UnknownError, UnsupportedError,
} from '../../src/errors/model/response-errors.js';
import type { ResponseFields } from '../../src/errors/model/response-errors.js';
import { toSnapshot } from '../../src/errors/model/response-snapshot.js';
import { TenableException } from '../../src/errors/model/tenable-exception.js';

const operation = 'scans.details';
const origin = 'https://cloud.tenable.com';
const uuid = '1f2e3d4c-0000-4000-8000-000000000001';

/** What an answer leaves in an error. */
function answer(code: number, detail: string, { body = detail === '' ? '' : JSON.stringify({ error: detail }), headers = {}, id = uuid, method = 'GET' } = {}): ResponseFields & { readonly operation: string } {
  return {
    operation, code, detail, uuid: id, attemptLog: [{ status: code, reason: null, waitedMs: 0, uuid: id }],
    response: toSnapshot({ status: code, headers, body, bytesSeen: body.length, url: `${origin}/scans/7`, method }),
  };
}

const misfit = { path: 'scans[3].id', expected: 'a number', received: 'string' };

const bodies: readonly (readonly [string, KnownError])[] = [
  ['APIError unexpected-body, one member of another type', APIError({ ...answer(200, '', { body: '{"scans":[{"id":"x"}]}' }), reason: 'unexpected-body', issues: [misfit] })],
  ['APIError unexpected-body, several members', APIError({ ...answer(200, '', { body: '{"scans":[]}' }), reason: 'unexpected-body', issues: Array.from({ length: 8 }, (_, at) => ({ ...misfit, path: `scans[${at}].id` })) })],
  ['APIError unexpected-body, a web page', APIError({ ...answer(200, 'Log in', { body: '<!doctype html><title>Log in</title>' }), reason: 'unexpected-body', issues: [{ path: '', expected: 'JSON in UTF-8', received: 'other bytes' }] })],
  ['APIError unexpected-body, half of JSON', APIError({ ...answer(200, '', { body: '{"scans":[' }), reason: 'unexpected-body', issues: [{ path: '', expected: 'JSON in UTF-8', received: 'other bytes' }] })],
  ['APIError unexpected-body, JSON without an envelope', APIError({ ...answer(200, '', { body: '[]' }), reason: 'unexpected-body', issues: [{ path: '', expected: 'an object with error_code and response', received: 'object' }] })],
  ...apiErrorReasons.filter((reason) => reason !== 'unexpected-body').map((reason): readonly [string, KnownError] => [
    `APIError ${reason}`,
    APIError({ ...answer(reason === 'unexpected-status' ? 206 : 200, reason === 'error-code' ? 'Repository #7 not found' : ''), reason, errorCode: reason === 'error-code' ? 143 : null }),
  ]),
  ['APIError error-code without words', APIError({ ...answer(200, ''), reason: 'error-code', errorCode: 143 })],
];

const answers: readonly (readonly [string, KnownError])[] = [
  ['InvalidInputError', InvalidInputError(answer(400, 'no such field: colour'))],
  ['InvalidInputError without words', InvalidInputError(answer(400, ''))],
  ['PermissionError unauthenticated', PermissionError({ ...answer(401, 'Invalid Credentials'), reason: 'unauthenticated' })],
  ['PermissionError forbidden', PermissionError({ ...answer(403, ''), reason: 'forbidden' })],
  ['NotFoundError', NotFoundError(answer(404, 'Scan not found'))],
  ['UnsupportedError', UnsupportedError(answer(409, 'Scan is running'))],
  ['UnsupportedError with a job', UnsupportedError({ ...answer(409, 'duplicate export'), activeJobId: 'a1b2' })],
  ['UnsupportedError of Nessus', UnsupportedError(answer(412, 'API is not available'))],
  ['ServerError', ServerError(answer(500, ''))],
  ['ServerError after a POST, without an id', ServerError(answer(500, '', { method: 'POST', id: '' }))],
  ...retryErrorReasons.flatMap((reason): readonly (readonly [string, KnownError])[] => {
    const code = reason === 'unavailable' ? 503 : 429;
    return [
      [`RetryError ${reason}`, RetryError({ ...answer(code, ''), reason, attempts: 6 })],
      [`RetryError ${reason}, which says when`, RetryError({ ...answer(code, '', { headers: { 'retry-after': '30' } }), reason, attempts: 1, retryAfterMs: 30_000 })],
    ];
  }),
  ['RetryError unavailable after a POST', RetryError({ ...answer(502, '', { method: 'POST' }), reason: 'unavailable', attempts: 1 })],
  ['RetryError unavailable after a POST, which says when', RetryError({ ...answer(503, '', { method: 'POST', headers: { 'retry-after': '30' } }), reason: 'unavailable', attempts: 1, retryAfterMs: 30_000 })],
  ...[302, 402, 405, 407, 408, 410, 413, 414, 418, 431, 520].map((code): readonly [string, KnownError] => [`UnknownError ${code}`, UnknownError(answer(code, ''))]),
  ['ImpersonationError', ImpersonationError({ ...answer(403, 'Forbidden'), username: 'bob@example.com' })],
  ['PasswordComplexityError', PasswordComplexityError(answer(400, 'Password is too weak'))],
];

const whatPlatformsSay: { readonly [R in ConnectionFailure]?: { readonly name: string; readonly code: string | null; readonly message: string } } = {
  dns: { name: 'Error', code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND cloud.tenable.com' },
  other: { name: 'Error', code: 'ENETUNREACH', message: 'connect ENETUNREACH 192.0.2.1:443' },
};

const connections: readonly (readonly [string, KnownError])[] = [
  ...connectionFailures.flatMap((reason) => deliveries.map((delivery): readonly [string, KnownError] => [
    `ConnectionError ${reason}, ${delivery}`,
    ConnectionError({ operation, reason, delivery, origin, attempts: delivery === 'not-sent' ? 0 : 1, cause: whatPlatformsSay[reason] ?? null }),
  ])),
  ['ConnectionError timeout after answers', ConnectionError({ operation, reason: 'timeout', delivery: 'answered', origin, attempts: 2, attemptLog: [{ status: 503, reason: null, waitedMs: 0, uuid: '' }, { status: 503, reason: null, waitedMs: 1000, uuid: '' }] })],
  ...tlsProblemWords.map((tlsProblem): readonly [string, KnownError] => [
    `ConnectionError tls, ${tlsProblem}`, ConnectionError({ operation, reason: 'tls', delivery: 'not-sent', origin, attempts: 1, tlsProblem }),
  ]),
  ...[407, 403, null].map((status): readonly [string, KnownError] => [
    `ConnectionError proxy, which answers ${status ?? 'nothing'}`,
    ConnectionError({ operation, reason: 'proxy', delivery: 'not-sent', origin, attempts: 1, proxy: { origin: 'http://proxy.example.com:3128', status } }),
  ]),
];

const values: readonly (readonly [string, KnownError])[] = [
  ['UnexpectedValueError', UnexpectedValueError({ operation, issues: [{ path: 'scan_id', expected: 'text of 1 to 200 printable characters without blanks and backslashes (it is "..", which leads to another path)', received: 'string' }] })],
  ['UnexpectedValueError, another type', UnexpectedValueError({ operation, issues: [{ path: 'scan_id', expected: 'a number', received: 'string' }] })],
  ['UnexpectedValueError, missing', UnexpectedValueError({ operation: 'createVmClient', issues: [{ path: 'accessKey', expected: 'given, or set in the environment as TIO_ACCESS_KEY', received: 'undefined' }] })],
  ['UnexpectedValueError, several', UnexpectedValueError({ operation, issues: [{ path: 'scan_id', expected: '0 or more', received: 'number' }, { path: 'histroy_id', expected: 'left out (there is no such parameter)', received: 'number' }] })],
  ['UnexpectedValueError of nothing known', UnexpectedValueError({ operation, issues: [] })],
  ['PackageMissingError', PackageMissingError({ operation: null, package: '@opentelemetry/api', feature: 'tracing', install: 'npm install @opentelemetry/api' })],
  ['TenableException', TenableException({ operation, defect: { name: 'Error', message: 'the vault is sealed', stack: 'at fetchKeys (vault.js:7:3)' } })],
  ['TenableException without words', TenableException({ operation, defect: { name: '', message: '', stack: '' } })],
];

const cause = { tag: 'ConnectionError', message: 'scans.exportDownload got no usable answer because the connection was closed before the answer was complete.', operation: 'scans.exportDownload', status: 200, reason: 'reset', detail: '', uuid: '', issues: [] };
const checkpoint = { version: 1, kind: 'vulns', uuid: 'job-1', done: [1, 2, 3], failed: [4], cancelled: [] } as const;

const work: readonly (readonly [string, KnownError])[] = [
  ...fileFailureWords.map((reason): readonly [string, KnownError] => [
    `FileDownloadError ${reason}`,
    FileDownloadError({ operation: 'scans.export', resource: 'scans', resourceId: '7', filename: 'scan.nessus', reason, bytesReceived: reason === 'broken-off' ? 1024 : 0, cause: reason === 'broken-off' ? cause : null }),
  ]),
  ...exportFailures.map((reason): readonly [string, KnownError] => [
    `TioExportsError ${reason}`,
    TioExportsError({ operation: 'vulnsExport.create', export: 'vulns', uuid: 'job-1', reason, detail: reason === 'error' ? 'Internal error' : '', checkpoint }),
  ]),
  ['TioExportsTimeout', TioExportsTimeout({ operation: 'vulnsExport.create', export: 'vulns', uuid: 'job-1', elapsedMs: 21_600_000, checkpoint })],
  ['TioExportsError chunk-unreadable, with a cause', TioExportsError({ operation: 'vulnsExport.create', export: 'vulns', uuid: 'job-1', reason: 'chunk-unreadable', checkpoint, lostChunks: [{ chunk: 4, cause: { ...cause, tag: 'APIError', reason: 'body-too-large' } }] })],
  ...(['not-a-file', 'bad-name', 'not-ours', 'in-use', 'taken-over', 'other-export', 'part-missing', 'checkpoint-unreadable'] as const).map((reason): readonly [string, KnownError] => [
    `OutputFileError ${reason}`, OutputFileError(reason, '/data/vulns.ndjson'),
  ]),
  ...scanRunFailures.map((reason): readonly [string, KnownError] => [
    `ScanRunError ${reason}`,
    ScanRunError({ operation: 'scans.launchAndWait', reason, scanId: '7', runUuid: 'run-1', status: reason === 'not-completed' ? 'aborted' : 'running', elapsedMs: 60_000, cause: reason === 'unreadable' ? cause : null }),
  ]),
  ...['ENOSPC', 'EACCES', 'EIO'].map((code): readonly [string, KnownError] => [
    `OutputFileError io, ${code}`, toIoError('/data/vulns.ndjson', Object.assign(new Error(`${code}: i/o error, write`), { code })),
  ]),
];

export const describedErrors: readonly (readonly [string, KnownError])[] = [...bodies, ...answers, ...connections, ...values, ...work];
