import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { areSameTimes, copyInput, readTimes, toDefaultLabel, toFromMs } from '../../src/node/export-window.js';

const dayMs = 86_400_000;
const toMs = Date.UTC(2026, 0, 31);

describe('the times of an input', () => {
  test('are its time filters, as dates or Unix seconds', () => {
    const filters = { since: new Date(toMs), last_found: 1_767_225_600, severity: ['high'], plugin_id: [19_506], 'tag.since': ['x'] };
    expect(readTimes({ filters })).toStrictEqual({ since: toMs, last_found: 1_767_225_600_000 });
  });

  test('are none where there are none, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (input) => {
      expect(Object.values(readTimes(input)).every((ms) => Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
      expect(typeof toDefaultLabel(input, undefined)).toBe('string');
    }));
    expect(readTimes({ filters: { since: 'yesterday' } })).toStrictEqual({});
  });

  test('are left out of what an export is called: since yesterday is the same export tomorrow', () => {
    const label = (since: unknown, severity = 'high'): string => toDefaultLabel({ filters: { since, severity: [severity] }, num_assets: 50 }, 'head');
    expect(label(new Date(toMs))).toBe(label(new Date(toMs + dayMs)));
    expect(label(1_767_225_600)).toBe(label(new Date(toMs)));
    expect(label(new Date(toMs), 'low')).not.toBe(label(new Date(toMs)));
    expect(label(undefined)).not.toBe(label(new Date(toMs)));
  });

  test('are the same when the export was asked for less than a day later', () => {
    expect(areSameTimes([toMs], [toMs + dayMs - 1])).toBe(true);
    expect(areSameTimes([toMs], [toMs + dayMs])).toBe(false);
    expect(areSameTimes([toMs], [])).toBe(false);
    expect(areSameTimes([], [])).toBe(true);
  });
});

describe('what a file covers', () => {
  test('begins with the latest time that was asked for', () => {
    expect(toFromMs({ filters: { since: new Date(toMs - dayMs) } }, 'vulns', toMs)).toBe(toMs - dayMs);
    expect(toFromMs({ filters: { first_found: 5_000, last_found: 9_000, state: ['OPEN'] } }, 'vulns', toMs)).toBe(9_000_000);
    expect(toFromMs({ filters: { updated_at: 5_000 } }, 'assets', toMs)).toBe(5_000_000);
  });

  test.each([['vulns', toMs - 30 * dayMs], ['was', toMs - 30 * dayMs], ['assets', null], ['assets-v2', null], ['compliance', null]] as const)('without one begins, for %s, with %s', (kind, fromMs) => {
    expect(toFromMs({}, kind, toMs)).toBe(fromMs);
    expect(toFromMs(undefined, kind, toMs)).toBe(fromMs);
  });

  test('has no beginning where everything was asked for', () => {
    expect(toFromMs({ filters: { since: 1 } }, 'vulns', toMs)).toBeNull();
  });
});

test('an input is copied, its dates as dates; what is none is left to the call', () => {
  const input = { filters: { since: new Date(toMs), severity: ['high'] } };
  const copy = copyInput(input);
  input.filters.severity.push('low');
  input.filters.since.setTime(0);
  expect(copy).toStrictEqual({ filters: { since: new Date(toMs), severity: ['high'] } });
  const strange = { filters: (): void => undefined };
  expect(copyInput(strange)).toBe(strange);
});
