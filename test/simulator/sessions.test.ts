import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createSessionStore } from '../../src/simulator/sessions.js';
import type { SessionStore } from '../../src/simulator/sessions.js';

const create = (): SessionStore => createSessionStore(60_000, (number) => ({ token: `token-${number}`, cookie: `cookie-${number}` }));

test('a session is open until nobody has used it for the time-out', () => {
  const sessions = create();
  const { token } = sessions.open('1', 0);
  expect([sessions.use(token, 59_999)?.owner, sessions.use(token, 119_998)?.owner, sessions.use(token, 179_998)]).toStrictEqual(['1', '1', undefined]);
  expect(sessions.count(179_998)).toBe(0);
});

test('a session that is closed is no longer there, and may be closed twice', () => {
  const sessions = create();
  const { token } = sessions.open('1', 0);
  sessions.close(token);
  sessions.close(token);
  expect([sessions.use(token, 0), sessions.count(0)]).toStrictEqual([undefined, 0]);
});

test('the sessions of a user come by their last use', () => {
  const sessions = create();
  const [first, second] = [sessions.open('1', 0), sessions.open('1', 10)];
  sessions.open('2', 20);
  sessions.use(first.token, 30);
  expect(sessions.openOf('1', 30)).toStrictEqual([second, first]);
});

test('as many are open as were opened and not closed', () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (opens) => {
    const sessions = create();
    const open: string[] = [];
    for (const isOpening of opens) {
      if (isOpening) open.push(sessions.open('1', 0).token);
      else sessions.close(open.shift() ?? 'none');
    }
    expect(sessions.count(0)).toBe(open.length);
    sessions.closeAll();
    expect(sessions.count(0)).toBe(0);
  }));
});
