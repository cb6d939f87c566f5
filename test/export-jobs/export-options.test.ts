import { describe, expect, test } from 'vitest';

import { checkExportOptions, exportDefaults } from '../../src/export-jobs/export-options.js';
import type { ExportOptions } from '../../src/export-jobs/export-options.js';
import { createScriptedClient } from '../support/scripted-client.js';

describe('options of an export', () => {
  test('have the documented defaults', () => {
    expect(exportDefaults).toStrictEqual({ timeoutMs: 21_600_000, pollIntervalMs: 2_000, maxPollIntervalMs: 30_000 });
  });

  test.each([
    {}, { timeoutMs: undefined, signal: undefined, onProgress: undefined }, { timeoutMs: 1, pollIntervalMs: 0, maxPollIntervalMs: 0 },
    { signal: new AbortController().signal, onProgress: () => undefined },
  ])('are accepted: %j', (options) => {
    expect(checkExportOptions(options)).toStrictEqual([]);
  });

  test.each<readonly [unknown, string, string, string]>([
    [null, 'options', 'an object', 'null'],
    ['fast', 'options', 'an object', 'string'],
    [{ timeoutMs: 0 }, 'timeoutMs', 'a number of 1 or more', 'number'],
    [{ timeoutMs: Infinity }, 'timeoutMs', 'a number of 1 or more', 'number'],
    [{ timeoutMs: '1h' }, 'timeoutMs', 'a number of 1 or more', 'string'],
    [{ pollIntervalMs: -1 }, 'pollIntervalMs', 'a number of 0 or more', 'number'],
    [{ maxPollIntervalMs: NaN }, 'maxPollIntervalMs', 'a number of 0 or more', 'number'],
    [{ signal: {} }, 'signal', 'an AbortSignal', 'object'],
    [{ onProgress: 'log' }, 'onProgress', 'a function', 'string'],
  ])('are refused before a job is started: %j', async (options, path, expected, received) => {
    expect(checkExportOptions(options)).toStrictEqual([{ path, expected, received }]);
    const { clock, vm } = createScriptedClient([]);
    const results = [];
    for await (const result of vm.exports.vulns({}, options as ExportOptions)) results.push(result);
    expect(results).toMatchObject([{ error: { _tag: 'UnexpectedValueError', operation: 'vulnsExport.create', issues: [{ path, expected, received }] } }]);
    expect(clock.pendingTimers()).toBe(0);
  });
});
