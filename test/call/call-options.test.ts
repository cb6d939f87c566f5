import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkCallOptions } from '../../src/call/call-options.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectTag } from '../support/expect-result.js';

describe('options that are accepted', () => {
  test.each<readonly [string, unknown]>([
    ['none', undefined], ['an empty object', {}], ['values that are left out', { signal: undefined, deadlineMs: undefined, retry: undefined, headers: undefined }],
    ['all', { signal: new AbortController().signal, deadlineMs: 1, retry: { maxRetries: 0, baseDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: 0 }, headers: { 'x-a': 'b' } }],
    ['the largest', { deadlineMs: Number.MAX_SAFE_INTEGER, retry: { maxRetries: 100 } }],
  ])('%s', (_title, options) => {
    expect(checkCallOptions(options)).toStrictEqual([]);
  });
});

describe('options that are refused', () => {
  const positive = 'a number of 1 or more';
  const number = 'a number of 0 or more';
  test.each<readonly [unknown, string, string, string]>([
    [7, 'options', 'an object', 'number'],
    [null, 'options', 'an object', 'null'],
    [{ signal: {} }, 'signal', 'an AbortSignal', 'object'],
    [{ signal: null }, 'signal', 'an AbortSignal', 'null'],
    [{ deadlineMs: 0 }, 'deadlineMs', positive, 'number'],
    [{ deadlineMs: -1 }, 'deadlineMs', positive, 'number'],
    [{ deadlineMs: NaN }, 'deadlineMs', positive, 'NaN'],
    [{ deadlineMs: Infinity }, 'deadlineMs', positive, 'Infinity'],
    [{ deadlineMs: '100' }, 'deadlineMs', positive, 'string'],
    [{ retry: 3 }, 'retry', 'an object', 'number'],
    [{ retry: { maxRetries: -1 } }, 'retry.maxRetries', 'a number from 0 to 100', 'number'],
    [{ retry: { maxRetries: 101 } }, 'retry.maxRetries', 'a number from 0 to 100', 'number'],
    [{ retry: { baseDelayMs: NaN } }, 'retry.baseDelayMs', number, 'NaN'],
    [{ retry: { maxDelayMs: '1' } }, 'retry.maxDelayMs', number, 'string'],
    [{ retry: { maxRetryAfterMs: -0.1 } }, 'retry.maxRetryAfterMs', number, 'number'],
    [{ headers: { 'x-apikeys': 'CANARY' } }, 'headers.x-apikeys', 'left out (the client sets it)', 'string'],
  ])('%j', async (options, path, expected, received) => {
    expect(checkCallOptions(options)).toStrictEqual([{ path, expected, received }]);
    const { clock, vm } = createScriptedClient([]);
    const error = expectTag(await clock.settle(vm.session.details({}, options as object)), 'UnexpectedValueError');
    expect(error).toMatchObject({ operation: 'session.details', issues: [{ path, expected, received }] });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  test('are told all at once', () => {
    expect(checkCallOptions({ signal: 1, deadlineMs: 'x', retry: [], headers: [] }).map(({ path }) => path)).toStrictEqual(['signal', 'deadlineMs', 'retry', 'headers']);
  });

  test('are all that a clock or a socket could not take', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), fc.anything(), (deadlineMs, maxRetries, value) => {
      const paths = checkCallOptions({ deadlineMs, retry: { maxRetries }, headers: { 'x-a': value } }).map(({ path }) => path);
      expect(paths.includes('deadlineMs')).toBe(!(deadlineMs === undefined || (Number.isFinite(deadlineMs) && Number(deadlineMs) >= 1 && Number(deadlineMs) <= Number.MAX_SAFE_INTEGER)));
      expect(paths.includes('retry.maxRetries')).toBe(!(maxRetries === undefined || (Number.isFinite(maxRetries) && Number(maxRetries) >= 0 && Number(maxRetries) <= 100)));
    }));
  });
});

test('options are read once: what was checked is what is used', async () => {
  let reads = 0;
  const lying = {
    get deadlineMs(): number {
      reads += 1;
      return reads === 1 ? 50 : NaN;
    },
  };
  const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
  expect(expectErr(await clock.settle(vm.session.details({}, lying)))).toMatchObject({ reason: 'timeout' });
  expect([elapsedMs(), reads]).toStrictEqual([50, 1]);
});
