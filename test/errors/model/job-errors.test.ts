import { expect, test } from 'vitest';

import type { Checkpoint } from '../../../src/errors/model/checkpoint.js';
import type { ErrorSummary } from '../../../src/errors/model/error-summary.js';
import { summarizeError } from '../../../src/errors/model/error-summary.js';
import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import { exportFailures, FileDownloadError, fileFailureWords, TioExportsError, TioExportsTimeout } from '../../../src/errors/model/job-errors.js';
import { decodeTenableError } from '../../../src/errors/model/tenable-error-codec.js';
import { expectOk } from '../../support/expect-result.js';

const checkpoint: Checkpoint = { version: 1, kind: 'vulns', uuid: 'job-1', done: [1, 2, 3], failed: [4], cancelled: [5, 6] };
const job = { export: 'vulns', uuid: 'job-1', checkpoint } as const;
const file = { operation: 'scans.download', resource: 'scans', resourceId: '7', filename: '1234' };

test.each(exportFailures)('an export that ended with %s says how far it got', (reason) => {
  expect(TioExportsError({ ...job, reason }).message).toBe(
    `The vulns export job-1 is not complete (${reason}): 3 chunks delivered, 1 failed, 2 cancelled.`,
  );
});

test.each([['job-1', 'The vulns export job-1'], ['', 'The vulns export']])('an export that was given up says how long it took, also before it had an id: %j', (uuid, subject) => {
  expect(TioExportsTimeout({ ...job, uuid, elapsedMs: 900_000 }).message).toBe(`${subject} was given up because its time ran out after 900000 ms.`);
});

const cause: ErrorSummary = {
  tag: 'APIError', message: 'm', operation: 'vulnsExport.chunk', status: 200, reason: 'body-too-large', detail: 'words of the server', uuid: 'req-1', issues: [],
};

test('an export that has lost chunks names the first with its cause in its message, fifty in all, and no words of the server', () => {
  const lostChunks = Array.from({ length: 70 }, (_, at) => ({ chunk: at + 1, cause }));
  const error = TioExportsError({ ...job, reason: 'chunk-unreadable', lostChunks });
  expect(error.message).toBe('The vulns export job-1 is not complete (chunk-unreadable): 3 chunks delivered, 1 failed, 2 cancelled. Chunk 1: APIError, body-too-large, HTTP 200.');
  expect(error.lostChunks).toStrictEqual(lostChunks.slice(0, 50));
});

test.each([['QUEUED', '; its last status was QUEUED.'], ['rm -rf', '.'], ['', '.']])('an export that was given up tells a status that is documented: %j', (status, end) => {
  const error = TioExportsTimeout({ ...job, elapsedMs: 5, status, detail: 'words of the server' });
  expect(error.message).toBe(`The vulns export job-1 was given up because its time ran out after 5 ms${end}`);
  expect([error.status, error.detail]).toStrictEqual([status, 'words of the server']);
});

test('the job\'s own words stay out of the message', () => {
  const error = TioExportsError({ ...job, reason: 'error', detail: 'words of the server' });
  expect(error.message).not.toContain('words of the server');
  expect(error.detail).toBe('words of the server');
});

test.each([
  ['not-prepared', 0, 'scans.download failed: there is no file 1234 of scans 7 because the service could not provide it.'],
  ['broken-off', 512, 'scans.download failed: there is no file 1234 of scans 7 because it broke off; 512 bytes had arrived.'],
  ['too-large', 9, 'scans.download failed: there is no file 1234 of scans 7 because it is larger than what is allowed for it; 9 bytes had arrived.'],
] as const)('a file says why there is none: %s', (reason, bytesReceived, message) => {
  expect(FileDownloadError({ ...file, reason, bytesReceived }).message).toBe(message);
});

test.each(fileFailureWords)('each reason of a file has words of its own: %s', (reason) => {
  const sentences = fileFailureWords.filter((word) => FileDownloadError({ ...file, reason: word }).message === FileDownloadError({ ...file, reason }).message);
  expect(sentences).toStrictEqual([reason]);
});

test('a file keeps a summary of what ended its transfer, and survives JSON with it', () => {
  const cause = summarizeError(ConnectionError({ operation: 'scans.download', reason: 'reset', delivery: 'answered' }));
  const error = FileDownloadError({ ...file, reason: 'broken-off', bytesReceived: 3, cause });
  expect(error.cause).toMatchObject({ tag: 'ConnectionError', reason: 'reset' });
  expect(expectOk(decodeTenableError(JSON.parse(JSON.stringify(error))))).toStrictEqual(error);
});

test('a file that was never ready has received nothing', () => {
  expect(FileDownloadError(file)).toMatchObject({ bytesReceived: 0, reason: 'other', cause: null });
});
