import { build } from 'esbuild';
import { expect, test } from 'vitest';

import * as simulator from 'tenable-result/simulator';

test('the entry has these names and no others', () => {
  expect(Object.keys(simulator).sort()).toStrictEqual([
    'cloudScannerId', 'createNessusSimulator', 'createScSimulator', 'createSimulator', 'createVirtualClock', 'faults', 'inventedNowMs', 'nessusFaults',
    'nessusScanIds', 'nessusUsernames', 'scFaults', 'scObjectIds', 'scUsernames', 'scanIds', 'usernames',
  ]);
});

test('the entry can be bundled for browsers', async () => {
  const { errors, outputFiles } = await build({
    stdin: { contents: "import { createSimulator } from 'tenable-result/simulator'; console.log(createSimulator());", resolveDir: process.cwd() },
    conditions: ['tenable-result-source', 'browser'],
    platform: 'browser',
    format: 'esm',
    bundle: true,
    write: false,
    logLevel: 'silent',
  });
  expect(errors).toStrictEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/from\s*"node:|import\("node:|require\("node:/);
});
