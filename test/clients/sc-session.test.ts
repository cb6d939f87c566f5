import { describe, expect, test } from 'vitest';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedSc, inEnvelope, testLogIn } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const withCookie = (answer: ScriptedAnswer, cookie: string): ScriptedAnswer => ({ ...Object(answer) as object, headers: { 'set-cookie': cookie } }); // each is an object
const cookie = 'TNS_SESSIONID=abc123; path=/; Secure; HttpOnly';
const logIn = withCookie(inEnvelope({ token: 123_456_789 }), cookie);
const status = inEnvelope({ jobd: 'Running' });
const lost = inEnvelope('', { status: 403, code: 12, message: 'This request contains an invalid token.\n' });

describe('a session of Security Center', () => {
  test('is proved by its token and by the cookie, which are kept for all calls', async () => {
    const { clock, lines, requests, sc } = createScriptedSc([logIn, status, status, inEnvelope('')], testLogIn);
    expectOk(await clock.settle(sc.status.details()));
    expectOk(await clock.settle(sc.status.details()));
    expectOk(await clock.settle(sc.logOut()));
    expect(lines()).toStrictEqual([`POST /rest/token ${JSON.stringify(testLogIn)}`, 'GET /rest/status', 'GET /rest/status', 'DELETE /rest/token']);
    for (const { headers } of requests.slice(1)) expect(headers).toMatchObject({ 'x-securitycenter': '123456789', cookie: 'TNS_SESSIONID=abc123' });
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
  });

  test.each([
    ['among others', `lang=en; path=/, ${cookie}, other=1`, 'abc123'],
    ['the second of its name', `TNS_SESSIONID=old; path=/, ${cookie}`, 'abc123'],
    ['in other letters', 'tns_sessionid=abc123', 'abc123'],
    ['inside of another name', 'X_TNS_SESSIONID=abc123', undefined],
    ['missing', 'a=b', undefined],
  ])('finds the cookie %s', async (_title, given, value) => {
    const { clock, requests, sc } = createScriptedSc([withCookie(inEnvelope({ token: 'text' }), given), status], testLogIn);
    expectOk(await clock.settle(sc.status.details()));
    expect(requests[1]?.headers['cookie']).toBe(value === undefined ? undefined : `TNS_SESSIONID=${value}`);
    expect(requests[1]?.headers['x-securitycenter']).toBe('text');
  });

  test('is not opened where there are too many, unless another may be ended', async () => {
    const full = createScriptedSc([inEnvelope({ releaseSession: true })], testLogIn);
    expect(expectTag(await full.clock.settle(full.sc.status.details()), 'APIError')).toMatchObject({ operation: 'session.logIn', reason: 'unexpected-body' });
    const released = createScriptedSc([logIn, status], { ...testLogIn, releaseSession: true });
    expectOk(await released.clock.settle(released.sc.status.details()));
    expect(released.lines()[0]).toBe(`POST /rest/token ${JSON.stringify({ ...testLogIn, releaseSession: true })}`);
  });

  test('that is refused says with which code', async () => {
    const { clock, sc } = createScriptedSc([inEnvelope('', { status: 403, code: 143, message: 'Invalid login credentials' })], testLogIn);
    expect(expectTag(await clock.settle(sc.status.details()), 'APIError')).toMatchObject({ operation: 'session.logIn', errorCode: 143, detail: 'Invalid login credentials' });
  });

  test('that has ended is replaced where that was asked for, and told otherwise', async () => {
    const asked = createScriptedSc([logIn, lost, logIn, status], { ...testLogIn, reLogIn: true });
    expectOk(await asked.clock.settle(asked.sc.status.details()));
    const plain = createScriptedSc([logIn, lost], testLogIn);
    expect(expectTag(await plain.clock.settle(plain.sc.status.details()), 'PermissionError')).toMatchObject({ operation: 'status.details', reason: 'unauthenticated' });
  });

  test('is not thought lost for another code', async () => {
    const { clock, sc } = createScriptedSc([logIn, inEnvelope('', { status: 403, code: 147, message: 'gone' })], { ...testLogIn, reLogIn: true });
    expect(expectErr(await clock.settle(sc.users.details({ id: 7 })))._tag).toBe('NotFoundError');
  });
});

describe('a session by client certificate', () => {
  const tls = { cert: 'certificate', key: 'key' };

  test('takes the token that older versions give with their description', async () => {
    const { clock, lines, requests, sc } = createScriptedSc([logIn, status, inEnvelope('')], { tls });
    expectOk(await clock.settle(sc.status.details()));
    expectOk(await clock.settle(sc.logOut()));
    expect(lines()).toStrictEqual(['GET /rest/system', 'GET /rest/status', 'DELETE /rest/token']);
    expect(requests[1]?.headers).toMatchObject({ 'x-securitycenter': '123456789', cookie: 'TNS_SESSIONID=abc123' });
  });

  test('does without where newer ones give none', async () => {
    const { clock, requests, sc } = createScriptedSc([withCookie(inEnvelope({ version: '6.5.1' }), cookie), status], { tls });
    expectOk(await clock.settle(sc.status.details()));
    expect(requests[1]?.headers).not.toHaveProperty('x-securitycenter');
  });

  test('is none where another product answers', async () => {
    const { clock, sc } = createScriptedSc([{ pieces: ['<html>'] }], { tls });
    expect(expectTag(await clock.settle(sc.status.details()), 'APIError').operation).toBe('session.logIn');
  });
});
