import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';

type ScanId = Parameters<ScriptedClient['vm']['scans']['details']>[0]['scan_id'];

describe('an id cannot lead to another path', () => {
  test.each(['', '.', '..', '\u0000', 'a\nb', 'a\\b', '..\\..', '\ud800', ' ', 'x'.repeat(201)])('%j is refused and nothing is sent', async (scan_id) => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(vm.scans.details({ scan_id })))).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'scan_id' }] });
  });

  test.each<readonly [unknown]>([[null], [undefined], [{}], [[1]], [Number.NaN], [Infinity], [-1], [1.5], [2 ** 60], [true], [{ toString: () => '1' }]])('%o is no id', async (scan_id) => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(vm.scans.details({ scan_id: scan_id as ScanId })))).toMatchObject({ _tag: 'UnexpectedValueError' });
  });

  test.each([
    ['../users', '/scans/..%2Fusers'], ['a/b', '/scans/a%2Fb'], ['//evil.example', '/scans/%2F%2Fevil.example'], ['https://evil.example/', '/scans/https%3A%2F%2Fevil.example%2F'],
    ['%2e%2e', '/scans/%252e%252e'], ['a?b=c', '/scans/a%3Fb%3Dc'], ['a#b', '/scans/a%23b'], ['...', '/scans/...'], ['@evil.example', '/scans/%40evil.example'],
  ])('%j stays in its segment', async (scan_id, path) => {
    const { clock, requests, vm } = createScriptedClient([{ status: 404 }]);
    await clock.settle(vm.scans.details({ scan_id }));
    expect(requests[0]?.url).toBe(`https://cloud.tenable.com${path}`);
  });

  test('whatever it is: the origin and the number of segments stay', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.stringMatching(/^[./\\%2e]{1,12}$/)), async (scan_id) => {
      const seen: string[] = [];
      const { clock, vm } = createScriptedClient([], { transport: (request) => { seen.push(request.url); throw new Error('enough'); } });
      await clock.settle(vm.scans.details({ scan_id }));
      for (const url of seen) expect([new URL(url).origin, new URL(url).pathname.split('/').length]).toStrictEqual(['https://cloud.tenable.com', 3]);
    }), { numRuns: 25 });
  });
});

describe('an id that the server gave is not trusted either', () => {
  test.each(['..', '.', '', 'a b', 'a\u0000', 7, null, {}, 'x'.repeat(500)])('a job with the id %j is an unexpected body, and nothing more is asked', async (export_uuid) => {
    const { clock, vm } = createScriptedClient([{ json: { export_uuid } }]);
    const iterator = vm.exports.vulns()[Symbol.asyncIterator]();
    const first = await clock.settle(iterator.next());
    expect(first.done === true ? null : expectErr(first.value)).toMatchObject({ _tag: 'APIError', reason: 'unexpected-body' });
    expect(await clock.settle(iterator.next())).toMatchObject({ done: true });
  });

  test.each([['..'], ['1'], [0], [-1], [1.5], [null], [{}]])('a chunk with the number %j is an unexpected body', async (chunk) => {
    const { clock, vm } = createScriptedClient([{ json: { export_uuid: 'e' } }, { json: { status: 'FINISHED', chunks_available: [chunk] } }]);
    const first = await clock.settle(vm.exports.vulns()[Symbol.asyncIterator]().next());
    expect(first.done === true ? null : expectErr(first.value)).toMatchObject({ _tag: 'APIError', operation: 'vulnsExport.status' });
  });

  test.each(['..', '', '.'])('a file with the id %j is not asked for', async (file) => {
    const { clock, vm } = createScriptedClient([{ json: { file } }]);
    expect(expectErr(await clock.settle(vm.scans.export({ scan_id: 1, format: 'csv' })))._tag).toMatch(/^(?:APIError|UnexpectedValueError)$/);
  });

  test.each([['../../etc/passwd', 'passwd'], ['..\\..\\boot.ini', 'boot.ini'], ['..', null], ['/', null], ['a.csv', 'a.csv']])('a file that is offered as %j does not choose its folder', async (name, filename) => {
    const { clock, vm } = createScriptedClient([{ headers: { 'content-disposition': `attachment; filename="${name}"` }, pieces: ['x'] }]);
    const file = expectOk(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
    expect(file.filename).toBe(filename);
    await clock.settle(file.toBytes());
  });
});
