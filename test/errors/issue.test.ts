import { expect, test } from 'vitest';

import { issueField } from '../../src/errors/issue.js';

const issue = { path: 'filters.severity[0]', expected: 'one of info, low', received: 'number' };

test('tells where and what, and has no place for the value', () => {
  expect(issueField.keep({ ...issue, input: 'hunter2', value: 'hunter2' })).toStrictEqual(issue);
});

test('cuts paths and expectations that a schema made too long', () => {
  const kept = issueField.keep({ path: 'a.'.repeat(5000), expected: 'b'.repeat(5000), received: 'c'.repeat(5000) });
  expect([kept.path.length, kept.expected.length, kept.received.length]).toStrictEqual([200, 200, 40]);
});
