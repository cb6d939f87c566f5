import { expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/connection-error.js';
import type { ConnectionFailure } from '../../src/errors/connection-error.js';

const reasons: readonly ConnectionFailure[] = [
  'dns', 'refused', 'reset', 'tls', 'timeout', 'aborted', 'protocol', 'not-tenable', 'unsupported-version', 'other',
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
