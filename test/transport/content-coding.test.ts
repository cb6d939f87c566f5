import { expect, test } from 'vitest';

import { isGzip, readCodings } from '../../src/transport/content-coding.js';

test.each<readonly [string | readonly string[] | undefined, readonly string[], boolean]>([
  [undefined, [], false], ['', [], false], ['identity', [], false], [' , ,', [], false], ['IDENTITY', [], false],
  ['gzip', ['gzip'], true], ['GZIP', ['gzip'], true], [' Gzip ', ['gzip'], true], ['x-gzip', ['x-gzip'], true], ['identity, gzip', ['gzip'], true],
  ['gzip, gzip', ['gzip', 'gzip'], false], ['br', ['br'], false], ['gzip, br', ['gzip', 'br'], false], [['gzip', 'br'], ['gzip', 'br'], false],
])('the codings of %j are %j', (header, codings, gzip) => {
  expect(readCodings(header)).toStrictEqual(codings);
  expect(isGzip(codings)).toBe(gzip);
});
