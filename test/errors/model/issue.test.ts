import { expect, test } from 'vitest';

import { describeIssue, issueField } from '../../../src/errors/model/issue.js';

const issue = { path: 'filters.severity[0]', expected: 'one of info, low', received: 'number' };

test('tells where and what, and has no place for the value', () => {
  expect(issueField.keep({ ...issue, input: 'hunter2', value: 'hunter2' })).toStrictEqual(issue);
});

test('cuts paths and expectations that a schema made too long', () => {
  const kept = issueField.keep({ path: 'a.'.repeat(5000), expected: 'b'.repeat(5000), received: 'c'.repeat(5000) });
  expect([kept.path.length, kept.expected.length, kept.received.length]).toStrictEqual([200, 200, 40]);
});

test.each([
  ['string', 'a number', 'a should be a number (got text)'],
  ['string', 'text of 1 to 200 printable characters', 'a should be text of 1 to 200 printable characters'],
  ['string', 'a UUID', 'a should be a UUID'],
  ['string', '("info" | "low")', 'a should be ("info" | "low")'],
  ['string', 'error or pass', 'a should be error or pass'],
  ['string', '0 or more', 'a should be 0 or more (got text)'],
  ['string', 'left out (there is no such parameter)', 'a should be left out (there is no such parameter)'],
  ['number', '0 or more', 'a should be 0 or more'],
  ['number', 'a UUID', 'a should be a UUID (got a number)'],
  ['undefined', 'given', 'a is missing'],
  ['undefined', 'a number', 'a is missing: it should be a number'],
  ['null', 'string', 'a should be string (got null)'],
  ['array', 'an object', 'a should be an object (got a list)'],
  ['object', 'a list of at least one', 'a should be a list of at least one (got an object)'],
  ['boolean', 'a number', 'a should be a number (got true or false)'],
  ['function', 'a number', 'a should be a number (got a function)'],
  ['other bytes', 'JSON in UTF-8', 'a should be JSON in UTF-8 (got other bytes)'],
  ['constructor', 'a number', 'a should be a number (got constructor)'],
])('of %s where it should be %s is told as a person would', (received, expected, words) => {
  expect(describeIssue({ path: 'a', expected, received }, 'the whole')).toBe(words);
  expect(describeIssue({ path: '', expected, received }, 'the whole')).toBe(words.replace(/^a /, 'the whole '));
});
