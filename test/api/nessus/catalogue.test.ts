/** What the operations of Nessus send, and what they make of a good answer. Scans have a file of their own. */
import { describe, expect, test } from 'vitest';

import type { AnyOperation } from 'tenable-result';

import { nessusCatalogue } from '../../../src/api/nessus/catalogue.js';
import { exchange, fail, refuse } from '../exchange.js';
import { administrationRows } from './administration-rows.js';
import type { Row } from './administration-rows.js';

const { agents, editor, folders, plugins, policies, scanners, scans, server, session, settings, tokens, users } = nessusCatalogue;

const template = 'ad629e16-03b6-8c1d-cef6-ef8c9dd3c658d24bd260ef5f9e66';
const user = { id: 2, username: 'admin', name: null, email: null, type: 'local', permissions: 128, lastlogin: 1_700_000_000 };
const agent = { id: 3, uuid: 'u', name: 'host', ip: '192.0.2.1', status: 'on', linked_on: 1_700_000_000 };
const scanner = { id: 1, name: 'Local Scanner', uuid: '0', type: 'local', status: 'on', scan_count: 0 };
const form = { uuid: template, name: 'basic', title: 'Basic Network Scan', settings: { basic: {} } };

const rows: readonly Row[] = [
  ...administrationRows,
  [agents.list, { sort_by: 'name', sort_order: 'asc', limit: 2, offset: 4 }, 'GET /agents?sort_by=name&sort_order=asc&limit=2&offset=4', { agents: [agent], pagination: { total: 9, limit: 2, offset: 4 } }],
  [agents.list, {}, 'GET /agents', { agents: null }],
  [agents.details, { agent_id: 3 }, 'GET /agents/3', { agents: [agent] }],
  [agents.unlink, { agent_id: 3 }, 'DELETE /agents/3/unlink', undefined],
  [agents.delete, { agent_id: 3 }, 'DELETE /agents/3', undefined],
  [editor.listTemplates, { object_type: 'scan' }, 'GET /editor/scan/templates', { templates: [{ uuid: template, name: 'basic', title: 'Basic', desc: null }] }],
  [editor.templateDetails, { object_type: 'policy', template_uuid: template }, `GET /editor/policy/templates/${template}`, form],
  [editor.details, { object_type: 'policy', object_id: 4 }, 'GET /editor/policy/4', form],
  [folders.list, {}, 'GET /folders', { folders: [{ id: 3, name: 'My Scans', type: 'main', unread_count: 0 }] }],
  [folders.create, { name: 'New' }, 'POST /folders {"name":"New"}', { id: 5 }],
  [folders.edit, { folder_id: 5, name: 'Newer' }, 'PUT /folders/5 {"name":"Newer"}', undefined],
  [folders.delete, { folder_id: 5 }, 'DELETE /folders/5', undefined],
  [plugins.families, {}, 'GET /plugins/families', { families: [{ id: 1, name: 'Windows', count: 9 }] }],
  [plugins.familyDetails, { family_id: 1 }, 'GET /plugins/families/1', { id: 1, name: 'Windows', plugins: [{ id: 10, name: 'x' }] }],
  [plugins.pluginDetails, { plugin_id: 19_506 }, 'GET /plugins/plugin/19506', { id: 19_506, name: 'x', attributes: [{ attribute_name: 'cve', attribute_value: 'y' }] }],
  [policies.list, {}, 'GET /policies', { policies: [{ id: 4, name: 'Basic', owner: 'admin', creation_date: 1_700_000_000 }] }],
  [policies.list, {}, 'GET /policies', { policies: null }],
  [policies.details, { policy_id: 4 }, 'GET /policies/4', form],
  [policies.create, { uuid: template, settings: { name: 'x', ping: 'no' } }, `POST /policies {"uuid":"${template}","settings":{"name":"x","ping":"no"}}`, { policy_id: 4, policy_name: 'x' }],
  [policies.update, { policy_id: 4, settings: { description: 'y' } }, 'PUT /policies/4 {"settings":{"description":"y"}}', undefined],
  [policies.copy, { policy_id: 4 }, 'POST /policies/4/copy {}', { id: 5, name: 'Copy of x' }],
  [policies.exportRequest, { policy_id: 4 }, 'GET /policies/4/export/prepare', { token: 't' }],
  [policies.delete, { policy_id: 4 }, 'DELETE /policies/4', undefined],
  [scanners.list, {}, 'GET /scanners', { scanners: [scanner] }],
  [scanners.details, { scanner_id: 1 }, 'GET /scanners/1', scanner],
  [server.properties, {}, 'GET /server/properties', { nessus_type: 'Nessus Professional', server_version: '10.8.3', expiration: 1_900_000_000, features: { scan_api: false } }],
  [server.status, {}, 'GET /server/status', { status: 'loading', progress: 40 }],
  [session.details, {}, 'GET /session', { id: 2, username: 'admin', permissions: 128, name: null }],
  [session.update, { email: 'a@example.com' }, 'PUT /session {"email":"a@example.com"}', undefined],
  [session.changePassword, { password: 'new', current_password: 'old' }, 'PUT /session/chpasswd {"password":"new","current_password":"old"}', undefined],
  [tokens.status, { token: 't1' }, 'GET /tokens/t1/status', { status: 'ready', message: null }],
  [users.list, {}, 'GET /users', { users: [user] }],
  [users.details, { user_id: 2 }, 'GET /users/2', user],
  [users.create, { username: 'x', password: 'secret', permissions: 32, type: 'local' }, 'POST /users {"username":"x","password":"secret","permissions":32,"type":"local"}', user],
  [users.update, { user_id: 2, permissions: 64 }, 'PUT /users/2 {"permissions":64}', undefined],
  [users.delete, { user_id: 2 }, 'DELETE /users/2', undefined],
  [users.changePassword, { user_id: 2, password: 'new' }, 'PUT /users/2/chpasswd {"password":"new"}', undefined],
];

describe('an operation of Nessus', () => {
  test.each(rows.map((row) => ({ id: row[0].id, row })))('$id sends what it should and gives what comes', async ({ row: [operation, input, sent, answer] }) => {
    expect(await exchange(operation, input, answer === undefined ? {} : { json: answer })).toStrictEqual({ sent, output: answer });
  });

  test('tokens.download asks for a file', async () => {
    expect(await exchange(tokens.download, { token: 't1' }, { pieces: ['a'] })).toMatchObject({ sent: 'GET /tokens/t1/download', output: { filename: null } });
  });

  test('is not forgotten here', () => {
    const tried = new Set(rows.map(([{ id }]) => id));
    const all = Object.values(nessusCatalogue).flatMap((area) => Object.values(area) as readonly AnyOperation[]).map(({ id }) => id);
    expect(all.filter((id) => !tried.has(id) && !id.startsWith('scans.'))).toStrictEqual(['files.upload', 'tokens.download']); // what is sent of a file: test/transport/upload.test.ts
  });
});

describe('is refused, by its name', () => {
  test.each<readonly [string, AnyOperation, unknown, Readonly<Record<string, string>>]>([
    ['a permission that there is not', users.create, { username: 'x', password: 'y', permissions: 33 }, { permissions: '(16 | 32 | 64 | 128)' }],
    ['a user by name', users.details, { user_id: 'admin' }, { user_id: 'number' }],
    ['an empty password', users.changePassword, { user_id: 2, password: '' }, { password: '1 or more' }],
    ['a policy without a name', policies.create, { uuid: template, settings: {} }, { 'settings.name': 'given' }],
    ['a page that is too large', agents.list, { limit: 5001 }, { limit: '5000 or less' }],
    ['a kind that there is not', editor.listTemplates, { object_type: 'report' }, { object_type: '("scan" | "policy")' }],
    ['no agents at all', agents.deleteMany, { ids: [] }, { ids: '1 or more' }],
    ['a setting without a number', settings.modify, { 'setting.name': 'x' }, { 'setting.name': 'left out (there is no such parameter, and it is no setting.<n>.action, .id, .name or .value)' }],
    ['a token that walks up', tokens.status, { token: '..' }, { token: 'an id of 1 to 200 letters, digits, dashes and underscores' }],
  ])('%s', async (_title, operation, input, issues) => {
    expect(await refuse(operation, input)).toMatchObject(issues);
  });
});

describe('a server that does not do what it is asked', () => {
  test.each([
    ['a licence without this part', scans.launch, { scan_id: 7 }, { status: 412, json: { error: 'API is not available' } }, 'UnsupportedError'],
    ['the same without a word', scans.copy, { scan_id: 7 }, { status: 412 }, 'UnsupportedError'],
    ['a scan that runs', scans.delete, { scan_id: 7 }, { status: 409, json: { error: 'Can not delete an active scan' } }, 'UnsupportedError'],
    ['a lost log-in', scans.list, {}, { status: 401, json: { error: 'Invalid Credentials' } }, 'PermissionError'],
    ['a scan that is not there', scans.details, { scan_id: 7 }, { status: 404, json: { error: 'The requested file was not found.' } }, 'NotFoundError'],
    ['a parameter it does not like', scans.pause, { scan_id: 7 }, { status: 400, json: { error: "Invalid 'scan_id' field" } }, 'InvalidInputError'],
    ['a weak password of a user', users.changePassword, { user_id: 2, password: 'weak' }, { status: 400, json: { error: 'Password is too short' } }, 'PasswordComplexityError'],
    ['a weak password of one\'s own', session.changePassword, { password: 'weak', current_password: 'x' }, { status: 400, json: { error: 'The password must contain at least 8 characters' } }, 'PasswordComplexityError'],
    ['the present password wrong', session.changePassword, { password: 'weak', current_password: 'x' }, { status: 400, json: { error: 'The current password is wrong' } }, 'InvalidInputError'],
    ['no permission', users.list, {}, { status: 403, json: { error: 'You are not authorized to perform this request' } }, 'PermissionError'],
    ['a server that still loads', scans.list, {}, { status: 503, json: { status: 'loading' } }, 'RetryError'],
  ] as const)('%s', async (_title, operation, input, answer, tag) => {
    expect(await fail(operation, input, answer)).toBe(tag);
  });
});
