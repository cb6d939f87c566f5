import * as v from 'valibot';
import { defineOperation, json, offsetPaging } from 'tenable-result';
import type { AnyOperation, HttpMethod, InferError, TenableErrorTag } from 'tenable-result';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { callErrorTags } from '../../src/operation/define-operation.js';

const define = (method: HttpMethod): AnyOperation =>
  defineOperation({ id: 'x.y', product: 'vm', method, path: '/x', docs: '', input: v.object({}), output: json(v.unknown()) });

describe('a definition', () => {
  test('says what it leaves out', () => {
    expect(define('GET')).toMatchObject({ query: [], secrets: [], paging: null, errors: callErrorTags });
  });

  test.each<readonly [HttpMethod, boolean]>([
    ['GET', true], ['PUT', true], ['DELETE', true], ['POST', false], ['PATCH', false],
  ])('takes %s for idempotent: %s', (method, isIdempotent) => {
    expect(define(method).isIdempotent).toBe(isIdempotent);
  });

  test('has the errors of any call, without those it removes and with those it adds', () => {
    const operation = defineOperation({
      id: 'x.y', product: 'vm', method: 'PUT', path: '/x/{id}', docs: '', isIdempotent: false,
      input: v.object({ id: v.number(), secret: v.string(), f: v.string() }), query: ['f'], secrets: ['secret'],
      output: json(v.unknown()), removes: ['UnsupportedError', 'NotFoundError'], adds: ['PasswordComplexityError'],
    });
    const expected = [...callErrorTags.filter((tag) => tag !== 'UnsupportedError' && tag !== 'NotFoundError'), 'PasswordComplexityError'];
    expect(operation).toMatchObject({ errors: expected, isIdempotent: false, query: ['f'], secrets: ['secret'] });
    expectTypeOf<'NotFoundError'>().not.toExtend<InferError<typeof operation>['_tag']>();
    expectTypeOf<'PasswordComplexityError'>().toExtend<InferError<typeof operation>['_tag']>();
  });

  test('keeps its paging', () => {
    const paging = offsetPaging<string>('items', 50);
    expect(defineOperation({ id: 'x.y', product: 'vm', method: 'GET', path: '/x', docs: '', input: v.object({}), output: json(v.unknown()), paging }).paging)
      .toStrictEqual({ style: 'offset', items: 'items', pageSize: 50 });
  });

  test('is told by the compiler when its path names what the input does not have', () => {
    defineOperation({
      id: 'x.y', product: 'vm', method: 'GET', docs: '', input: v.object({ id: v.number() }), output: json(v.unknown()),
      // @ts-expect-error -- the path has a parameter that the input does not have
      path: '/x/{nr}',
    });
  });
});

test('the errors of any call are eleven of the seventeen', () => {
  const others: readonly TenableErrorTag[] =
    ['ImpersonationError', 'PasswordComplexityError', 'PackageMissingError', 'FileDownloadError', 'TioExportsError', 'TioExportsTimeout'];
  expect(callErrorTags).toHaveLength(11);
  expect(callErrorTags.filter((tag) => others.includes(tag))).toStrictEqual([]);
});
