import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toVulnText, vulnFilters } from '../../../../src/simulator/vm/records/vulns.js';
import { toSelection } from '../../../../src/simulator/vm/selection.js';
import { expectOk } from '../../../support/expect-result.js';

interface Vuln {
  readonly severity: string;
  readonly state: string;
  readonly plugin: { readonly id: number };
  readonly output: string;
  readonly first_found: string;
  readonly last_found: string;
}

// what the simulator itself wrote
const toVuln = (number: number, recordBytes = 0): Vuln => JSON.parse(toVulnText(number, recordBytes)) as Vuln;

describe('the size of a record', () => {
  test('is what was asked for, to the byte, where that is more than it has', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 2_000, max: 20_000 }), (number, recordBytes) => {
      expect(new TextEncoder().encode(toVulnText(number, recordBytes))).toHaveLength(recordBytes);
    }));
  });

  test('changes nothing but the end of the output', () => {
    fc.assert(fc.property(fc.nat(10_000), fc.nat(5_000), (number, recordBytes) => {
      const { output, ...rest } = toVuln(number);
      const { output: filled, ...same } = toVuln(number, recordBytes);
      expect(same).toStrictEqual(rest);
      expect(filled.startsWith(output)).toBe(true);
    }));
  });

  test('is about a kilobyte by itself', () => {
    expect(toVulnText(0, 0).length).toBeGreaterThan(1_000);
    expect(toVulnText(0, 0)).toBe(toVulnText(0, 1_000));
  });
});

describe('filters', () => {
  const toUnixS = (iso: string): number => Date.parse(iso) / 1000;
  const timeS = fc.integer({ min: Date.UTC(2025, 8, 20) / 1000, max: Date.UTC(2026, 0, 2) / 1000 });
  const asked = fc.record({
    severity: fc.subarray(['info', 'low', 'medium', 'high', 'critical']),
    state: fc.subarray(['OPEN', 'reopened', 'FIXED']),
    plugin_id: fc.subarray([900_101, 900_103, 900_107, 1]),
    since: timeS,
    last_found: timeS,
    indexed_at: timeS,
    first_found: timeS,
  }, { requiredKeys: [] });

  test('select exactly the records whose members say so', () => {
    const all = Array.from({ length: 300 }, (_, number) => toVuln(number));
    const isIn = (wanted: readonly (number | string)[] | undefined, value: number | string): boolean =>
      wanted === undefined || wanted.length === 0 || wanted.some((one) => String(one).toUpperCase() === String(value).toUpperCase());
    fc.assert(fc.property(asked, (filters) => {
      const expected = all.flatMap((vuln, number) => {
        const lastFoundS = toUnixS(vuln.last_found);
        const holds = isIn(filters.severity, vuln.severity) && isIn(filters.state, vuln.state) && isIn(filters.plugin_id, vuln.plugin.id)
          && [filters.since, filters.last_found, filters.indexed_at].every((sinceS) => sinceS === undefined || lastFoundS >= sinceS)
          && (filters.first_found === undefined || toUnixS(vuln.first_found) >= filters.first_found);
        return holds ? [number] : [];
      });
      const { count, slice } = expectOk(toSelection({ filters }, all.length, vulnFilters));
      expect(slice(0, count)).toStrictEqual(expected);
    }));
  });

  test.each([
    [{ severity: ['high', 'critical'] }],
    [{ state: ['REOPENED'] }],
    [{ since: Date.UTC(2025, 11, 20) / 1000 }],
    [{ indexed_at: Date.UTC(2025, 11, 20) / 1000 }],
    [{ first_found: Date.UTC(2025, 9, 15) / 1000 }],
  ])('%j selects a part, neither nothing nor all', (filters) => {
    const { count } = expectOk(toSelection({ filters }, 200, vulnFilters));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(200);
  });
});
