import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { execute } from 'tenable-result';
import type { AnyOperation, ClientHandle, FileDownload } from 'tenable-result';

import * as editor from '../../../src/api/nessus/editor.js';
import * as policies from '../../../src/api/nessus/policies.js';
import * as scans from '../../../src/api/nessus/scans.js';
import { download } from '../../../src/api/nessus/tokens.js';
import { exchange, refuse } from '../exchange.js';

const template = 'ad629e16-03b6-8c1d-cef6-ef8c9dd3c658d24bd260ef5f9e66';
const scan = {
  id: 25, uuid: null, name: 'Office', status: 'empty', folder_id: 3, type: null, owner: 'admin', enabled: false, read: true, shared: false,
  control: true, user_permissions: 128, creation_date: 1_700_000_000, last_modification_date: 1_700_000_100, starttime: null, rrules: null, timezone: null,
};
const run = { history_id: 26, uuid: 'e5b8', status: 'completed', creation_date: 1_700_000_000, last_modification_date: 1_700_000_900, owner_id: 2 };
const details = {
  info: { name: 'Office', status: 'completed', uuid: 'e5b8', object_id: 25, folder_id: 3, policy: 'Basic', targets: '192.0.2.0/28', scanner_name: 'Local Scanner', hostcount: 1, scan_start: 1_700_000_000, scan_end: 1_700_000_900 },
  hosts: [{ host_id: 2, host_index: 0, hostname: '192.0.2.7', critical: 0, high: 1, medium: 0, low: 0, info: 9, progress: '100-100/200-200' }],
  vulnerabilities: [{ plugin_id: 19_506, plugin_name: 'Nessus Scan Information', plugin_family: 'Settings', severity: 0, count: 1, vuln_index: 1, cpe: null }],
  history: [run],
};

const host = {
  info: { 'host-ip': '192.0.2.7', 'operating-system': 'Linux', host_start: 'Mon Feb 28 15:28:39 2022', host_end: 'Mon Feb 28 15:29:36 2022' },
  vulnerabilities: [{ ...details.vulnerabilities[0], host_id: 2, score: null }],
  compliance: [],
};
const output = {
  info: { plugindescription: { pluginid: '19506', pluginname: 'Nessus Scan Information', severity: 0, pluginattributes: { synopsis: 'x', ref_information: { ref: [{ name: 'cve', values: { value: ['y'] } }] } } } },
  outputs: [{ plugin_output: 'z', ports: { '22 / tcp / ssh': [{ hostname: '192.0.2.7' }] }, severity: 0, has_attachment: 0 }],
};

describe('what is sent, and what comes of the answer', () => {
  test.each<readonly [string, AnyOperation, unknown, string, unknown]>([
    ['all scans', scans.list, undefined, 'GET /scans', { folders: [{ id: 3, name: 'My Scans', type: 'main', unread_count: null }], scans: [scan], timestamp: 1_700_000_200 }],
    ['no scans', scans.list, {}, 'GET /scans', { folders: null, scans: null, timestamp: 1_700_000_200 }],
    ['scans of a folder', scans.list, { folder_id: 3, last_modification_date: 1_700_000_000 }, 'GET /scans?folder_id=3&last_modification_date=1700000000', { folders: [], scans: [], timestamp: 0 }],
    ['results', scans.details, { scan_id: 25 }, 'GET /scans/25', details],
    ['results of a run', scans.details, { scan_id: 25, history_id: 26 }, 'GET /scans/25?history_id=26', details],
    ['results of a scan that never ran', scans.details, { scan_id: 25 }, 'GET /scans/25', { info: { name: 'Office', status: 'empty', uuid: null, hostcount: 0 }, hosts: null, vulnerabilities: null, history: null }],
    ['a new scan', scans.create, { uuid: template, settings: { name: 'Office', text_targets: '192.0.2.7', policy_id: 4, enabled: true, launch: 'WEEKLY', starttime: '20300101T020000', discovery_mode: 'Port scan (all ports)' } },
      `POST /scans {"uuid":"${template}","settings":{"name":"Office","text_targets":"192.0.2.7","policy_id":4,"enabled":true,"launch":"WEEKLY","starttime":"20300101T020000","discovery_mode":"Port scan (all ports)"}}`,
      { scan: { id: 27, name: 'Office', uuid: 'template-1', enabled: 1, shared: 0 } }],
    ['a new scan of version 6, whose flags are none of numbers', scans.create, { uuid: template, settings: { name: 'Office', enabled: 1 } }, `POST /scans {"uuid":"${template}","settings":{"name":"Office","enabled":1}}`, { scan: { id: 27, enabled: true, use_dashboard: false } }],
    ['a copy', scans.copy, { scan_id: 25, name: 'Again' }, 'POST /scans/25/copy {"name":"Again"}', { ...scan, id: 28, name: 'Again' }],
    ['one host of the results', scans.hostDetails, { scan_id: 25, host_id: 2, history_id: 26 }, 'GET /scans/25/hosts/2?history_id=26', host],
    ['what a plugin said', scans.pluginOutput, { scan_id: 25, host_id: 2, plugin_id: 19_506 }, 'GET /scans/25/hosts/2/plugins/19506', output],
    ['a knowledge base', scans.prepareKb, { scan_id: 25, host_id: 2 }, 'GET /scans/25/hosts/2/kb/prepare', { token: 't1' }],
    ['the formats of exports', scans.exportFormats, { scan_id: 25 }, 'GET /scans/25/export/formats', { formats: [{ value: 'csv' }] }],
    ['time zones', scans.timezones, {}, 'GET /scans/timezones', { timezones: [{ name: 'Africa/Accra', value: 'Africa/Accra' }] }],
    ['scans that are deleted', scans.deleteMany, { ids: [25, 27] }, 'DELETE /scans {"ids":[25,27]}', { deleted: [25, 27] }],
    ['an import', scans.import, { file: 'x.nessus', folder_id: 3 }, 'POST /scans/import {"file":"x.nessus","folder_id":3}', { scan: { ...scan, id: 29, status: 'imported', control: null } }],
    ['a launch', scans.launch, { scan_id: 25 }, 'POST /scans/25/launch {}', { scan_uuid: 'f1c2' }],
    ['a launch at other targets', scans.launch, { scan_id: 25, alt_targets: ['192.0.2.9'] }, 'POST /scans/25/launch {"alt_targets":["192.0.2.9"]}', { scan_uuid: 'f1c2' }],
  ])('%s', async (_title, operation, input, sent, answer) => {
    expect(await exchange(operation, input, { json: answer })).toStrictEqual({ sent, output: answer });
  });

  test.each<readonly [AnyOperation, unknown, string]>([
    [scans.configure, { scan_id: 25, settings: { text_targets: '192.0.2.8' } }, 'PUT /scans/25 {"settings":{"text_targets":"192.0.2.8"}}'],
    [scans.configure, { scan_id: 25, plugins: { 'Denial of Service': { status: 'disabled' } } }, 'PUT /scans/25 {"plugins":{"Denial of Service":{"status":"disabled"}}}'],
    [scans.pause, { scan_id: 25 }, 'POST /scans/25/pause {}'],
    [scans.resume, { scan_id: 25 }, 'POST /scans/25/resume {}'],
    [scans.stop, { scan_id: 25 }, 'POST /scans/25/stop {}'],
    [scans.delete, { scan_id: 25 }, 'DELETE /scans/25'],
    [scans.move, { scan_id: 25, folder_id: 2 }, 'PUT /scans/25/folder {"folder_id":2}'],
    [scans.kill, { scan_id: 25 }, 'POST /scans/25/kill {}'],
    [scans.schedule, { scan_id: 25, enabled: false }, 'PUT /scans/25/schedule?enabled=false {}'],
    [scans.readStatus, { scan_id: 25, read: true }, 'PUT /scans/25/status?read=true {}'],
    [scans.deleteHistory, { scan_id: 25, history_id: 26 }, 'DELETE /scans/25/history/26'],
  ])('$id has no output, whatever the server says', async (operation, input, sent) => {
    expect(await exchange(operation, input, {})).toStrictEqual({ sent, output: undefined });
    expect(await exchange(operation, input, { json: { id: 25 } })).toStrictEqual({ sent, output: undefined });
  });
});

test.each([scans.create, scans.configure, policies.create, policies.update, policies.details, editor.details, editor.templateDetails])('$id asks for the version that has plugins', ({ headers }) => {
  expect(headers).toStrictEqual({ 'x-api-version': '2' });
});

describe('an export', () => {
  test.each<readonly [string, unknown, string]>([
    ['of all', { format: 'nessus' }, '{"format":"nessus"}'],
    ['with a password', { format: 'db', password: 'swordfish' }, '{"format":"db","password":"swordfish"}'],
    ['of chosen columns', { format: 'csv', reportContents: { csvColumns: { cve: true, risk: false } } }, '{"format":"csv","reportContents":{"csvColumns":{"cve":true,"risk":false}}}'],
    ['with a filter', { format: 'csv', 'filter.0.filter': 'plugin.id', 'filter.0.quality': 'eq', 'filter.0.value': '19506' }, '{"format":"csv","filter.0.filter":"plugin.id","filter.0.quality":"eq","filter.0.value":"19506"}'],
  ])('%s', async (_title, input, body) => {
    const { sent } = await exchange(scans.exportRequest, { scan_id: 25, history_id: 26, ...Object(input) as object }, { json: { token: 't1' } }); // each is an object
    expect(sent).toBe(`POST /scans/25/export?history_id=26 ${body}`);
  });

  test.each([
    [{ token: 't1', file: 1_234_567 }, { token: 't1', file: '1234567' }],
    [{ token: 't1', file: 'SSE-1' }, { token: 't1', file: 'SSE-1' }],
    [{ token: 't1' }, { token: 't1' }],
    [{ file: 1_235_941_936 }, { file: '1235941936' }],
  ])('is named by its token or, in version 6, by a number: %j', async (answer, output) => {
    expect((await exchange(scans.exportRequest, { scan_id: 25, format: 'pdf' }, { json: answer })).output).toStrictEqual(output);
  });
});

describe('is refused', () => {
  test.each<readonly [string, AnyOperation, unknown, Readonly<Record<string, string>>]>([
    ['a scan by its name', scans.details, { scan_id: 'Office' }, { scan_id: 'number' }],
    ['a scan without a number', scans.launch, {}, { scan_id: 'given' }],
    ['milliseconds', scans.list, { last_modification_date: 1_700_000_000_000 }, { last_modification_date: 'Unix time in seconds (this looks like milliseconds)' }],
    ['a scan without a name', scans.create, { uuid: template, settings: { text_targets: '192.0.2.7' } }, { 'settings.name': 'given' }],
    ['targets as a list', scans.create, { uuid: template, settings: { name: 'x', text_targets: ['192.0.2.7'] } }, { 'settings.text_targets': 'string' }],
    ['a start that is no time', scans.configure, { scan_id: 1, settings: { starttime: '2030-01-01' } }, { 'settings.starttime': 'a time as YYYYMMDDThhmmss' }],
    ['targets as text', scans.launch, { scan_id: 1, alt_targets: '192.0.2.7' }, { alt_targets: 'Array' }],
    ['a format that there is not', scans.exportRequest, { scan_id: 1, format: 'xml' }, { format: '("nessus" | "html" | "pdf" | "csv" | "db")' }],
    ['columns as a list', scans.exportRequest, { scan_id: 1, format: 'csv', reportContents: { csvColumns: ['cve'] } }, { 'reportContents.csvColumns': 'Object' }],
    ['a misspelt filter', scans.exportRequest, { scan_id: 1, format: 'csv', 'filter.0.name': 'x' }, { 'filter.0.name': 'left out (there is no such parameter, and it is no filter.<n>.filter, .quality or .value)' }],
  ])('%s', async (_title, operation, input, issues) => {
    expect(await refuse(operation, input)).toMatchObject(issues);
  });
});

test('any setting of a template goes out as it came in', async () => {
  const settings = fc.dictionary(fc.stringMatching(/^[a-z]{3}_[a-z]{1,12}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())));
  await fc.assert(fc.asyncProperty(settings, async (others) => {
    const input = { uuid: template, settings: { ...others, name: 'x' } };
    const { sent } = await exchange(scans.create, input, { json: { scan: { id: 1 } } });
    expect(JSON.parse(sent.slice('POST /scans '.length))).toStrictEqual(input);
  }), { numRuns: 30 });
});

test('the compiler takes the input of an operation and nothing else', () => {
  expectTypeOf((nessus: ClientHandle) => [
    execute(nessus, scans.details, { scan_id: 25 }),
    // @ts-expect-error -- Type 'string' is not assignable to type 'number'
    execute(nessus, scans.details, { scan_id: '25' }),
    // @ts-expect-error -- 'history_uuid' does not exist in type 'ScanDetailsInput'
    execute(nessus, scans.details, { scan_id: 25, history_uuid: 'e5b8' }),
    execute(nessus, scans.create, { uuid: template, settings: { name: 'Office', discovery_mode: 'Custom' } }),
    // @ts-expect-error -- Property 'name' is missing
    execute(nessus, scans.create, { uuid: template, settings: { text_targets: '192.0.2.7' } }),
    // @ts-expect-error -- Type '"HOURLY"' is not assignable to type '"ON_DEMAND" | …'
    execute(nessus, scans.configure, { scan_id: 25, settings: { launch: 'HOURLY' } }),
    execute(nessus, scans.exportRequest, { scan_id: 25, format: 'csv', 'filter.0.value': 'x' }),
    // @ts-expect-error -- Type '"xml"' is not assignable to type '"nessus" | …'
    execute(nessus, scans.exportRequest, { scan_id: 25, format: 'xml' }),
  ]).toBeFunction();
  expectTypeOf((nessus: ClientHandle) => execute(nessus, download, { token: 't' }).map((file) => {
    expectTypeOf(file).toEqualTypeOf<FileDownload>();
  })).toBeFunction();
});
