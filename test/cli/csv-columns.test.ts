import { expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

import { createCsvEncoder } from '../../src/cli/csv.js';
import { standardColumns } from '../../src/cli/csv-columns.js';
import { expectOk } from '../support/expect-result.js';

const { accessKey, secretKey, transport } = createSimulator({ pollsUntilReady: 1, vulns: 400 });
const { exports } = expectOk(createVmClient({ accessKey, secretKey, transport }));

test.each([
  ['vulns', exports.vulns({})],
  ['assets', exports.assets({ chunk_size: 100 })],
  ['assets-v2', exports.assetsV2({ chunk_size: 100 })],
  ['compliance', exports.compliance({})],
  ['was', exports.was({})],
] as const)('the columns of %s are told apart, and most of them are filled', async (kind, job) => {
  const columns = standardColumns[kind];
  expect(new Set(columns).size).toBe(columns.length);
  const filled = new Set<string>();
  for await (const item of job) {
    const record = expectOk<unknown>(item);
    for (const column of columns) if (createCsvEncoder([column]).encode([record]) !== '\n') filled.add(column);
  }
  // Some are of what is rare: assets that were deleted, findings that were fixed.
  expect(filled.size, columns.filter((column) => !filled.has(column)).join(' ')).toBeGreaterThanOrEqual(columns.length * 0.75);
});
