import { describe, expect, test } from 'vitest';

import { scFaults } from 'tenable-result/simulator';
import type { ScSimulator } from 'tenable-result/simulator';

import { expectErr, expectOk, expectTag } from '../../../support/expect-result.js';
import { openScLab } from '../sc-lab.js';

const countLogIns = ({ requests }: ScSimulator): number => requests().filter(({ method, path }) => method === 'POST' && path === '/rest/token').length;

describe('a session', () => {
  test('is opened by the first call, shared by all, and gone after the log-out', async () => {
    const { logIn, settle, simulator } = openScLab();
    const sc = logIn('manager');
    expect(simulator.sessions()).toBe(0);
    const users = await settle(Promise.all([sc.currentUser.details(), sc.currentUser.details(), sc.scans.list()]));
    expect(users.map((user) => user.isOk())).toStrictEqual([true, true, true]);
    expect([countLogIns(simulator), simulator.sessions()]).toStrictEqual([1, 1]);
    expectOk(await settle(sc.logOut()));
    expect(simulator.sessions()).toBe(0);
    expectTag(await settle(sc.currentUser.details()), 'UnexpectedValueError');
  });

  test('that ends in the middle of 20 calls is replaced once', async () => {
    const { logIn, settle, simulator } = openScLab();
    const sc = logIn('manager', { reLogIn: true });
    expectOk(await settle(sc.currentUser.details()));
    simulator.expireSessions();
    const results = await settle(Promise.all(Array.from({ length: 20 }, () => sc.currentUser.details())));
    expect(results.filter((result) => result.isOk())).toHaveLength(20);
    expect([countLogIns(simulator), simulator.sessions()]).toStrictEqual([2, 1]);
  });

  test('that ends is a PermissionError of each call where no new log-in was asked for', async () => {
    const { logIn, settle, simulator } = openScLab();
    const sc = logIn('manager');
    expectOk(await settle(sc.currentUser.details()));
    simulator.expireSessions();
    const results = await settle(Promise.all(Array.from({ length: 20 }, () => sc.currentUser.details())));
    for (const result of results) expect(expectErr(result)).toMatchObject({ _tag: 'PermissionError', reason: 'unauthenticated', response: { status: 403 } });
    expect(countLogIns(simulator)).toBe(1);
  });

  test('ends when nobody uses it for long enough', async () => {
    const { clock, logIn, settle, simulator } = openScLab({ sessionTimeoutS: 60 });
    const sc = logIn('manager');
    expectOk(await settle(sc.currentUser.details()));
    await clock.advance(59_000);
    expectOk(await settle(sc.currentUser.details()));
    await clock.advance(60_000);
    expect(simulator.sessions()).toBe(0);
    expectTag(await settle(sc.currentUser.details()), 'PermissionError');
    expectOk(await settle(sc.logOut()));
  });

  test('needs both of its halves', async () => {
    const { logIn, settle, simulator } = openScLab();
    expectOk(await settle(logIn('manager').currentUser.details()));
    const seen = simulator.requests().at(-1);
    const ask = (some: Readonly<Record<string, string | undefined>>): number => {
      const given = Object.fromEntries(Object.entries(some).filter((one): one is [string, string] => one[1] !== undefined));
      const answer = simulator.handle({ method: 'GET', url: seen?.path ?? '', headers: given });
      return answer._tag === 'Answer' ? answer.status : 0;
    };
    const [token, cookie] = [seen?.headers['x-securitycenter'], seen?.headers['cookie']];
    expect([ask({ 'x-securitycenter': token, cookie }), ask({ 'x-securitycenter': token }), ask({ cookie })]).toStrictEqual([200, 403, 403]);
  });
});

describe('too many sessions', () => {
  test('are refused, unless the log-in releases one', async () => {
    const { logIn, settle, simulator } = openScLab({ maxSessions: 1 });
    expectOk(await settle(logIn('manager').currentUser.details()));
    expect(expectTag(await settle(logIn('manager').currentUser.details()), 'APIError')).toMatchObject({ reason: 'unexpected-body', response: { status: 200 } });
    expectOk(await settle(logIn('manager', { releaseSession: true }).currentUser.details()));
    expect(simulator.sessions()).toBe(1);
  });

  test('can be scripted', async () => {
    const { logIn, settle, simulator } = openScLab();
    simulator.script(scFaults.tooManySessions());
    expectTag(await settle(logIn('manager').currentUser.details()), 'APIError');
    expect(simulator.unusedFaults()).toStrictEqual([]);
  });
});

describe('a log-in', () => {
  test.each([['somebody', 'x'], ['manager', 'wrong'], ['locked', null]])('of %s is refused', async (username, password) => {
    const { logIn, settle, simulator } = openScLab();
    const sc = logIn(username, { username, ...(password === null ? {} : { password }) });
    expectTag(await settle(sc.currentUser.details()), 'PermissionError');
    expect(simulator.sessions()).toBe(0);
  });

  test('with the wrong password locks the user after the fifth', async () => {
    const { logIn, settle } = openScLab();
    for (let attempt = 1; attempt <= 5; attempt += 1) expectTag(await settle(logIn('manager', { password: 'wrong' }).currentUser.details()), 'PermissionError');
    expectTag(await settle(logIn('manager').currentUser.details()), 'PermissionError');
  });
});
