import { expect, test } from 'vitest';

import type { Checkpoint } from '../../src/errors/checkpoint.js';
import { exportFailures, FileDownloadError, TioExportsError, TioExportsTimeout } from '../../src/errors/job-errors.js';

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

test('the job\'s own words stay out of the message', () => {
  const error = TioExportsError({ ...job, reason: 'error', detail: 'words of the server' });
  expect(error.message).not.toContain('words of the server');
  expect(error.detail).toBe('words of the server');
});

test.each([
  [0, 'scans.download failed: scans 7 could not provide the file 1234.'],
  [512, 'scans.download failed: the file 1234 of scans 7 broke off after 512 bytes.'],
])('a file tells whether it was never ready or broke off (%i bytes)', (bytesReceived, message) => {
  expect(FileDownloadError({ ...file, bytesReceived }).message).toBe(message);
});

test('a file that was never ready has received nothing', () => {
  expect(FileDownloadError(file).bytesReceived).toBe(0);
});
