/** What the compiler says to people who forgot a tag: its words must name that tag, in every way of matching. */
import { describe, expect, test } from 'vitest';

import { tenableErrorTags } from 'tenable-result';

import { checkFile } from '../support/type-program.js';

const file = 'test/types/missing-tag.virtual.ts';
const preamble = [
  `import { match } from 'ts-pattern';`,
  `import { matchError } from 'tenable-result';`,
  `import type { DecodeFailure, TenableError } from 'tenable-result';`,
  `declare const error: TenableError;`,
  `declare const received: TenableError | DecodeFailure;`,
  `export const used = [match, matchError, error, received];`,
].join('\n');

/** What the compiler says of some statements, an item for each that it refuses. */
const check = (statements: readonly string[]): readonly string[] =>
  checkFile({ [file]: `${preamble}\n${statements.join('\n')}\n` }, file).messages;

const withPattern = (tags: readonly string[], subject: string): string =>
  `match(${subject})${tags.map((tag) => `.with({ _tag: '${tag}' }, () => 1)`).join('')}.exhaustive();`;

/** Ways of matching, as code over some tags, with what the compiler says where one of them is missing. */
const ways: readonly (readonly [way: string, write: (tags: readonly string[]) => string, words: (missing: string) => string])[] = [
  [
    'matchError', (tags) => `matchError(error, { ${tags.map((tag) => `${tag}: () => 1`).join(', ')} });`,
    (missing) => `Property '${missing}' is missing in type`,
  ],
  ['ts-pattern', (tags) => withPattern(tags, 'error'), (missing) => `Type 'NonExhaustiveError<${missing}>' has no call signatures.`],
  [
    'a switch whose default is never',
    (tags) => `switch (error._tag) { ${tags.map((tag) => `case '${tag}': break;`).join(' ')} default: error satisfies never; }`,
    (missing) => `Type '${missing}' does not satisfy the expected type 'never'.`,
  ],
];

describe.each(ways)('%s', (_way, write, words) => {
  test('over all tags compiles', () => {
    expect(check([write(tenableErrorTags)])).toStrictEqual([]);
  }, 60_000);

  test('without a tag does not, and the compiler names that tag', () => {
    const messages = check(tenableErrorTags.map((missing) => write(tenableErrorTags.filter((tag) => tag !== missing))));
    expect(messages).toHaveLength(tenableErrorTags.length);
    for (const [at, missing] of tenableErrorTags.entries()) expect(messages[at]?.split('\n').at(-1)).toContain(words(missing));
  }, 60_000);
});

test('a receiver that forgot an unknown tag, or a malformed error, is told so', () => {
  const both = [...tenableErrorTags, 'UnknownTag', 'Malformed'];
  expect(check([withPattern(both, 'received')])).toStrictEqual([]);
  const [first, second] = check(['UnknownTag', 'Malformed'].map((missing) => withPattern(both.filter((tag) => tag !== missing), 'received')));
  expect(first).toContain('_tag: "UnknownTag"');
  expect(second).toContain('_tag: "Malformed"');
}, 60_000);

test('a switch that returns in every case is refused, too, but only a linter names the tag', () => {
  const [most = ''] = tenableErrorTags;
  const messages = check([`export function f(): number { switch (error._tag) { case '${most}': return 1; } }`]);
  expect(messages).toStrictEqual([`Function lacks ending return statement and return type does not include 'undefined'.`]);
}, 60_000);
