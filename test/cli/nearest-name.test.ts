import { expect, test } from 'vitest';

import { findNearestName } from '../../src/cli/nearest-name.js';
import { toColumnNames } from '../../src/cli/record-members.js';

const names = toColumnNames('vulns');

test.each([
  ['asset.hostnme', 'asset.hostname'],
  ['hostname', 'asset.hostname'],
  ['plugin.vpr_score', 'plugin.vpr.score'],
  ['Severity', 'severity'],
  ['lastfound', 'last_found'],
])('%s may have meant %s', (word, name) => {
  expect(findNearestName(word, names)).toBe(name);
});

test.each(['zzzzzzzz', '', 'x'.repeat(100_000)])('a word like no name meant none (%#)', (word) => {
  expect(findNearestName(word, names)).toBeNull();
});
