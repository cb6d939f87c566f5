/** What each operation of Security Center sends, and what it makes of a good answer. */
import { describe, expect, test } from 'vitest';

import type { AnyOperation } from 'tenable-result';

import { scCatalogue } from '../../../src/api/sc/catalogue.js';
import { isShapeSchema } from '../../../src/schema/shape-schema.js';
import { inEnvelope } from '../../support/scripted-products.js';
import { exchange, fail, refuse } from '../exchange.js';

const {
  analysis, assets, credentials, currentUser, feeds, groups, plugins, policies, repositories, scanResults, scans, status, system, users,
} = scCatalogue;

/** Operation, input, what is sent, the `response` of the answer; and the output where it is another. */
type Row = readonly [operation: AnyOperation, input: unknown, sent: string, response: unknown, output?: unknown];

const one = { id: '7', name: 'one' };
const usable = { usable: [one], manageable: [] };
const kinds: readonly Row[] = ([
  [assets, '/asset', { type: 'static', definedIPs: ['192.0.2.1', '192.0.2.9'] }, '"definedIPs":"192.0.2.1,192.0.2.9"', '"type":"static"'],
  [credentials, '/credential', { type: 'ssh', login: 'root', port: 22, vault_use_ssl: true }, '"login":"root","port":"22","vault_use_ssl":"true"', '"type":"ssh"'],
  [policies, '/policy', { policyTemplate: { id: 1 }, preferences: { a: 'b' } }, '"preferences":{"a":"b"}', '"policyTemplate":{"id":1}'],
  [scans, '/scan', { repository: { id: '4' }, ipList: ['192.0.2.0/28', 'host.example.com'], maxScanTime: 2, dhcpTracking: false }, '"ipList":"192.0.2.0/28,host.example.com","dhcpTracking":"false","maxScanTime":"2"', '"repository":{"id":"4"}'],
] as const).flatMap(([area, path, settings, body, last]): readonly Row[] => [
  [area.list, { fields: ['id', 'name'] }, `GET ${path}?fields=id%2Cname`, usable],
  [area.list, {}, `GET ${path}`, [one], { usable: [one], manageable: [one] }],
  [area.details, { id: 7 }, `GET ${path}/7`, { id: 7, name: 'one', more: [1] }, { id: '7', name: 'one', more: [1] }],
  [area.create, { name: 'one', ...settings }, `POST ${path} {${body},"name":"one",${last}}`, one],
  [area.update, { id: '7', name: 'two' }, `PATCH ${path}/7 {"name":"two"}`, one],
  [area.delete, { id: 7 }, `DELETE ${path}/7`, '', undefined],
]);

const page = { totalRecords: '2', returnedRecords: 2, startOffset: '0', endOffset: '1000', results: [{ pluginID: '1' }, { pluginID: '2' }] };
const user = { id: '7', username: 'someone', role: { id: '2', name: 'Auditor' } };
const result = { id: '12', name: 'run', status: 'Completed', downloadAvailable: 'true' };

const rows: readonly Row[] = [
  ...kinds,
  [analysis.query, { type: 'vuln', sourceType: 'cumulative', query: { tool: 'listvuln', filters: [{ filterName: 'severity', operator: '=', value: '4' }] }, startOffset: 0, endOffset: 1000 },
    'POST /analysis {"type":"vuln","sourceType":"cumulative","query":{"tool":"listvuln","filters":[{"filterName":"severity","operator":"=","value":"4"}],"type":"vuln","startOffset":0,"endOffset":1000}}',
    page, { ...page, totalRecords: 2, startOffset: 0, endOffset: 1000 }],
  [analysis.query, { type: 'vuln', query: { tool: 'iplist' } }, 'POST /analysis {"type":"vuln","query":{"tool":"iplist","type":"vuln","filters":[]}}',
    { 0: '192.0.2.1', 1: '192.0.2.3-192.0.2.5', results: null },
    { totalRecords: 2, returnedRecords: 2, startOffset: 0, endOffset: 2, results: [{ ip: '192.0.2.1' }, { ip: '192.0.2.3-192.0.2.5' }] }],
  [assets.details, { id: 7, orgID: 1, fields: ['id'] }, 'GET /asset/7?fields=id&orgID=1', { id: 7 }, { id: '7' }],
  [assets.refresh, { id: 7, orgID: 1, repIDs: [{ id: 3 }] }, 'POST /asset/7/refresh {"orgID":1,"repIDs":[{"id":3}]}', '', undefined],
  [credentials.share, { id: 7, groups: [{ id: 5 }] }, 'POST /credential/7/share {"groups":[{"id":5}]}', one],
  [currentUser.details, { fields: ['username'] }, 'GET /currentUser?fields=username', user],
  [currentUser.update, { title: 'Auditor', mustChangePassword: false }, 'PATCH /currentUser {"title":"Auditor","mustChangePassword":"false"}', user],
  [currentUser.changePassword, { password: 'new', currentPassword: 'old' }, 'PATCH /currentUser {"password":"new","currentPassword":"old"}', user, undefined],
  [feeds.list, {}, 'GET /feed', { sc: { updateTime: 1, stale: false }, active: {} }, { sc: { updateTime: '1', stale: 'false' }, active: {} }],
  [feeds.details, { type: 'active' }, 'GET /feed/active', { stale: 'true' }],
  [feeds.update, { type: 'active' }, 'POST /feed/active/update {}', '', undefined],
  [feeds.process, { type: 'active', filename: 'up' }, 'POST /feed/active/process {"filename":"up"}', '', undefined],
  [groups.list, {}, 'GET /group', [{ ...one, userCount: 3 }], [{ ...one, userCount: '3' }]],
  [groups.details, { id: 7, fields: ['id', 'name'] }, 'GET /group/7?fields=id%2Cname', one],
  [groups.create, { name: 'one', repositories: [{ id: 1 }] }, 'POST /group {"repositories":[{"id":1}],"name":"one"}', one],
  [groups.update, { id: 7, description: '' }, 'PATCH /group/7 {"description":""}', one],
  [groups.delete, { id: 7 }, 'DELETE /group/7', '', undefined],
  [plugins.list, { type: 'active', since: 1_700_000_000, startOffset: 0, endOffset: 2, sortDirection: 'ASC' },
    'GET /plugin?type=active&since=1700000000&sortDirection=ASC&startOffset=0&endOffset=2', [{ id: 1 }], { plugins: [{ id: '1' }] }],
  [plugins.details, { id: 19_506 }, 'GET /plugin/19506', { id: '19506', riskFactor: 'None' }],
  [plugins.families, { filterField: 'name', op: 'like', value: 'Windows' }, 'GET /pluginFamily?filterField=name&op=like&value=Windows', [one]],
  [plugins.familyDetails, { id: 10 }, 'GET /pluginFamily/10', one],
  [policies.copy, { id: 7, name: 'two' }, 'POST /policy/7/copy {"name":"two"}', one],
  [policies.share, { id: 7, groups: [] }, 'POST /policy/7/share {"groups":[]}', one],
  [policies.templates, { fields: ['name'] }, 'GET /policyTemplate?fields=name', [one]],
  [policies.templateDetails, { id: 1 }, 'GET /policyTemplate/1', { ...one, editor: '{}' }],
  [repositories.list, { type: 'Local', fields: ['id'] }, 'GET /repository?fields=id&type=Local', [{ ...one, typeFields: { ipRange: '' } }]],
  [repositories.details, { id: 4 }, 'GET /repository/4', one],
  [repositories.create, { name: 'one', type: 'Local', dataFormat: 'IPv4', ipRange: ['192.0.2.0/24'], trendWithRaw: true },
    'POST /repository {"trendWithRaw":"true","ipRange":"192.0.2.0/24","name":"one","type":"Local","dataFormat":"IPv4"}', one],
  [repositories.update, { id: 4, ipRange: [] }, 'PATCH /repository/4 {"ipRange":""}', one],
  [repositories.delete, { id: 4 }, 'DELETE /repository/4', '', undefined],
  [scanResults.list, { startTime: new Date(1_700_000_000_999), endTime: 1_700_000_100, optimizeCompletedScanResults: true },
    'GET /scanResult?startTime=1700000000&endTime=1700000100&optimizeCompletedScanResults=true', { usable: [result], manageable: [result] }],
  [scanResults.details, { id: 12 }, 'GET /scanResult/12', result],
  [scanResults.delete, { id: 12 }, 'DELETE /scanResult/12', '', undefined],
  [scanResults.copy, { id: 12, users: [{ id: 1 }] }, 'POST /scanResult/12/copy {"users":[{"id":1}]}', '', undefined],
  [scanResults.email, { id: 12, email: ['a@example.com', 'b@example.com'] }, 'POST /scanResult/12/email {"email":"a@example.com,b@example.com"}', '', undefined],
  [scanResults.stop, { id: 12 }, 'POST /scanResult/12/stop {}', result, undefined],
  [scanResults.pause, { id: 12 }, 'POST /scanResult/12/pause {}', result, undefined],
  [scanResults.resume, { id: 12 }, 'POST /scanResult/12/resume {}', result, undefined],
  [scans.copy, { id: 7, name: 'two', targetUser: { id: 1 } }, 'POST /scan/7/copy {"name":"two","targetUser":{"id":1}}', { scan: one }],
  [scans.launch, { id: 7, diagnosticTarget: '192.0.2.1', diagnosticPassword: 'locked' }, 'POST /scan/7/launch {"diagnosticTarget":"192.0.2.1","diagnosticPassword":"locked"}',
    { scanID: 7, scanResult: { id: 12, name: 'run', status: 'Queued' } }, { scanID: '7', scanResult: { id: '12', name: 'run', status: 'Queued' } }],
  [status.details, {}, 'GET /status', { jobd: 'Running', licenseStatus: 'Valid', activeIPs: 8 }, { jobd: 'Running', licenseStatus: 'Valid', activeIPs: '8' }],
  [system.details, {}, 'GET /system', { version: '6.4.0', PasswordComplexity: 'true', sessionTimeout: 3600 }, { version: '6.4.0', PasswordComplexity: 'true', sessionTimeout: '3600' }],
  [system.locale, {}, 'GET /system/locale', { code: 'ja', name: 'Japanese' }],
  [system.diagnostics, {}, 'GET /system/diagnostics', { statusJava: 'true', diagnosticsGenerated: 1 }, { statusJava: 'true', diagnosticsGenerated: '1' }],
  [users.list, {}, 'GET /user', { users: [user] }, [user]],
  [users.list, {}, 'GET /user', [user]],
  [users.details, { id: 7 }, 'GET /user/7', user],
  [users.create, { username: 'someone', password: 'secret', roleID: 2, authType: 'tns', locked: false },
    'POST /user {"locked":"false","username":"someone","password":"secret","roleID":2,"authType":"tns","responsibleAssetID":-1}', user],
  [users.update, { id: 7, roleID: 3, preferences: [{ name: 'timezone', value: 'UTC' }] }, 'PATCH /user/7 {"preferences":[{"name":"timezone","value":"UTC"}],"roleID":3}', user],
  [users.delete, { id: 7, migrateUserID: 1 }, 'DELETE /user/7 {"migrateUserID":1}', '', undefined],
  [users.changePassword, { id: 7, password: 'new' }, 'PATCH /user/7 {"password":"new"}', user, undefined],
];

/** Files are tried apart: their answers have no envelope. */
const files: readonly Row[] = [
  [assets.exportFile, { id: 7 }, 'GET /asset/7/export', '<xml/>'],
  [policies.exportFile, { id: 7 }, 'POST /policy/7/export {}', '<xml/>'],
  [repositories.exportFile, { id: 4 }, 'GET /repository/4/export', '\u001f'],
  [scanResults.download, { id: 12 }, 'POST /scanResult/12/download {"downloadType":"v2"}', 'PK'],
];

describe('an operation of Security Center', () => {
  test.each(rows.map((row) => ({ id: row[0].id, row })))('$id sends what it should and gives what comes', async ({ row }) => {
    const [operation, input, sent, response] = row;
    expect(await exchange(operation, input, inEnvelope(response))).toStrictEqual({ sent, output: row.length === 5 ? row[4] : response });
  });

  test.each(files.map((row) => ({ id: row[0].id, row })))('$id asks for a file', async ({ row: [operation, input, sent, bytes] }) => {
    const given = await exchange(operation, input, { pieces: [String(bytes)], headers: { 'content-disposition': 'attachment; filename="a.zip"' } });
    expect(given).toMatchObject({ sent, output: { filename: 'a.zip' } });
  });

  test('is not forgotten here where it restructures what is sent', () => {
    const tried = new Set([...rows, ...files].map(([{ id }]) => id));
    const all = Object.values(scCatalogue).flatMap((area) => Object.values(area) as readonly AnyOperation[]);
    expect(all.filter(({ id, input }) => isShapeSchema(input) && input.isReshaped && !tried.has(id)).map(({ id }) => id)).toStrictEqual([]);
  });
});

describe('is refused, by its name', () => {
  const digits = 'a number, or its digits as text';
  test.each<readonly [string, AnyOperation, unknown, Readonly<Record<string, string>>]>([
    ['an object without an id', scans.details, {}, { id: 'given' }],
    ['an id of words', scans.details, { id: 'seven' }, { id: digits }],
    ['an id with a minus', users.delete, { id: '-1' }, { id: digits }],
    ['fields as text', users.list, { fields: 'id,name' }, { fields: 'Array' }],
    ['a field that smuggles another parameter', users.list, { fields: ['id&x=1'] }, { 'fields[0]': 'the name of a field' }],
    ['no field at all', users.list, { fields: [] }, { fields: '1 or more' }],
    ['addresses that hold a comma', scans.create, { name: 'x', repository: { id: 1 }, ipList: ['192.0.2.1,192.0.2.2'] }, { 'ipList[0]': 'text without commas' }],
    ['a reference by number alone', scans.create, { name: 'x', repository: 1 }, { repository: 'Object' }],
    ['a flag as text', scans.update, { id: 1, dhcpTracking: 'true' }, { dhcpTracking: 'boolean' }],
    ['milliseconds', scanResults.list, { startTime: 1_700_000_000_000 }, { startTime: 'Unix time in seconds or a Date (this looks like milliseconds)' }],
    ['an empty password', currentUser.changePassword, { password: '', currentPassword: 'x' }, { password: '1 or more' }],
    ['a password among the rest of a user', users.update, { id: 1, password: 'x' }, { password: 'left out (there is no such parameter)' }],
    ['a filter without its operator', analysis.query, { type: 'vuln', query: { tool: 'listvuln', filters: [{ filterName: 'x', value: 1 }] } }, { 'query.filters[0].operator': 'given' }],
    ['a feed that walks up', feeds.details, { type: '..' }, { type: 'text of 1 to 200 printable characters without blanks and backslashes (it is "..", which leads to another path)' }],
  ])('%s', async (_title, operation, input, issues) => {
    expect(await refuse(operation, input)).toMatchObject(issues);
  });
});

describe('a Security Center that does not do what it is asked', () => {
  test.each<readonly [string, AnyOperation, unknown, number, string, string]>([
    ['a session that ended', scans.list, {}, 12, 'This request contains an invalid token.', 'PermissionError'],
    ['keys that it does not know', scans.list, {}, 0, '', 'PermissionError'],
    ['an object that is not there', scans.delete, { id: 7 }, 147, 'Scan #7 does not exist.', 'NotFoundError'],
    ['one that the operation cannot miss', scans.list, {}, 147, 'does not exist', 'UnknownError'],
    ['input that it does not like', analysis.query, { type: 'vuln', query: { tool: 'x' } }, 146, 'Invalid parameters specified for query.', 'APIError'],
    ['a group without access', scanResults.download, { id: 7 }, 146, 'Group #0 does not have access to the Repository', 'APIError'],
    ['a weak password of a user', users.changePassword, { id: 7, password: 'weak' }, 146, 'Password must be at least 8 characters long.', 'PasswordComplexityError'],
    ['a weak password of one\'s own', currentUser.changePassword, { password: 'weak', currentPassword: 'x' }, 146, 'Password does not meet the complexity requirements.', 'PasswordComplexityError'],
    ['the present password wrong', currentUser.changePassword, { password: 'weak', currentPassword: 'x' }, 146, 'The current password is incorrect.', 'APIError'],
    ['a weak password of a new user', users.create, { username: 'x', password: 'weak', roleID: 1, authType: 'tns' }, 146, 'Password is too short', 'APIError'],
  ])('%s', async (_title, operation, input, code, message, tag) => {
    expect(await fail(operation, input, inEnvelope('', { status: 403, code, message }))).toBe(tag);
  });

  test.each([[400, 'InvalidInputError'], [404, 'NotFoundError'], [500, 'ServerError'], [503, 'RetryError'], [302, 'UnknownError'], [409, 'UnknownError']])('%i', async (code, tag) => {
    expect(await fail(scans.details, { id: 7 }, { status: code, pieces: ['<html>'] })).toBe(tag);
  });
});
