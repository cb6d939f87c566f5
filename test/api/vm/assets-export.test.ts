import { describe, expect, test } from 'vitest';

import type { AssetFilters } from '../../../src/api/vm/parts/asset-filters.js';
import { create as createV1 } from '../../../src/api/vm/assets-export.js';
import { create as createV2 } from '../../../src/api/vm/assets-v2-export.js';
import type { AssetsV2Filters } from '../../../src/api/vm/assets-v2-export.js';
import { refusedFor, sentFor } from './create-export.js';

/** Each filter that both forms have. */
const common: { readonly [Name in keyof AssetFilters]-?: NonNullable<AssetFilters[Name]> } = {
  created_at: 1, updated_at: 2, terminated_at: 3, deleted_at: 0, first_scan_time: 5, last_authenticated_scan_time: 6, last_assessed: 7,
  is_terminated: true, is_deleted: false, is_licensed: true, has_plugin_results: false, servicenow_sysid: true,
  last_scan_id: '00283024-afee-44ea-b467-db5a6ed9fd50ab8f7ecb158c480e',
  network_id: '00000000-0000-0000-0000-000000000000',
  sources: ['NESSUS_SCAN', 'of ours'],
};

describe.each([['assetsExport', createV1], ['assetsV2Export', createV2]] as const)('%s', (_area, create) => {
  test.each(Object.entries(common))('sends %s as it is given', async (name, value) => {
    expect(await sentFor(create, { chunk_size: 100, filters: { [name]: value } })).toStrictEqual({ chunk_size: 100, filters: { [name]: value } });
  });

  test.each(Object.entries(common).filter(([, value]) => typeof value === 'number'))('takes a Date for %s', async (name) => {
    const filters = { [name]: new Date('2026-01-02T03:04:05.999Z') };
    expect(await sentFor(create, { chunk_size: 100, filters })).toMatchObject({ filters: { [name]: 1_767_323_045 } });
  });

  test('sends chunks of open ports and tags of clouds', async () => {
    const input = { chunk_size: 1000, include_open_ports: true, include_resource_tags: true };
    expect(await sentFor(create, input)).toStrictEqual(input);
    expect(await sentFor(create, { chunk_size: 10_000, include_resource_tags: false })).toStrictEqual({ chunk_size: 10_000, include_resource_tags: false });
  });

  test.each<readonly [string, object, Readonly<Record<string, string>>]>([
    ['no size of chunks', {}, { chunk_size: 'given' }],
    ['small chunks', { chunk_size: 99 }, { chunk_size: '100 or more' }],
    ['large chunks', { chunk_size: 10_001 }, { chunk_size: '10000 or less' }],
    ['large chunks with tags of clouds', { chunk_size: 1001, include_resource_tags: true }, { chunk_size: 'at most 1000 with include_resource_tags' }],
    ['that beside a bad filter', { chunk_size: 1001, include_resource_tags: true, filters: { is_deleted: 1 } }, {
      'filters.is_deleted': 'boolean', chunk_size: 'at most 1000 with include_resource_tags',
    }],
    ['milliseconds', { chunk_size: 100, filters: { updated_at: 1_767_225_600_000 } }, { 'filters.updated_at': 'Unix time in seconds or a Date (this looks like milliseconds)' }],
    ['a flag in words', { chunk_size: 100, filters: { servicenow_sysid: 'x' } }, { 'filters.servicenow_sysid': 'boolean' }],
    ['one source for a list', { chunk_size: 100, filters: { sources: 'AWS' } }, { 'filters.sources': 'Array' }],
  ])('refuses %s', async (_title, input, breaches) => {
    const issues = await refusedFor(create, input);
    expect(Object.fromEntries(issues.map(({ expected, path }) => [path, expected]))).toStrictEqual(breaches);
  });
});

describe('what only one form has', () => {
  const v2: Required<Pick<AssetsV2Filters, 'since' | 'types'>> = { since: 1, types: ['host', 'webapp'] };
  test.each(Object.entries(v2))('%s is of the second', async (name, value) => {
    const input = { chunk_size: 100, filters: { [name]: value } };
    expect(await sentFor(createV2, input)).toStrictEqual(input);
    expect(await refusedFor(createV1, input)).toMatchObject([{ path: `filters.${name}`, expected: 'left out (there is no such parameter, and it is no tag.<Category>)' }]);
  });

  test('filters by tag are of the first', async () => {
    const input = { chunk_size: 100, filters: { 'tag.Location': ['Berlin'] } };
    expect(await sentFor(createV1, input)).toStrictEqual(input);
    expect(await refusedFor(createV2, input)).toMatchObject([{ path: 'filters.tag.Location', expected: 'left out (there is no such parameter)' }]);
  });

  test('other types of assets are of neither', async () => {
    expect(await refusedFor(createV2, { chunk_size: 100, filters: { types: ['cloud'] } })).toMatchObject([{ path: 'filters.types[0]', expected: '("host" | "webapp")' }]);
  });
});
