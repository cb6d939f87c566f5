/** Each class of failure that a Nessus can cause, from the simulator through the real client. */
import { expect, test } from 'vitest';

import { faults, nessusFaults, nessusScanIds } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';

import { expectErr, expectOk, expectTag } from '../../support/expect-result.js';
import { call } from '../call-by-name.js';
import { openNessusLab } from './nessus-lab.js';

test.each<readonly [string, Fault, string, object]>([
  ['an API that is switched off', nessusFaults.apiNotAvailable(), 'UnsupportedError', { response: { status: 412 }, detail: 'API is not available' }],
  ['an API that is switched off without a word', nessusFaults.apiNotAvailable({ isEmpty: true }), 'UnsupportedError', { response: { status: 412 } }],
  ['a server that loads', nessusFaults.loading(), 'RetryError', { response: { status: 503 } }],
  ['a session that has ended', nessusFaults.sessionExpired(), 'PermissionError', { reason: 'unauthenticated' }],
  ['a right that is missing', nessusFaults.notAuthorized(), 'PermissionError', { reason: 'forbidden' }],
  ['what is not there', nessusFaults.notFound(), 'NotFoundError', {}],
  ['a bad field', nessusFaults.invalidField({ field: 'uuid' }), 'InvalidInputError', { detail: "Invalid 'uuid' field" }],
  ['a server error', faults.serverError(), 'ServerError', {}],
  ['a status that nobody expects', faults.teapot(), 'UnknownError', {}],
  ['an empty body', faults.emptyBody(), 'APIError', { reason: 'empty-body' }],
  ['a connection that is closed without an answer', faults.reset(), 'ConnectionError', { reason: 'reset' }],
  ['an answer that never comes', faults.hang(), 'ConnectionError', { reason: 'timeout' }],
])('%s', async (_title, fault, tag, fields) => {
  const { nessus, settle, simulator } = openNessusLab();
  simulator.script(fault);
  expect(expectErr(await settle(nessus.scans.launch({ scan_id: nessusScanIds.completed })))).toMatchObject({ _tag: tag, ...fields });
  expect(simulator.unusedFaults()).toStrictEqual([]);
});

test('a weak password and an export of a running scan, scripted', async () => {
  const { nessus, settle, simulator } = openNessusLab();
  simulator.script(nessusFaults.weakPassword({ method: 'PUT' }));
  simulator.script(nessusFaults.scanIsRunning());
  expectTag(await settle(nessus.users.changePassword({ user_id: 2, password: 'x' })), 'PasswordComplexityError');
  expectTag(await settle(nessus.scans.exportRequest({ scan_id: nessusScanIds.completed, format: 'csv' })), 'UnsupportedError');
  expect(simulator.unusedFaults()).toStrictEqual([]);
});

test.each<readonly [string, string, string, unknown, string, object]>([
  ['a scan that is not there', 'admin', 'scans.details', { scan_id: 99 }, 'NotFoundError', { response: { status: 404 } }],
  ['a run that is not there', 'admin', 'scans.details', { scan_id: nessusScanIds.completed, history_id: 1 }, 'NotFoundError', {}],
  ['a template that is not there', 'admin', 'scans.create', { uuid: 'x', settings: { name: 'x' } }, 'InvalidInputError', {}],
  ['a launch by a basic user', 'basic', 'scans.launch', { scan_id: nessusScanIds.completed }, 'PermissionError', { reason: 'forbidden' }],
  ['a new user by somebody else than an administrator', 'standard', 'users.create', { username: 'x', password: 'x', permissions: 16 }, 'PermissionError', { reason: 'forbidden' }],
  ['a user who is there already', 'admin', 'users.create', { username: 'basic', password: 'x', permissions: 16 }, 'UnsupportedError', {}],
  ["one's own deletion", 'admin', 'users.delete', { user_id: 1 }, 'UnsupportedError', {}],
  ['a present password that is wrong', 'basic', 'session.changePassword', { password: 'x', current_password: 'wrong' }, 'InvalidInputError', {}],
  ['a folder that cannot be changed', 'admin', 'folders.delete', { folder_id: 3 }, 'PermissionError', {}],
  ['an export of a scan that never ran', 'admin', 'scans.exportRequest', { scan_id: nessusScanIds.neverRun, format: 'csv' }, 'NotFoundError', {}],
  ['a pause of what does not run', 'admin', 'scans.pause', { scan_id: nessusScanIds.completed }, 'UnsupportedError', {}],
  ['a file that is not there', 'admin', 'tokens.download', { token: 'x' }, 'NotFoundError', {}],
])('%s', async (_title, username, id, input, tag, fields) => {
  const { actAs, settle } = openNessusLab();
  expect(await settle(call(actAs(username), id, input))).toMatchObject({ isOk: false, error: { _tag: tag, ...fields } });
});

test('what an edition without the API for scans refuses, and what it does not', async () => {
  const { logIn, nessus, settle } = openNessusLab({ edition: 'professional' });
  const scan = { scan_id: nessusScanIds.completed };
  const refused = await settle(Promise.all([nessus.scans.launch(scan), nessus.scans.copy(scan), nessus.scans.configure(scan), logIn('admin').scans.launch(scan)]));
  for (const result of refused) expect(expectTag(result, 'UnsupportedError')).toMatchObject({ detail: 'API is not available' });
  expectOk(await settle(nessus.scans.exportRequest({ ...scan, format: 'csv' })));
  expectTag(await settle(nessus.agents.list().toPage()), 'NotFoundError');
});

test.each(['essentials', 'expert', 'professional'] as const)('the refusal of a Nessus %s is one where its body is cut off, too', async (edition) => {
  const { nessus, settle, simulator } = openNessusLab({ edition });
  simulator.script(faults.cutBody({ path: '/scans/{scan_id}/launch', afterBytes: 0 }));
  expect(expectTag(await settle(nessus.scans.launch({ scan_id: nessusScanIds.completed })), 'UnsupportedError').response).toMatchObject({ status: 412, body: '' });
});

test('a weak password is refused where the server holds passwords to its rule', async () => {
  const strict = openNessusLab({ hasPasswordComplexity: true });
  expectTag(await strict.settle(strict.nessus.users.changePassword({ user_id: 2, password: 'short' })), 'PasswordComplexityError');
  const lax = openNessusLab();
  expectOk(await lax.settle(lax.nessus.users.changePassword({ user_id: 2, password: 'short' })));
});
