import { expect, test } from 'vitest';

import { describeError } from '../../../src/errors/projections/describe-error.js';
import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { fromResponse } from '../../../src/errors/classification/from-response.js';
import { constructors } from '../../support/arbitrary-errors.js';

test('says what happened, the service\'s own words, and what to do', () => {
  const answer = { status: 404, body: '{"error":"Scan\\nnot found"}' };
  const error = fromResponse(answer, { product: 'vm', method: 'GET', path: '/scans/7', operation: 'scans.details' })._unsafeUnwrapErr();
  expect(describeError(error).split('\n')).toStrictEqual([
    'scans.details found no such object (HTTP 404).',
    'Tenable says: Scan not found',
    expect.stringMatching(/^Check the id\./),
  ]);
});

test('tells several issues one by one, five at most', () => {
  const issues = Array.from({ length: 7 }, (_, at) => ({ path: `filters.f${at}`, expected: 'a UUID', received: 'number' }));
  const lines = describeError(constructors.UnexpectedValueError({ operation: 'x.y', issues })).split('\n');
  expect(lines).toHaveLength(8);
  expect(lines[1]).toBe('- filters.f0 should be a UUID (got a number)');
  expect(lines[6]).toBe('- and 2 more');
});

test.each(tenableErrorTags)('%s without words of the service has two lines', (tag) => {
  const error = constructors[tag]({});
  const [what, advice, ...more] = describeError(error).split('\n');
  expect(what).toBe(error.message);
  expect(advice).toMatch(/^[A-Z].*\.$/);
  expect(more).toStrictEqual([]);
});

test('has advice of its own for each tag', () => {
  const advice = tenableErrorTags.map((tag) => describeError(constructors[tag]({})).split('\n').at(-1));
  expect(new Set(advice).size).toBe(tenableErrorTags.length);
});
