import { fromResponse, isTag } from 'tenable-result';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../support/expect-result.js';

const request = { product: 'sc', method: 'POST', path: '/rest/analysis' } as const;
const classify = (status: number, body: unknown): ReturnType<typeof fromResponse> =>
  fromResponse({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }, request);
const envelope = (error_code: unknown, error_msg = '', response: unknown = ''): object => ({ type: 'regular', response, error_code, error_msg, warnings: [], timestamp: 1 });

/** Bodies that hold no envelope. */
const strange: readonly (readonly [string, string])[] = [
  ['a list', '[1,2]'], ['an empty list', '[]'], ['null', 'null'], ['a number', '12'], ['a text', '"text"'], ['true', 'true'], ['an object without a code', '{"response":{}}'],
  ['a code without a response', '{"error_code":1}'], ['an empty object', '{}'], ['nothing', ''], ['no JSON', '<html>error_code</html>'], ['half of JSON', '{"error_code":1,'],
  ['a code under a prototype', '{"__proto__":{"error_code":1,"response":1}}'],
];

describe('an answer of Security Center without its envelope is no crash', () => {
  test.each(strange)('%s with 403', (_title, body) => {
    expect(expectErr(classify(403, body))).toMatchObject({ _tag: 'APIError', reason: 'unexpected-status', errorCode: null, code: 403 });
  });

  test.each(strange)('%s with 500', (_title, body) => {
    expect(expectErr(classify(500, body))).toMatchObject({ _tag: 'ServerError', code: 500 });
  });

  test.each(strange)('%s with 200', (_title, body) => {
    expect(expectOk(classify(200, body))).toMatchObject({ status: 200, body });
  });

  test.each(strange)('%s at first contact: another product answers', (_title, body) => {
    expect(expectErr(fromResponse({ status: 200, body }, { ...request, isFirstContact: true }))).toMatchObject({ _tag: 'ConnectionError', reason: 'not-tenable' });
  });
});

describe('a 403 of Security Center is not read as forbidden', () => {
  test.each([143, 146, 1, 999])('code %i is about the input or the object', (code) => {
    const error = expectErr(classify(403, envelope(code, 'The filter is not valid')));
    expect(error).toMatchObject({ _tag: 'APIError', reason: 'error-code', errorCode: code, detail: 'The filter is not valid' });
    expect(isTag(error, 'PermissionError')).toBe(false);
  });

  test('code 147 is an object that is not there', () => {
    expect(expectErr(classify(403, envelope(147, 'Unable to find it')))).toMatchObject({ _tag: 'NotFoundError', code: 403 });
  });

  test('code 12 is a session that has ended', () => {
    expect(expectErr(classify(403, envelope(12, 'Session expired')))).toMatchObject({ _tag: 'PermissionError', reason: 'unauthenticated' });
  });

  test('code 0 stays an error, with words and without', () => {
    expect(expectErr(classify(403, envelope(0, 'no words fit')))).toMatchObject({ _tag: 'APIError', reason: 'unexpected-status' });
    expect(expectErr(classify(403, envelope(0)))).toMatchObject({ _tag: 'PermissionError', reason: 'unauthenticated' });
  });

  test('on the other products it is', () => {
    for (const product of ['vm', 'nessus'] as const) {
      const error = expectErr(fromResponse({ status: 403, body: JSON.stringify(envelope(146)) }, { ...request, product }));
      expect(error).toMatchObject({ _tag: 'PermissionError', reason: 'forbidden' });
    }
  });
});

describe('a 200 of Security Center is not read as success', () => {
  test.each<readonly [string, unknown, number | null]>([
    ['with a code', 146, 146], ['with a code in text', '146', 146], ['with a negative code', -5, null], ['with a code that is no number', 'many', null],
    ['with a code that is an object', {}, null], ['with a code that is true', true, null],
  ])('%s', (_title, code, errorCode) => {
    expect(expectErr(classify(200, envelope(code)))).toMatchObject({ _tag: 'APIError', reason: 'error-code', errorCode });
  });

  test.each([0, '0'])('unless the code is %j', (code) => {
    expectOk(classify(200, envelope(code, '', { id: 1 })));
  });
});
