import { expect, test } from 'vitest';

import { attemptLogField, maxLoggedAttempts } from '../../../src/errors/model/attempt-log.js';

const answered = { status: 503, reason: null, waitedMs: 1500, uuid: 'a1' };
const failed = { status: null, reason: 'reset', waitedMs: 0, uuid: '' };

test('keeps attempts in their order, answered ones and failed ones', () => {
  expect(attemptLogField.keep([failed, answered])).toStrictEqual([failed, answered]);
});

test('keeps the first attempts where there are too many', () => {
  const log = Array.from({ length: maxLoggedAttempts + 5 }, (_, waitedMs) => ({ ...answered, waitedMs }));
  expect(attemptLogField.keep(log)).toStrictEqual(log.slice(0, maxLoggedAttempts));
});

test('says which attempt is not one', () => {
  expect(attemptLogField.misfit([answered, { ...failed, reason: 7 }], 'attemptLog')).toStrictEqual({
    path: 'attemptLog[1].reason', expected: 'string',
  });
});
