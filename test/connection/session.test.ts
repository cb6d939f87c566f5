import { describe, expect, test } from 'vitest';

import type { NessusClient, SessionConfig } from 'tenable-result';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedNessus, testLogIn } from '../support/scripted-products.js';
import type { Scripted } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { textsIn } from '../support/walk-values.js';

const logIn = (token: string): ScriptedAnswer => ({ json: { token } });
const folders = { json: { folders: [] } };
const lost = { status: 401, json: { error: 'Invalid Credentials' } };
const lines = { logIn: `POST /session ${JSON.stringify(testLogIn)}`, logOut: 'DELETE /session', folders: 'GET /folders' };

function createSession(answers: readonly ScriptedAnswer[], config: SessionConfig = {}): Scripted & { readonly nessus: NessusClient } {
  return createScriptedNessus(answers, { ...testLogIn, ...config });
}

const tokensSent = ({ requests }: Scripted): readonly (string | undefined)[] => requests.map(({ headers }) => headers['x-cookie']);

/** Lets everything go on until so many requests have been sent, and not a step further. */
async function untilSent({ requests }: Scripted, count: number): Promise<void> {
  for (let turn = 0; turn < 200 && requests.length < count; turn += 1) await Promise.resolve();
}

describe('the log-in', () => {
  test('comes with the first call, not before, and serves all that follow', async () => {
    const session = createSession([logIn('one'), folders, folders]);
    expect(session.requests).toHaveLength(0);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expect(session.lines()).toStrictEqual([lines.logIn, lines.folders, lines.folders]);
    expect(tokensSent(session)).toStrictEqual([undefined, 'token=one', 'token=one']);
  });

  test('is shared by calls that come at once', async () => {
    const session = createSession([logIn('one'), folders, folders, folders]);
    const all = await session.clock.settle(Promise.all([1, 2, 3].map(() => session.nessus.folders.list())));
    all.forEach(expectOk);
    expect(session.lines().filter((line) => line === lines.logIn)).toHaveLength(1);
  });

  test('that fails is told to all who wait for it, and is tried anew by the next call', async () => {
    const session = createSession([lost, logIn('one'), folders]);
    const all = await session.clock.settle(Promise.all([1, 2, 3].map(() => session.nessus.folders.list())));
    for (const one of all) expect(expectTag(one, 'PermissionError')).toMatchObject({ operation: 'session.logIn', reason: 'unauthenticated', detail: 'Invalid Credentials' });
    expectOk(await session.clock.settle(session.nessus.folders.list()));
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['no token', { json: {} }], ['an empty one', { json: { token: '' } }], ['one that cannot stand in a header', { json: { token: 'a\r\nb' } }],
    ['a token that is no text', { json: { token: 7 } }], ['no JSON', { pieces: ['<html>'] }], ['nothing', {}],
  ])('with %s in its answer is an APIError', async (_title, answer) => {
    const session = createSession([answer]);
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'APIError')).toMatchObject({ operation: 'session.logIn', reason: 'unexpected-body' });
  });

  test('refused in a way that the operation rules out is an UnknownError, as its type says', async () => {
    const session = createSession([{ status: 400, json: { error: 'no' } }]);
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'UnknownError')).toMatchObject({ operation: 'session.logIn', code: 400 });
  });

  test('that is to be tried again later is, by each call for itself, and told as an answer to it', async () => {
    const busy = { status: 503, json: { status: 'loading' } };
    const session = createSession([busy, busy, logIn('one'), folders], { retry: { maxRetries: 2, baseDelayMs: 100 } });
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expect(session.elapsedMs()).toBeGreaterThan(0);

    const never = createSession([busy], { retry: { maxRetries: 0 } });
    const all = await never.clock.settle(Promise.all([never.nessus.folders.list(), never.nessus.folders.list()]));
    for (const one of all) expect(expectTag(one, 'RetryError')).toMatchObject({ operation: 'folders.list', code: 503, response: { body: '{"status":"loading"}' } });
  });

  test('that is lost on its way leaves the call unsent, so that it is sent again whatever it does', async () => {
    const session = createSession([{ failure: 'reset' }, logIn('one'), { json: { scan_uuid: 'u' } }], { retry: { baseDelayMs: 100 } });
    expectOk(await session.clock.settle(session.nessus.scans.launch({ scan_id: 7 })));
    expect(session.lines()).toStrictEqual([lines.logIn, lines.logIn, 'POST /scans/7/launch {}']);

    const gone = createSession([{ failure: 'reset' }], { retry: { maxRetries: 0 } });
    expect(expectTag(await gone.clock.settle(gone.nessus.scans.launch({ scan_id: 7 })), 'ConnectionError')).toMatchObject({ reason: 'reset', delivery: 'not-sent' });
  });

  test('that is never answered ends after 30 seconds, and the next call tries anew', async () => {
    const session = createSession(['silence', logIn('one'), folders], { retry: { maxRetries: 0 } });
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'ConnectionError')).toMatchObject({ reason: 'timeout', delivery: 'not-sent' });
    expect(session.elapsedMs()).toBe(30_000);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expect(session.clock.pendingTimers()).toBe(0);
  });

  test('goes on for others where one of those who wait has no more time', async () => {
    const session = createSession(['silence'], { retry: { maxRetries: 0 } });
    const [hasty, patient] = await session.clock.settle(Promise.all([session.nessus.folders.list({}, { deadlineMs: 1000 }), session.nessus.folders.list()]));
    expect([expectErr(hasty), expectErr(patient)]).toMatchObject([{ reason: 'timeout', delivery: 'not-sent' }, { reason: 'timeout' }]);
  });
});

describe('a session that has ended at the server', () => {
  test('is a PermissionError where nobody asked for another', async () => {
    const session = createSession([logIn('one'), lost]);
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'PermissionError'))
      .toMatchObject({ operation: 'folders.list', reason: 'unauthenticated', response: { body: '{"error":"Invalid Credentials"}' } });
  });

  test('is replaced once, also for calls that find out together', async () => {
    const session = createSession([logIn('one'), lost, lost, logIn('two'), folders, folders], { reLogIn: true });
    const both = await session.clock.settle(Promise.all([session.nessus.folders.list(), session.nessus.folders.list()]));
    both.forEach(expectOk);
    expect(tokensSent(session)).toStrictEqual([undefined, 'token=one', 'token=one', undefined, 'token=two', 'token=two']);
  });

  test('is replaced once for each call: a second refusal is told', async () => {
    const session = createSession([logIn('one'), lost, logIn('two'), lost], { reLogIn: true });
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'PermissionError').operation).toBe('folders.list');
  });

  test('and cannot be replaced is told as the refusal of the log-in', async () => {
    const session = createSession([logIn('one'), lost, lost], { reLogIn: true });
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'PermissionError').operation).toBe('session.logIn');
  });

  test('is not what 403 says', async () => {
    const session = createSession([logIn('one'), { status: 403, json: { error: 'no' } }], { reLogIn: true });
    expect(expectTag(await session.clock.settle(session.nessus.folders.list()), 'PermissionError')).toMatchObject({ reason: 'forbidden', detail: 'no' });
  });
});

describe('the log-out', () => {
  const closed = { _tag: 'UnexpectedValueError', issues: [{ path: 'client', expected: 'a client that has not logged out' }] };

  test('ends the session at the server, with what proves it', async () => {
    const session = createSession([logIn('one'), folders, {}]);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expectOk(await session.clock.settle(session.nessus.logOut()));
    expect(session.lines().at(-1)).toBe(lines.logOut);
    expect(tokensSent(session).at(-1)).toBe('token=one');
  });

  test('sends nothing where there was no log-in, or no session', async () => {
    expectOk(await createSession([]).nessus.logOut());
    expectOk(await createScriptedNessus([]).nessus.logOut());
  });

  test('refuses the calls that come after it', async () => {
    const session = createSession([]);
    expectOk(await session.nessus.logOut());
    expect(expectErr(await session.clock.settle(session.nessus.folders.list()))).toMatchObject({ ...closed, operation: 'folders.list' });
  });

  test('waits for a log-in that is under way, ends what it opened, and lets nothing else through', async () => {
    const session = createSession([logIn('one'), {}]);
    const call = session.nessus.folders.list();
    await untilSent(session, 1);
    const [called, ended] = await session.clock.settle(Promise.all([call, session.nessus.logOut()]));
    expectOk(ended);
    expect(expectErr(called)).toMatchObject(closed);
    expect(session.lines()).toStrictEqual([lines.logIn, lines.logOut]);
  });

  test('has nothing to end where that log-in fails', async () => {
    const session = createSession([lost]);
    const call = session.nessus.folders.list();
    await untilSent(session, 1);
    const [called, ended] = await session.clock.settle(Promise.all([call, session.nessus.logOut()]));
    expect([called.isErr(), ended.isOk(), session.requests.length]).toStrictEqual([true, true, 1]);
  });

  test('happens once, however often it is asked for', async () => {
    const session = createSession([logIn('one'), folders, {}]);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    (await session.clock.settle(Promise.all([session.nessus.logOut(), session.nessus.logOut()]))).forEach(expectOk);
    expectOk(await session.clock.settle(session.nessus.logOut()));
  });

  test('that fails says so, and is tried again when it is asked for again', async () => {
    const session = createSession([logIn('one'), folders, { status: 500 }, { failure: 'reset' }, {}]);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expect(expectErr(await session.clock.settle(session.nessus.logOut()))).toMatchObject({ _tag: 'ServerError', operation: 'session.logOut' });
    expect(expectErr(await session.clock.settle(session.nessus.logOut())))
      .toMatchObject({ _tag: 'ConnectionError', operation: 'session.logOut', reason: 'reset', origin: 'https://localhost:8834', attempts: 1 });
    expectOk(await session.clock.settle(session.nessus.logOut()));
  });

  test('that is never answered ends after 30 seconds', async () => {
    const session = createSession([logIn('one'), folders, 'silence']);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expect(expectErr(await session.clock.settle(session.nessus.logOut()))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout', delivery: 'unknown' });
    expect([session.elapsedMs(), session.clock.pendingTimers()]).toStrictEqual([30_000, 0]);
  });

  test('of a session that has ended already is as good', async () => {
    const session = createSession([logIn('one'), folders, lost]);
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    expectOk(await session.clock.settle(session.nessus.logOut()));
  });

  test('is not undone by a call that finds its session lost', async () => {
    const session = createSession([logIn('one'), folders, lost, {}], { reLogIn: true });
    expectOk(await session.clock.settle(session.nessus.folders.list()));
    const call = session.nessus.folders.list();
    await untilSent(session, 3);
    const [called, ended] = await session.clock.settle(Promise.all([call, session.nessus.logOut()]));
    expectOk(ended);
    expect(expectErr(called)._tag).toBe('PermissionError');
  });
});

test('neither token nor password stand in an error, whatever the server echoes', async () => {
  const echo = { error: `token secret-token-1 of ${testLogIn.password}`, headers: { 'x-cookie': 'token=secret-token-1' } };
  const session = createSession([{ status: 400, json: echo }, logIn('secret-token-1'), { status: 500, json: echo }, { status: 500, json: echo }], { retry: { maxRetries: 0 } });
  const errors = [
    expectErr(await session.clock.settle(session.nessus.folders.edit({ folder_id: 1, name: 'x' }))),
    expectErr(await session.clock.settle(session.nessus.folders.list())),
    expectErr(await session.clock.settle(session.nessus.logOut())),
  ];
  expect(errors.map(({ _tag }) => _tag)).toStrictEqual(['InvalidInputError', 'ServerError', 'ServerError']);
  expect(textsIn(errors.slice(1)).filter(([, text]) => text.includes('secret-token-1'))).toStrictEqual([]);
  expect(textsIn(errors).filter(([, text]) => text.includes(testLogIn.password))).toStrictEqual([]);
});

test('whatever is asked for, all of it goes to one origin', async () => {
  const away = { status: 302, headers: { location: 'https://elsewhere.example.com/' } };
  const session = createSession([logIn('one'), away, away]);
  expect(expectErr(await session.clock.settle(session.nessus.folders.list()))._tag).toBe('UnknownError');
  expect(expectErr(await session.clock.settle(session.nessus.logOut()))._tag).toBe('UnknownError');
  expect(session.requests.every(({ url }) => url.startsWith('https://localhost:8834/'))).toBe(true);
});
