import { describe, expect, test } from 'vitest';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedNessus } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { textsIn } from '../support/walk-values.js';

const token = 'bd5a2f3c8e9140d7';
const requested = { json: { token, file: 99 } };
const state = (status: string): ScriptedAnswer => ({ json: { status, message: '' } });
const data = { pieces: ['a,b\n'], headers: { 'content-length': '4', 'content-type': 'text/csv' } };

describe('a file that Nessus prepares', () => {
  test('of a scan is asked for, waited for by its token and downloaded', async () => {
    const { clock, elapsedMs, lines, nessus } = createScriptedNessus([requested, state('pending'), state('loading'), state('ready'), data]);
    const file = expectOk(await clock.settle(nessus.scans.export({ scan_id: 7, format: 'csv', history_id: 3 })));
    expect(new TextDecoder().decode(expectOk(await file.toBytes()))).toBe('a,b\n');
    const asked = `GET /tokens/${token}/status`;
    expect(lines()).toStrictEqual(['POST /scans/7/export?history_id=3 {"format":"csv"}', asked, asked, asked, `GET /tokens/${token}/download`]);
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([1000, 0]);
  });

  test('of a policy likewise', async () => {
    const { clock, lines, nessus } = createScriptedNessus([requested, state('ready'), data]);
    expectOk(await expectOk(await clock.settle(nessus.policies.export({ policy_id: 4 }))).toBytes());
    expect(lines()).toStrictEqual(['GET /policies/4/export/prepare', `GET /tokens/${token}/status`, `GET /tokens/${token}/download`]);
  });

  test('of a scan of version 6 is followed by its number', async () => {
    const { clock, lines, nessus } = createScriptedNessus([{ json: { file: 1_235_941_936 } }, state('loading'), state('ready'), data]);
    expectOk(await expectOk(await clock.settle(nessus.scans.export({ scan_id: 7, format: 'csv' }))).toBytes());
    const file = 'GET /scans/7/export/1235941936';
    expect(lines()).toStrictEqual(['POST /scans/7/export {"format":"csv"}', `${file}/status`, `${file}/status`, `${file}/download`]);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['it is named by nothing', [{ json: {} }], { _tag: 'APIError', operation: 'scans.exportRequest', reason: 'unexpected-body' }],
    ['version 6 cannot make it', [{ json: { file: 3 } }, { status: 500, json: { status: 'error' } }], { _tag: 'ServerError', operation: 'scans.exportStatus' }],
    ['its preparation fails', [requested, state('pending'), state('error')], { _tag: 'FileDownloadError', operation: 'scans.export', resource: 'scans', resourceId: '7', filename: 'csv', bytesReceived: 0 }],
    ['the scan still runs', [{ status: 409, json: { error: 'Can not export running scans' } }], { _tag: 'UnsupportedError', operation: 'scans.exportRequest', detail: 'Can not export running scans' }],
    ['the licence has no such part', [{ status: 412 }], { _tag: 'UnsupportedError', operation: 'scans.exportRequest' }],
    ['it is gone', [requested, { status: 404, json: { error: `no ${token}` } }], { _tag: 'NotFoundError', operation: 'tokens.status', detail: 'no [redacted]' }],
    ['there is nothing to download', [requested, state('ready'), { status: 204 }], { _tag: 'FileDownloadError', operation: 'tokens.download', resource: 'tokens' }],
  ])('and that does not come says why, and never its token: %s', async (_title, answers, error) => {
    const { clock, nessus } = createScriptedNessus(answers);
    const told = expectErr(await clock.settle(nessus.scans.export({ scan_id: 7, format: 'csv' })));
    expect(told).toMatchObject(error);
    expect(textsIn(told).filter(([, text]) => text.includes(token))).toStrictEqual([]);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('is waited for no longer than the caller says', async () => {
    const { clock, elapsedMs, nessus } = createScriptedNessus([requested, state('pending'), state('pending')]);
    const options = { pollIntervalMs: 1000, deadlineMs: 1500 };
    expect(expectTag(await clock.settle(nessus.scans.export({ scan_id: 7, format: 'csv' }, options)), 'ConnectionError')).toMatchObject({ operation: 'scans.export', reason: 'timeout' });
    expect(elapsedMs()).toBe(1500);
  });

  test('is not asked for with a parameter that is none', async () => {
    const { clock, nessus } = createScriptedNessus([]);
    expect(expectTag(await clock.settle(nessus.policies.export({ policy_id: -1 })), 'UnexpectedValueError').issues.map(({ path }) => path)).toStrictEqual(['policy_id']);
  });
});
