import { describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

import { standardColumns } from '../../src/cli/csv-columns.js';
import { toColumnNames } from '../../src/cli/record-members.js';
import { isRecord } from '../../src/internal/is-record.js';
import { expectOk } from '../support/expect-result.js';

const { accessKey, secretKey, transport } = createSimulator({ pollsUntilReady: 1, vulns: 400 });
const { exports } = expectOk(createVmClient({ accessKey, secretKey, transport }));

/** Paths of all members of a record; what is inside of lists has none. */
const pathsOf = (value: unknown, path: string): readonly string[] =>
  [...(path === '' ? [] : [path]), ...(isRecord(value) ? Object.entries(value).flatMap(([name, member]) => pathsOf(member, path === '' ? name : `${path}.${name}`)) : [])];

describe('the names of members', () => {
  test('are paths, those of what is around them included', () => {
    expect(toColumnNames('assets')).toStrictEqual(expect.arrayContaining(['id', 'ratings', 'ratings.acr', 'ratings.acr.score', 'updated_at']));
    expect(toColumnNames('vulns')).toStrictEqual(expect.arrayContaining(['plugin.vpr.drivers.age_of_vuln.upper_bound', 'port.port', 'severity']));
  });

  test.each([
    ['vulns', exports.vulns({})],
    ['assets', exports.assets({ chunk_size: 100 })],
    ['assets-v2', exports.assetsV2({ chunk_size: 100 })],
    ['compliance', exports.compliance({})],
    ['was', exports.was({})],
  ] as const)('of %s hold all that a record has, and the standard columns', async (kind, job) => {
    const names = new Set(toColumnNames(kind));
    const missing = new Set(standardColumns[kind].filter((column) => !names.has(column)));
    for await (const item of job) {
      for (const path of pathsOf(expectOk<unknown>(item), '')) if (!names.has(path)) missing.add(path);
    }
    expect([...missing]).toStrictEqual([]);
  });
});
