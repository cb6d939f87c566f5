import { describe, expect, test } from 'vitest';

import { describeBytes, describeCount, describeDuration, describeMany, parseDuration, parseTime } from '../../src/cli/quantities.js';

test.each([[0, '0 B'], [999, '999 B'], [1000, '1.0 KB'], [5_123_456, '5.1 MB'], [2.5e9, '2.5 GB'], [9e15, '9000.0 TB']])('%d bytes are %s', (bytes, text) => {
  expect(describeBytes(bytes)).toBe(text);
});

test.each([[0, '0.0 s'], [1_540, '1.5 s'], [59_499, '59.5 s'], [59_960, '1 min 0 s'], [125_000, '2 min 5 s'], [12_000_000, '3 h 20 min']])('%d ms are %s', (durationMs, text) => {
  expect(describeDuration(durationMs)).toBe(text);
});

test('counts have commas, and their nouns a number', () => {
  expect([describeCount(1_234_567), describeMany(1, 'chunk'), describeMany(0, 'chunk'), describeMany(12_000, 'record')]).toStrictEqual(['1,234,567', '1 chunk', '0 chunks', '12,000 records']);
});

describe('a duration', () => {
  test.each([['90s', 90_000], ['30m', 1_800_000], ['6h', 21_600_000], ['30d', 2_592_000_000], ['2w', 1_209_600_000], ['0d', 0]])('%s is read', (text, durationMs) => {
    expect(parseDuration(text)).toBe(durationMs);
  });

  test.each(['', '30', 'd', '1.5h', '-3d', '3 d', '30D', '1234567d', '30days'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('a time', () => {
  const nowMs = Date.UTC(2026, 0, 31);

  test.each([['30d', Date.UTC(2026, 0, 1) / 1000], ['2026-01-30', Date.UTC(2026, 0, 30) / 1000], ['2026-01-30T12:00:00Z', Date.UTC(2026, 0, 30, 12) / 1000], ['1767225600', 1_767_225_600]])('%s is read as Unix seconds', (text, seconds) => {
    expect(parseTime(text, nowMs)).toBe(seconds);
  });

  test.each(['', 'yesterday', '2026', '31.01.2026', '2026-13-01', '12345', '1767225600000'])('%j is none', (text) => {
    expect(parseTime(text, nowMs)).toBeNull();
  });
});
