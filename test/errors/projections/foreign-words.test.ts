/** Whatever a server or a sender writes, what an error shows of it is safe to print: in its fields and in all forms of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeError } from '../../../src/errors/projections/describe-error.js';
import { errorVariants } from '../../../src/errors/model/error-variants.js';
import { fromResponse } from '../../../src/errors/classification/from-response.js';
import type { TenableError } from '../../../src/errors/model/tenable-error.js';
import { decodeTenableError } from '../../../src/errors/model/tenable-error-codec.js';
import { toLogRecord } from '../../../src/errors/projections/to-log-record.js';
import { toProblemDetails } from '../../../src/errors/projections/to-problem-details.js';
import { toSpanAttributes } from '../../../src/errors/projections/to-span-attributes.js';
import { arbitraryError } from '../../support/arbitrary-errors.js';

/** What a terminal obeys, what turns a line round, what begins a new one, what is not seen. */
const hostile = fc.constantFrom('\u001b[2J\u001b]0;x\u0007', '\nFAKE line', '\r', '\u009b31m', '\u202e', '\u2066', '\u200b', '\u2028', '\u0000', '\u00ad', '\ud800', '\u{e0041}')
  .map((mark) => `a${mark}b`);

const unsafe = /(?! )\s|\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/u;
const unsafeLines = /[^\S\n\t\r \p{Zs}]|(?![\n\t\r])\p{Cc}|\p{Cf}|\p{Cs}|\p{Default_Ignorable_Code_Point}/u;

/** Fields that hold several lines, as the page says. */
const severalLines = ['body', 'stack'];

function expectSafe(value: unknown, key = ''): void {
  if (typeof value === 'string') expect(value, key).not.toMatch(severalLines.includes(key) ? unsafeLines : unsafe);
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) expectSafe(inner, name);
}

function expectAllSafe(error: TenableError): void {
  expectSafe(error);
  for (const line of describeError(error).split('\n')) expectSafe(line);
  expect(describeError(error).split('\n').length).toBeLessThanOrEqual(9);
  expectSafe(toLogRecord(error, { bodyLength: 2000 }), 'record');
  expectSafe(toProblemDetails(error, { include: ['tag', 'operation', 'reason', 'requestUuid', 'tenableDetail', 'issues'] }));
  expectSafe(toSpanAttributes(error));
}

/** The same value with hostile text in place of each of its texts, tags and words of ours apart. */
function poison(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return ['_tag', 'kind', 'export', 'reason', 'delivery', 'tlsProblem', 'message'].includes(key) ? value : text;
  if (Array.isArray(value)) return value.map((inner) => poison(inner, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, text, name)]));
}

describe('hostile text', () => {
  test('in every place of a decoded error comes out clean', () => {
    fc.assert(fc.property(arbitraryError, hostile, fc.boolean(), (error, text, inMessage) => {
      const given = poison(error, text) as { readonly message: string };
      const decoded = decodeTenableError(inMessage ? { ...given, message: text } : given);
      expect(decoded.isOk()).toBe(true);
      if (decoded.isOk()) expectAllSafe(decoded.value);
    }), { numRuns: 400 });
  });

  test('in every place of a made error comes out clean, as it does where it is decoded', () => {
    fc.assert(fc.property(arbitraryError, hostile, (error, text) => {
      const { field } = errorVariants[error._tag];
      const made = field.keep(poison(error, text));
      expectAllSafe(made);
      expect(decodeTenableError(made)._unsafeUnwrap()).toStrictEqual(made);
    }), { numRuns: 400 });
  });

  test('in every place of an answer comes out clean, and nothing of it stands in the message', () => {
    const body = fc.tuple(hostile, fc.constantFrom(
      (text: string) => JSON.stringify({ error: text }), (text: string) => text, (text: string) => `<title>${text}</title>`,
      (text: string) => JSON.stringify({ response: '', error_code: 143, error_msg: text, [text]: text }), (text: string) => JSON.stringify({ errors: [{ message: text }], active_job_id: text }),
    )).map(([text, make]) => make(`${text}MARK`));
    fc.assert(fc.property(body, hostile, fc.constantFrom(400, 401, 403, 404, 409, 412, 418, 429, 500, 503), fc.constantFrom('vm' as const, 'sc' as const, 'nessus' as const), (text, header, status, product) => {
      const answer = { status, body: text, headers: { 'x-request-uuid': `${header}MARK`, server: header, 'content-type': header, 'retry-after': header }, url: `https://example.com/${header}` };
      const error = fromResponse(answer, { product, method: 'GET', path: '/x', operation: 'scans.details' })._unsafeUnwrapErr();
      expectAllSafe(error);
      expect(error.message).not.toContain('MARK');
    }), { numRuns: 400 });
  });
});
