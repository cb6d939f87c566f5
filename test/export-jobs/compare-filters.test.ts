import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compareFilters } from '../../src/export-jobs/compare-filters.js';
import type { FilterComparison } from '../../src/export-jobs/compare-filters.js';

const day = new Date('2025-12-01T00:00:00.900Z');
const dayS = 1_764_547_200;

describe('filters that are asked for and those that a job tells', () => {
  test.each<readonly [FilterComparison, string, unknown, unknown]>([
    ['same', 'nothing and nothing', undefined, {}],
    ['same', 'null and nothing', null, {}],
    ['same', 'nothing and names that say nothing', {}, { since: 0, severity: [], plugin_type: '', network_id: null, tags: {}, vpr_score: { eq: [] } }],
    ['same', 'names that say nothing, on both sides', { severity: [], since: undefined, cidr_range: '' }, { since: 0 }],
    ['same', 'lists in another order', { severity: ['high', 'low'], plugin_id: [2, 10] }, { plugin_id: [10, 2], severity: ['low', 'high'] }],
    ['same', 'members in another order', { vpr_score: { gte: 7, neq: [8, 9] } }, { vpr_score: { neq: [9, 8], gte: 7, eq: [] } }],
    ['same', 'JSON text', { severity: ['high'] }, '{"severity":["high"],"since":0,"tags":{}}'],
    ['same', 'a date and its seconds', { since: day }, { since: dayS }],
    ['same', 'tags by category in an object of their own', { 'tag.Location': ['Bonn', 'Köln'] }, { tags: { Location: ['Köln', 'Bonn'] } }],
    ['same', 'states that are taken for granted', { severity: ['high'] }, { severity: ['high'], state: ['REOPENED', 'OPEN'] }],
    ['same', 'those states where they were asked for', { state: ['OPEN', 'REOPENED'] }, { state: ['OPEN', 'REOPENED'] }],
    ['same', 'a flag that is off', { is_deleted: false }, { is_deleted: false }],
    ['wider', 'a filter that nobody asked for', {}, { severity: ['high'] }],
    ['wider', 'a time that nobody asked for', { severity: ['high'] }, { severity: ['high'], since: dayS }],
    ['wider', 'states that nobody asked for', {}, { state: ['OPEN', 'REOPENED', 'FIXED'] }],
    ['wider', 'a tag that nobody asked for', {}, { tags: { Location: ['Bonn'] } }],
    ['wider', 'a flag that nobody asked for', {}, { is_deleted: false }],
    ['different', 'one that is missing', { severity: ['high'] }, {}],
    ['different', 'one with another value', { severity: ['high'] }, { severity: ['low'] }],
    ['different', 'one with more values', { severity: ['high'] }, { severity: ['high', 'low'] }],
    ['different', 'one with fewer values', { severity: ['high', 'low'] }, { severity: ['high'] }],
    ['different', 'a number and its text', { plugin_id: [7] }, { plugin_id: ['7'] }],
    ['different', 'times a second apart', { since: day }, { since: dayS + 1 }],
    ['different', 'a time that says nothing', { since: dayS }, { since: 0 }],
    ['different', 'a flag that is on and off', { is_deleted: true }, { is_deleted: false }],
    ['different', 'another bound', { vpr_score: { gte: 7 } }, { vpr_score: { gt: 7 } }],
    ['different', 'a tag of another value', { 'tag.Location': ['Bonn'] }, { tags: { Location: ['Berlin'] } }],
    ['different', 'a tag of another category', { 'tag.Location': ['Bonn'] }, { tags: { Site: ['Bonn'] } }],
    ['different', 'the states for granted and one of them', { state: ['OPEN'] }, { state: ['OPEN', 'REOPENED'] }],
    ['different', 'a job that tells nothing', {}, undefined],
    ['different', 'a job that tells null', {}, null],
    ['different', 'a job that tells null as text', {}, 'null'],
    ['different', 'text that is no JSON', {}, '{"severity":'],
    ['different', 'a list', {}, []],
    ['different', 'a number', {}, 7],
    ['different', 'what is asked for as a list', [], {}],
  ])('are %s: %s', (comparison, _title, asked, told) => {
    expect(compareFilters(asked, told)).toBe(comparison);
  });
});

/** JSON that can stand in a filter. */
const value = fc.oneof(fc.nat(), fc.string(), fc.boolean(), fc.array(fc.oneof(fc.nat(), fc.string())), fc.dictionary(fc.string(), fc.nat(), { maxKeys: 3 }));
const filters = fc.dictionary(fc.constantFrom('since', 'severity', 'vpr_score', 'plugin_id', 'zero_day', 'tag.Location'), value);

test('what is asked for is always the same as itself, also after a round trip as JSON text and in another order', () => {
  fc.assert(fc.property(filters, (asked) => {
    const turned = Object.fromEntries(Object.entries(asked).reverse());
    expect([compareFilters(asked, asked), compareFilters(asked, turned), compareFilters(asked, JSON.stringify(asked))]).toStrictEqual(['same', 'same', 'same']);
  }));
});

test('what a service adds to filters is never taken for the same, and what it drops is always different', () => {
  fc.assert(fc.property(filters, (asked) => {
    expect(compareFilters(asked, { ...asked, source: ['NESSUS'] })).toBe('wider');
    expect(compareFilters({ ...asked, source: ['NESSUS'] }, asked)).toBe('different');
  }));
});

test('JSON of any kind that a service tells is compared without a throw', () => {
  fc.assert(fc.property(filters, fc.oneof(fc.jsonValue(), fc.json(), fc.string()), (asked, told) => {
    expect(['same', 'wider', 'different']).toContain(compareFilters(asked, told));
  }));
});
