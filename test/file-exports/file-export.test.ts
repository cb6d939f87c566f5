import { describe, expect, test } from 'vitest';
import type { FileExportOptions } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const requested = { json: { file: 'file-1', temp_token: 'x' } };
const state = (status: string): ScriptedAnswer => ({ json: { status } });
const data = { pieces: ['a,b\n'], headers: { 'content-length': '4', 'content-type': 'text/csv' } };
const input = { scan_id: 7, format: 'csv' } as const;

describe('the export file of a scan', () => {
  test('is asked for, waited for and downloaded', async () => {
    const { clock, elapsedMs, requests, vm } = createScriptedClient([requested, state('loading'), state('LOADING'), state('ready'), data]);
    const file = expectOk(await clock.settle(vm.scans.export({ ...input, history_id: 3, chapters: 'vuln_by_host', 'filter.0.filter': 'plugin.id' })));
    expect(new TextDecoder().decode(expectOk(await file.toBytes()))).toBe('a,b\n');
    expect(requests.map(({ body, method, url }) => [method, url.replace('https://cloud.tenable.com', ''), body])).toStrictEqual([
      ['POST', '/scans/7/export?history_id=3', '{"format":"csv","chapters":"vuln_by_host","filter.0.filter":"plugin.id"}'],
      ...Array.from({ length: 3 }, () => ['GET', '/scans/7/export/file-1/status', null]),
      ['GET', '/scans/7/export/file-1/download', null],
    ]);
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([5000, 0]);
  });

  test('of a web application scan is asked for as such all the way', async () => {
    const { clock, requests, vm } = createScriptedClient([requested, state('ready'), data]);
    expectOk(await (expectOk(await clock.settle(vm.scans.export({ ...input, type: 'web-app' })))).toBytes());
    expect(requests.every(({ url }) => url.endsWith('?type=web-app'))).toBe(true);
  });

  test('may have a number for a name, and is waited for as the options say', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ json: { file: 99 } }, state('loading'), state('ready'), data]);
    expectOk(await (expectOk(await clock.settle(vm.scans.export(input, { pollIntervalMs: 100 })))).toBytes());
    expect(elapsedMs()).toBe(100);
  });
});

test('what a caller changes after the call changes nothing of what is sent', async () => {
  const { clock, requests, vm } = createScriptedClient([requested, state('loading'), state('ready'), data]);
  const given: { scan_id: number; format: 'csv' | 'nessus'; 'filter.0.value'?: string } = { scan_id: 7, format: 'csv' };
  const call = clock.settle(vm.scans.export(given));
  Object.assign(given, { scan_id: 8, format: 'nessus', 'filter.0.value': 'late' });
  expectOk(await expectOk(await call).toBytes());
  expect([requests[0]?.body, requests.every(({ url }) => url.includes('/scans/7/'))]).toStrictEqual(['{"format":"csv"}', true]);
});

describe('an export file that does not come', () => {
  const file = { _tag: 'FileDownloadError', resource: 'scans', resourceId: '7', filename: 'file-1', bytesReceived: 0 };
  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['its preparation fails', [requested, state('loading'), state('error')], { ...file, operation: 'scans.export' }],
    ['it was cancelled', [requested, state('loading'), state('Cancelled')], { ...file, operation: 'scans.export', reason: 'not-prepared' }],
    ['there is nothing to download', [requested, state('ready'), { status: 204 }], { ...file, operation: 'scans.exportDownload' }],
    ['it is refused', [{ status: 400, json: { error: 'old results' } }], { _tag: 'InvalidInputError', operation: 'scans.exportRequest', detail: 'old results' }],
    ['it is gone', [requested, { status: 404 }], { _tag: 'NotFoundError', operation: 'scans.exportStatus' }],
    ['its download is refused', [requested, state('ready'), { status: 403 }], { _tag: 'PermissionError', operation: 'scans.exportDownload' }],
    ['its request may have arrived', [{ failure: 'reset' }], { _tag: 'ConnectionError', operation: 'scans.exportRequest', delivery: 'unknown' }],
  ])('says why: %s', async (_title, answers, error) => {
    const { clock, vm } = createScriptedClient(answers);
    expect(expectErr(await clock.settle(vm.scans.export(input)))).toMatchObject(error);
    expect(clock.pendingTimers()).toBe(0);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['while it is prepared', [requested, state('loading'), state('loading')], { delivery: 'answered' }],
    ['while its status is asked for', [requested, 'silence'], { delivery: 'answered' }],
    ['while it is asked for', ['silence'], { delivery: 'unknown' }],
  ])('in the time allowed is a ConnectionError, its caller aborting or not: %s', async (_title, answers, fields) => {
    for (const isAborted of [false, true]) {
      const { clock, elapsedMs, vm } = createScriptedClient(answers);
      const controller = new AbortController();
      if (isAborted) clock.schedule(4000, () => { controller.abort(); });
      const error = expectErr(await clock.settle(vm.scans.export(input, isAborted ? { signal: controller.signal } : { deadlineMs: 4000 })));
      expect(error).toMatchObject({ _tag: 'ConnectionError', operation: 'scans.export', reason: isAborted ? 'aborted' : 'timeout', ...fields });
      expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([4000, 0]);
    }
  });

  test('after ten minutes where nobody says otherwise', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([requested, state('loading'), state('loading'), state('loading')]);
    expect(expectErr(await clock.settle(vm.scans.export(input, { pollIntervalMs: 250_000 })))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(600_000);
  });

  test.each<readonly [string, unknown, unknown, string, string]>([
    ['an option', input, { pollIntervalMs: 'soon' }, 'scans.export', 'pollIntervalMs'],
    ['an interval that is no number', input, { pollIntervalMs: NaN }, 'scans.export', 'pollIntervalMs'],
    ['an interval below nothing', input, { pollIntervalMs: -1 }, 'scans.export', 'pollIntervalMs'],
    ['a deadline', input, { deadlineMs: 0 }, 'scans.export', 'deadlineMs'],
    ['a format', { ...input, format: 'doc' }, {}, 'scans.exportRequest', 'format'],
    ['a filter', { ...input, 'filter.x': 'y' }, {}, 'scans.exportRequest', 'filter.x'],
  ])('because %s is not accepted, and nothing is sent', async (_title, given, options, operation, path) => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectTag(await clock.settle(vm.scans.export(given as typeof input, options as FileExportOptions)), 'UnexpectedValueError')).toMatchObject({ operation, issues: [{ path }] });
  });
});
