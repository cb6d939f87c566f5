import { expect, test } from 'vitest';

import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import type { ConnectionFailure } from '../../../src/errors/model/connection-error.js';

const reasons: readonly ConnectionFailure[] = [
  'dns', 'refused', 'reset', 'tls', 'timeout', 'aborted', 'protocol', 'not-tenable', 'unsupported-version', 'proxy', 'transport', 'other',
];

test('has a sentence of its own for each reason', () => {
  const messages = reasons.map((reason) => ConnectionError({ reason, delivery: 'not-sent' }).message);
  expect(new Set(messages).size).toBe(reasons.length);
  expect(messages[0]).toBe('The request got no usable answer because the host name does not resolve.');
});

test('names the last answer that came before time ran out', () => {
  const attempt = { reason: null, waitedMs: 0, uuid: '' };
  const { message } = ConnectionError({
    operation: 'scans.list', reason: 'timeout', delivery: 'unknown',
    attemptLog: [{ ...attempt, status: 429 }, { ...attempt, status: 503 }, { ...attempt, status: null, reason: 'reset' }],
  });
  expect(message).toBe('scans.list got no usable answer because the time allowed for the call ran out; the last answer was HTTP 503.');
});

test('counts no attempt and knows no origin unless told', () => {
  expect(ConnectionError({ reason: 'aborted', delivery: 'not-sent' })).toMatchObject({ attempts: 0, origin: '', attemptLog: [] });
});

test('takes words of a newer version as other and unknown', () => {
  const newer = { reason: 'quic', delivery: 'half' } as unknown as Parameters<typeof ConnectionError>[0];
  expect(ConnectionError(newer)).toMatchObject({ reason: 'other', delivery: 'unknown' });
});

test('names a proxy that refuses with its status, and says of every other failure whether it was at the proxy', () => {
  const proxy = { origin: 'http://proxy.example:3128', status: 407 };
  expect(ConnectionError({ reason: 'proxy', delivery: 'not-sent', proxy }).message)
    .toBe('The request got no usable answer because the proxy http://proxy.example:3128 refused to connect with HTTP 407.');
  expect(ConnectionError({ reason: 'refused', delivery: 'not-sent', proxy: { ...proxy, status: null } }).message)
    .toBe('The request got no usable answer because of the proxy http://proxy.example:3128: the host refused the connection.');
});

test('says the code of the platform where its reason says nothing', () => {
  const cause = { name: 'Error', code: 'EMFILE', message: 'too many open files' };
  expect(ConnectionError({ reason: 'other', delivery: 'not-sent', cause }).message).toBe('The request got no usable answer because the network failed (EMFILE).');
  expect(ConnectionError({ reason: 'other', delivery: 'not-sent', cause: { ...cause, code: 'no code\u001b[2J' } }).message)
    .toBe('The request got no usable answer because the network failed.');
});
