import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import { checkExportOptions, drainConcurrency, exportDefaults, readExportOptions, withExportDefaults } from '../../src/export-jobs/export-options.js';
import type { ExportOptions } from '../../src/export-jobs/export-options.js';
import { createScriptedClient } from '../support/scripted-client.js';

describe('options of an export', () => {
  test('have the documented defaults', () => {
    expect(exportDefaults).toStrictEqual({
      timeoutMs: 21_600_000, pollIntervalMs: 2_000, maxPollIntervalMs: 30_000, concurrency: 1, onEarlyEnd: 'cancel', onDuplicate: 'adopt',
    });
    expect(drainConcurrency).toBe(4);
  });

  test('have defaults for just what they leave out or leave undefined', () => {
    const given: ExportOptions = { timeoutMs: 5, concurrency: undefined, onEarlyEnd: 'detach' };
    expect(withExportDefaults(given, exportDefaults)).toStrictEqual({ ...exportDefaults, timeoutMs: 5, onEarlyEnd: 'detach' });
  });

  test('are read once: what is checked is what is used', () => {
    let reads = 0;
    const given = { get concurrency(): number { return (reads += 1) === 1 ? 3 : 1000; } };
    const read = readExportOptions(given);
    expect([checkExportOptions(read), read.concurrency, read.concurrency, reads]).toStrictEqual([[], 3, 3, 1]);
  });

  test.each([
    {}, { timeoutMs: undefined, signal: undefined, onProgress: undefined }, { timeoutMs: 1, pollIntervalMs: 0, maxPollIntervalMs: 0 },
    { signal: new AbortController().signal, onProgress: () => undefined }, { concurrency: 1, onEarlyEnd: 'cancel', onDuplicate: 'adopt' },
    { concurrency: 32, onEarlyEnd: 'detach', onDuplicate: 'error' }, { concurrency: undefined, onEarlyEnd: undefined, onDuplicate: undefined },
  ])('are accepted: %j', (options) => {
    expect(checkExportOptions(options)).toStrictEqual([]);
  });

  test.each<readonly [unknown, string, string, string]>([
    [null, 'options', 'an object', 'null'],
    ['fast', 'options', 'an object', 'string'],
    [{ timeoutMs: 0 }, 'timeoutMs', 'a number of 1 or more', 'number'],
    [{ timeoutMs: Infinity }, 'timeoutMs', 'a number of 1 or more', 'Infinity'],
    [{ timeoutMs: '1h' }, 'timeoutMs', 'a number of 1 or more', 'string'],
    [{ pollIntervalMs: -1 }, 'pollIntervalMs', 'a number of 0 or more', 'number'],
    [{ maxPollIntervalMs: NaN }, 'maxPollIntervalMs', 'a number of 0 or more', 'NaN'],
    [{ concurrency: 0 }, 'concurrency', 'a whole number from 1 to 32', 'number'],
    [{ concurrency: 33 }, 'concurrency', 'a whole number from 1 to 32', 'number'],
    [{ concurrency: 1.5 }, 'concurrency', 'a whole number from 1 to 32', 'number'],
    [{ concurrency: NaN }, 'concurrency', 'a whole number from 1 to 32', 'NaN'],
    [{ concurrency: '4' }, 'concurrency', 'a whole number from 1 to 32', 'string'],
    [{ concurrency: null }, 'concurrency', 'a whole number from 1 to 32', 'null'],
    [{ onEarlyEnd: 'stop' }, 'onEarlyEnd', 'cancel | detach', 'string'],
    [{ onEarlyEnd: true }, 'onEarlyEnd', 'cancel | detach', 'boolean'],
    [{ onDuplicate: 'Adopt' }, 'onDuplicate', 'adopt | error', 'string'],
    [{ onDuplicate: null }, 'onDuplicate', 'adopt | error', 'null'],
    [{ signal: {} }, 'signal', 'an AbortSignal', 'object'],
    [{ onProgress: 'log' }, 'onProgress', 'a function', 'string'],
  ])('are refused before a job is started: %j', async (options, path, expected, received) => {
    expect(checkExportOptions(options)).toStrictEqual([{ path, expected, received }]);
    const { clock, vm } = createScriptedClient([]);
    const results = [];
    for await (const result of vm.exports.vulns({}, options as ExportOptions)) results.push(result);
    const refusal = { error: { _tag: 'UnexpectedValueError', operation: 'vulnsExport.create', issues: [{ path, expected, received }] } };
    expect(results).toMatchObject([refusal]);
    expect(await vm.exports.vulns({}, options as ExportOptions).forEachChunk(() => ok(undefined))).toMatchObject(refusal);
    expect(await vm.exports.vulns({}, options as ExportOptions).toNdjson(() => ok(undefined))).toMatchObject(refusal);
    expect(clock.pendingTimers()).toBe(0);
  });
});
