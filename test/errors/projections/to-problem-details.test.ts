import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { connectionFailures } from '../../support/connection-failures.js';
import { ConnectionError } from '../../../src/errors/model/connection-error.js';
import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import { problems, statusPhrases, toProblem } from '../../../src/errors/projections/problems.js';
import { PermissionError, RetryError } from '../../../src/errors/model/response-errors.js';
import type { TenableError, TenableErrorTag } from '../../../src/errors/model/tenable-error.js';
import { toProblemDetails } from '../../../src/errors/projections/to-problem-details.js';
import type { ProblemOptions } from '../../../src/errors/projections/to-problem-details.js';
import { arbitraryError, arbitraryHostileValue, constructors } from '../../support/arbitrary-errors.js';

/** RFC 9457, section 3.1: every member is optional, and one of the wrong type would be ignored by its reader. */
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference', default: 'about:blank' },
    title: { type: 'string', minLength: 1 },
    status: { type: 'integer', minimum: 100, maximum: 599 },
    detail: { type: 'string', minLength: 1 },
    instance: { type: 'string', format: 'uri-reference' },
  },
  // Section 3.2: names of extensions begin with a letter and have three characters or more.
  propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]{2,}$' },
  // Not asked by the RFC, promised here.
  required: ['type', 'title', 'status', 'detail'],
};
const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const isProblem = ajv.compile(schema);

const everything = ['tag', 'operation', 'reason', 'requestUuid', 'tenableDetail', 'issues'] as const;
const options: fc.Arbitrary<ProblemOptions> = fc.record({
  typeBase: fc.constantFrom('https://api.example.com/problems/', '/problems/', 'urn:example:problem:'),
  instance: fc.constantFrom('/requests/42', 'urn:uuid:00000000-0000-4000-8000-000000000000'),
  include: fc.uniqueArray(fc.constantFrom(...everything)),
}, { requiredKeys: [] });

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a problem', () => {
  test('is problem details by the RFC, plain JSON and short, whatever the error', () => {
    fc.assert(fc.property(arbitraryError, options, (error, given) => {
      const problem = toProblemDetails(error, given);
      expect(isProblem(problem) ? [] : isProblem.errors).toStrictEqual([]);
      expect(throughJson(problem)).toStrictEqual(problem);
      expect(Object.values(problem).flat().join('').length).toBeLessThan(12_000);
    }), { numRuns: 300 });
  });

  test('is one even of a value that is no error', () => {
    fc.assert(fc.property(arbitraryHostileValue, (makeValue) => {
      const problem = toProblemDetails(makeValue() as never, { include: everything });
      expect(isProblem(problem) ? [] : isProblem.errors).toStrictEqual([]);
      expect(throughJson(problem)).toStrictEqual(problem);
    }), { numRuns: 500 });
  });

  test('tells, unless it is asked, nothing that the error holds', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      const told = toProblemDetails(error, { typeBase: 'https://api.example.com/problems/' });
      const { name, title, detail } = toProblem(error);
      const { retryAfterSeconds, status, ...rest } = told;
      expect(rest).toStrictEqual({ type: `https://api.example.com/problems/${name}`, title, detail });
      expect(Object.keys(statusPhrases)).toContain(String(status));
      expect(retryAfterSeconds === undefined || Number.isInteger(retryAfterSeconds)).toBe(true);
    }), { numRuns: 300 });
  });

  test.each<readonly [string, TenableError]>([
    ['a call', constructors.ConnectionError({ reason: 'aborted', delivery: 'unknown' })],
    ['a file', constructors.FileDownloadError({ reason: 'aborted' })],
  ])('of %s that was aborted says so: nothing was out of reach', (_title, error) => {
    expect(toProblemDetails(error, { typeBase: '/problems/' })).toStrictEqual({
      type: '/problems/aborted', title: 'Aborted', status: 503, detail: 'This was ended before there was an answer.',
    });
  });

  test('without types of its own has the phrase of its status as its title', () => {
    expect(toProblemDetails(constructors.NotFoundError({ operation: 'scans.details' }))).toStrictEqual({
      type: 'about:blank', title: 'Not Found', status: 404, detail: 'There is no such object, or it cannot be seen.',
    });
  });

  test('tells what it is asked for, where the error has it', () => {
    const error = constructors.NotFoundError({ operation: 'scans.details', uuid: 'e3c5', detail: 'Scan not found' });
    expect(toProblemDetails(error, { instance: '/requests/42', include: everything })).toMatchObject({
      instance: '/requests/42', tag: 'NotFoundError', operation: 'scans.details', requestUuid: 'e3c5', tenableDetail: 'Scan not found',
    });
    const issues = [{ path: 'scan_id', expected: 'a number', received: 'string' }];
    expect(toProblemDetails(constructors.UnexpectedValueError({ issues }), { include: ['issues'] }).issues).toStrictEqual(['scan_id should be a number (got text)']);
  });

  test('says when to try again, in seconds, rounded up', () => {
    const busy = RetryError({ ...constructors.RetryError({}), retryAfterMs: 1_200 });
    expect(toProblemDetails(busy)).toMatchObject({ status: 503, retryAfterSeconds: 2 });
    expect(toProblemDetails(constructors.RetryError({}))).not.toHaveProperty('retryAfterSeconds');
  });

  test('never asks callers for credentials: the keys that were refused are not theirs', () => {
    const answered = constructors.PermissionError({});
    expect(toProblemDetails(PermissionError({ ...answered, reason: 'unauthenticated' })).status).toBe(502);
    expect(toProblemDetails(PermissionError({ ...answered, reason: 'forbidden' })).status).toBe(403);
  });
});

describe('the status', () => {
  type Fixed = Exclude<TenableErrorTag, 'ConnectionError' | 'PermissionError'>;
  const statuses: { readonly [Tag in Fixed]: number } = {
    APIError: 502, InvalidInputError: 400, NotFoundError: 404, UnsupportedError: 409, ServerError: 502, RetryError: 503, UnknownError: 502,
    ImpersonationError: 403, PasswordComplexityError: 400, UnexpectedValueError: 400, PackageMissingError: 500, FileDownloadError: 502,
    TioExportsError: 502, TioExportsTimeout: 504, TenableException: 500,
  };
  test.each(Object.entries(statuses) as [Fixed, number][])('of %s is %i', (tag, status) => {
    expect(toProblemDetails(constructors[tag]({})).status).toBe(status);
  });

  test.each(connectionFailures)('of a connection that failed with %s invites another try where one may help', (reason) => {
    const error = ConnectionError({ reason, delivery: 'unknown' });
    const { status } = toProblemDetails(error);
    expect(status).toBe(reason === 'timeout' ? 504 : isRetryable(error) || reason === 'aborted' ? 503 : 502);
  });
});

test('problem types have names of their own; what is internal is one type', () => {
  const names = tenableErrorTags.map((tag) => problems[tag].name);
  expect(new Set(names).size).toBe(tenableErrorTags.length - 1);
  expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toStrictEqual([]);
  expect(problems.PackageMissingError.name).toBe(problems.TenableException.name);
});
