import { describe, expect, test } from 'vitest';

import type { NessusSimulator } from 'tenable-result/simulator';

import { expectErr, expectOk, expectTag } from '../../../support/expect-result.js';
import { openNessusLab } from '../nessus-lab.js';

const countLogIns = ({ requests }: NessusSimulator): number => requests().filter(({ method, path }) => method === 'POST' && path === '/session').length;

describe('a session', () => {
  test('is opened by the first call, shared by all, and gone after the log-out', async () => {
    const { logIn, settle, simulator } = openNessusLab();
    const nessus = logIn('standard');
    const results = await settle(Promise.all([nessus.session.details(), nessus.scans.list(), nessus.folders.list()]));
    expect(results.map((result) => result.isOk())).toStrictEqual([true, true, true]);
    expect([countLogIns(simulator), simulator.sessions()]).toStrictEqual([1, 1]);
    expect(expectOk(await settle(nessus.session.details()))).toMatchObject({ username: 'standard', permissions: 32 });
    expectOk(await settle(nessus.logOut()));
    expect(simulator.sessions()).toBe(0);
    expectTag(await settle(nessus.session.details()), 'UnexpectedValueError');
  });

  test('that ends in the middle of 20 calls is replaced once', async () => {
    const { logIn, settle, simulator } = openNessusLab();
    const nessus = logIn('standard', { reLogIn: true });
    expectOk(await settle(nessus.session.details()));
    simulator.expireSessions();
    const results = await settle(Promise.all(Array.from({ length: 20 }, () => nessus.session.details())));
    expect(results.filter((result) => result.isOk())).toHaveLength(20);
    expect([countLogIns(simulator), simulator.sessions()]).toStrictEqual([2, 1]);
  });

  test('that ends is a PermissionError of each call where no new log-in was asked for', async () => {
    const { logIn, settle, simulator } = openNessusLab();
    const nessus = logIn('standard');
    expectOk(await settle(nessus.session.details()));
    simulator.expireSessions();
    const results = await settle(Promise.all(Array.from({ length: 20 }, () => nessus.session.details())));
    for (const result of results) expect(expectErr(result)).toMatchObject({ _tag: 'PermissionError', reason: 'unauthenticated', response: { status: 401 } });
    expect(countLogIns(simulator)).toBe(1);
  });

  test('ends when nobody uses it for half an hour', async () => {
    const { clock, logIn, settle, simulator } = openNessusLab();
    expectOk(await settle(logIn('standard').session.details()));
    await clock.advance(1_799_000);
    expect(simulator.sessions()).toBe(1);
    await clock.advance(1_000);
    expect(simulator.sessions()).toBe(0);
  });
});

describe('a log-in', () => {
  test.each(['somebody', 'standard'])('of %s with a wrong password is refused', async (username) => {
    const { logIn, settle } = openNessusLab();
    expect(expectTag(await settle(logIn(username, { username, password: 'wrong' }).session.details()), 'PermissionError')).toMatchObject({ reason: 'unauthenticated' });
  });

  test('with the wrong password locks the user out after the fifth', async () => {
    const { logIn, settle, simulator } = openNessusLab();
    for (let attempt = 1; attempt <= 5; attempt += 1) expectTag(await settle(logIn('standard', { password: 'wrong' }).session.details()), 'PermissionError');
    expect(expectTag(await settle(logIn('standard').session.details()), 'PermissionError').detail).toContain('locked out');
    expect(simulator.sessions()).toBe(0);
    expectOk(await settle(logIn('admin').session.details()));
  });

  test('with the right password begins the count anew', async () => {
    const { logIn, settle } = openNessusLab({ maxFailedLogIns: 2 });
    for (let round = 1; round <= 3; round += 1) {
      expectTag(await settle(logIn('standard', { password: 'wrong' }).session.details()), 'PermissionError');
      expectOk(await settle(logIn('standard').session.details()));
    }
  });
});
