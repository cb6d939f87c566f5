/** Each class of failure that a Security Center can cause, from the simulator through the real client. */
import { expect, test } from 'vitest';

import { faults, scFaults, scObjectIds } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../../support/expect-result.js';
import { call } from '../call-by-name.js';
import { openScLab } from './sc-lab.js';

const onScan = { path: '/scan/{id}' };

test.each<readonly [string, Fault, string, object]>([
  ['an envelope with a code', scFaults.envelopeError({ ...onScan, code: 143, message: 'No source.' }), 'APIError', { reason: 'error-code', errorCode: 143 }],
  ['an error inside a 200', scFaults.envelopeInside200(onScan), 'APIError', { reason: 'error-code', errorCode: 146 }],
  ['a session that has ended', scFaults.sessionExpired(onScan), 'PermissionError', { reason: 'unauthenticated' }],
  ['a caller that is not known', scFaults.unknownCaller(onScan), 'PermissionError', { reason: 'unauthenticated' }],
  ['an object that is not there', scFaults.missingObject(onScan), 'NotFoundError', {}],
  ['a bad filter', scFaults.badFilter(onScan), 'APIError', { errorCode: 146 }],
  ['a right that is missing', scFaults.noAccess(onScan), 'APIError', { errorCode: 146 }],
  ['an answer without an envelope', scFaults.noEnvelope(onScan), 'APIError', { reason: 'unexpected-body' }],
  ['a bad request', faults.invalidInput(onScan), 'InvalidInputError', {}],
  ['a page that is not there', faults.notFound(onScan), 'NotFoundError', {}],
  ['a server error', faults.serverError(onScan), 'ServerError', {}],
  ['a server that is away', faults.unavailable(onScan), 'RetryError', {}],
  ['a status that nobody expects', faults.teapot(onScan), 'UnknownError', {}],
  ['a connection that breaks', faults.reset(onScan), 'ConnectionError', { reason: 'reset' }],
  ['an answer that never comes', faults.hang(onScan), 'ConnectionError', { reason: 'timeout' }],
])('%s', async (_title, fault, tag, fields) => {
  const { sc, settle, simulator } = openScLab();
  simulator.script(fault);
  expect(expectErr(await settle(sc.scans.details({ id: 1 })))).toMatchObject({ _tag: tag, ...fields });
  expect(simulator.unusedFaults()).toStrictEqual([]);
});

test('a weak password, scripted', async () => {
  const { sc, settle, simulator } = openScLab();
  simulator.script(scFaults.weakPassword({ method: 'PATCH' }));
  expect(expectErr(await settle(sc.users.changePassword({ id: 2, password: 'Correct-Horse-9' })))).toMatchObject({ _tag: 'PasswordComplexityError' });
});

test.each<readonly [string, string, string, unknown, string, object]>([
  ['an object that is not there', 'admin', 'scans.details', { id: 99 }, 'NotFoundError', { response: { status: 403 } }],
  ['the deletion of an object that is not there', 'admin', 'policies.delete', { id: 1 }, 'NotFoundError', { response: { status: 403 } }],
  ['a reference to an object that is not there', 'admin', 'scans.create', { name: 'x', repository: { id: 99 } }, 'NotFoundError', {}],
  ['a filter that there is not', 'admin', 'analysis.query', { type: 'vuln', query: { tool: 'vulndetails', filters: [{ filterName: 'nonsense', operator: '=', value: '1' }] } }, 'APIError', { errorCode: 146 }],
  ['a tool that there is not', 'admin', 'analysis.query', { type: 'vuln', query: { tool: 'nonsense' } }, 'APIError', { errorCode: 146 }],
  ['a repository without the right for it', 'manager', 'repositories.delete', { id: 1 }, 'APIError', { errorCode: 146 }],
  ['the locale without the right for it', 'manager', 'system.locale', {}, 'APIError', { errorCode: 146 }],
  ['a change by an auditor', 'auditor', 'scans.delete', { id: 1 }, 'APIError', { errorCode: 146 }],
  ['a weak password', 'admin', 'users.changePassword', { id: 2, password: 'short' }, 'PasswordComplexityError', { response: { status: 403 } }],
  ['a present password that is wrong', 'manager', 'currentUser.changePassword', { password: 'Correct-Horse-9', currentPassword: 'wrong' }, 'APIError', { errorCode: 146 }],
  ['a user who is there already', 'admin', 'users.create', { username: 'manager', password: 'Correct-Horse-9', roleID: 2, authType: 'tns' }, 'APIError', { errorCode: 146 }],
  ['a weak password of a new user', 'admin', 'users.create', { username: 'new', password: 'weak', roleID: 2, authType: 'tns' }, 'APIError', { errorCode: 146 }],
  ["one's own deletion", 'admin', 'users.delete', { id: 1 }, 'APIError', { errorCode: 146 }],
  ['a pause of what does not run', 'admin', 'scanResults.pause', { id: scObjectIds.scanResult.completed }, 'APIError', { errorCode: 146 }],
  ['a download of what failed, in an envelope', 'admin', 'scanResults.download', { id: scObjectIds.scanResult.failed }, 'APIError', { response: { status: 403 }, errorCode: 146 }],
  ['a feed that there is not', 'admin', 'feeds.details', { type: 'nonsense' }, 'APIError', { errorCode: 146 }],
  ['a locked user', 'locked', 'currentUser.details', {}, 'PermissionError', { reason: 'unauthenticated' }],
])('%s', async (_title, username, id, input, tag, fields) => {
  const { actAs, settle } = openScLab();
  expect(await settle(call(actAs(username), id, input))).toMatchObject({ isOk: false, error: { _tag: tag, ...fields } });
});

test('a file that breaks off', async () => {
  const { sc, settle, simulator } = openScLab();
  simulator.script(faults.cutBody({ path: '/scanResult/{id}/download' }));
  const file = await settle(sc.scanResults.download({ id: scObjectIds.scanResult.completed }));
  const bytes = file.isOk() ? await settle(file.value.toBytes()) : file;
  expect(expectErr(bytes)).toMatchObject({ _tag: 'FileDownloadError' });
});

test('an e-mail that is lost is no error: the envelope says so in words', async () => {
  const { sc, settle, simulator } = openScLab();
  expectOk(await settle(sc.scanResults.email({ id: 1, email: ['a@nowhere.invalid'] })));
  const { headers, path } = simulator.requests().at(-1) ?? { headers: {}, path: '' };
  expect(simulator.handle({ method: 'POST', url: path, headers, body: '{"email":"a@nowhere.invalid"}' })).toMatchObject({
    status: 200, body: expect.stringMatching(/"error_code":0,"error_msg":"Scan Result email failed/) as unknown,
  });
});
