import { describe, expect, test } from 'vitest';
import { defineOperation, execute, file } from 'tenable-result';
import * as v from 'valibot';

import { createScriptedClient } from '../support/scripted-client.js';
import { createScriptedSc, inEnvelope } from '../support/scripted-products.js';
import { expectOk, expectTag } from '../support/expect-result.js';

const page = '<!doctype html><html><title>Sign in</title></html>';
const ids = { scan_id: 7, file_id: 'file-1' };

describe('what comes in the place of a file', () => {
  test('a page for people is an APIError before the first byte, and is in it', async () => {
    const { clock, openBodies, vm } = createScriptedClient([{ pieces: ['<!doc', page.slice(5)], headers: { 'content-type': 'text/html' } }]);
    const error = expectTag(await clock.settle(vm.scans.exportDownload(ids)), 'APIError');
    expect(error).toMatchObject({
      operation: 'scans.exportDownload', reason: 'unexpected-body', detail: 'Sign in', response: { body: page },
      issues: [{ path: '', expected: 'a file', received: 'a page of HTML' }],
    });
    expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
  });

  test('a page that calls itself a file is one where the file can be no page', async () => {
    const { clock, sc } = createScriptedSc([{ pieces: [page], headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' } }]);
    expect(expectTag(await clock.settle(sc.scanResults.download({ id: 7 })), 'APIError').issues[0]?.received).toBe('a page of HTML');
  });

  test('a page that breaks off or stalls is told as far as it came', async () => {
    for (const end of ['reset', 'never'] as const) {
      const { clock, vm } = createScriptedClient([{ pieces: ['<html>', 'x'.repeat(2000)], end, headers: { 'content-type': 'text/html' } }]);
      expect(expectTag(await clock.settle(vm.scans.exportDownload(ids)), 'APIError').response).toMatchObject({ bytesSeen: 2006, truncated: true });
    }
  });

  test.each(['br', 'zstd', 'gzip, br', 'deflate', 'x-none'])('bytes in the coding %s are never handed over', async (coding) => {
    const { clock, openBodies, vm } = createScriptedClient([{ pieces: ['coded'], coding }]);
    const error = expectTag(await clock.settle(vm.scans.exportDownload(ids)), 'APIError');
    expect(error).toMatchObject({ reason: 'unexpected-body', issues: [{ path: '', expected: 'a file without a content coding', received: coding }] });
    expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
  });

  test('an envelope with a code is that error, however long it is', async () => {
    const { clock, sc } = createScriptedSc([inEnvelope('x'.repeat(200_000), { code: 147 })]);
    expect(expectTag(await clock.settle(sc.scanResults.download({ id: 7 })), 'APIError')).toMatchObject({ reason: 'error-code', errorCode: 147 });
  });
});

describe('a file that is one', () => {
  const report = defineOperation({ id: 'x.report', product: 'vm', method: 'GET', path: '/x', docs: '', input: v.object({}), output: file({ resource: 'x', resourceId: '', filename: '' }), adds: ['FileDownloadError'] });

  test.each([[page, { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=a.html' }], [page, { 'content-type': 'application/octet-stream' }], ['<?xml version="1.0" ?><NessusClientData_v2/>', {}], ['{"a":1}', {}], ['\ufeff a,b', {}], ['', {}]])(
    'comes whole, what was looked at included: %j, %j', async (text, headers) => {
      const { clock, vm } = createScriptedClient([{ pieces: [...text], headers }]);
      const download = expectOk(await clock.settle(execute(vm, report, {})));
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(expectOk(await clock.settle(download.toBytes())))).toBe(text);
    },
  );
});
