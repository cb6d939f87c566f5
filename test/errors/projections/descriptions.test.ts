/**
 * All that is said of errors, side by side in descriptions.txt, so that a change of words shows where it is reviewed.
 * `npm run unit -- test/errors/projections/descriptions.test.ts -u` writes the file anew.
 */
import { expect, test } from 'vitest';

import { describeError } from '../../../src/errors/projections/describe-error.js';
import { tenableErrorTags } from '../../../src/errors/model/error-variants.js';
import { isRetryable } from '../../../src/errors/model/is-retryable.js';
import { toLogLevel } from '../../../src/errors/projections/log-level.js';
import { toProblemDetails } from '../../../src/errors/projections/to-problem-details.js';
import { describedErrors } from '../../support/described-errors.js';
import { constructors } from '../../support/arbitrary-errors.js';

const text = describedErrors.map(([title, error]) => {
  const { detail, status, title: problem, type } = toProblemDetails(error, { typeBase: '' });
  return [
    `# ${title}`,
    describeError(error),
    `  again: ${isRetryable(error) ? 'yes' : 'no'}; logged as ${toLogLevel(error)}; to others: ${status} ${type}, ${problem}: ${detail}`,
  ].join('\n');
}).join('\n\n');

test('every tag, reason and delivery is described as the file says', async () => {
  await expect(`${text}\n`).toMatchFileSnapshot('./descriptions.txt');
});

test('every tag is among them, and every reason of it', () => {
  for (const tag of tenableErrorTags) {
    const described = describedErrors.map(([, error]) => error).filter((error) => error._tag === tag);
    expect(described.length, tag).toBeGreaterThan(0);
    const { reason } = constructors[tag]({}) as { readonly reason?: string };
    if (reason !== undefined) expect(described.map((error) => (error as { readonly reason?: string }).reason), tag).toContain(reason);
  }
});

/** Words that leave to the reader what the error knows, or that no operator can use. */
const riddles = [
  /\(got (?:string|number|undefined|object|array)\)/, /\bissues names\b/, /\bif (?:reason|delivery) is\b/i, /\b(?:reason|delivery|code|activeJobId|retryAfterMs|uuid) names\b/,
  /\bundefined\b/, /\bNaN\b/, /\bfor ever\b/, /\bcan not\b/, /\bis told of\b/, /\bis to be had\b/, /\bshall have it\b/, /\bours to mend\b/, / {2}\S.* {2}\S/,
];

test.each(describedErrors)('%s: no riddle, and sentences that end', (_title, error) => {
  const lines = describeError(error).split('\n');
  for (const riddle of riddles) expect(lines.join('\n')).not.toMatch(riddle);
  expect(lines[0]).toMatch(/^\S.*[.\w]$/);
  expect(lines.at(-1)).toMatch(/^[A-Z].*\.$/);
});

const unsafe = describedErrors.filter(([, error]) =>
  (error._tag === 'ConnectionError' && error.delivery === 'unknown') ||
  ('response' in error && error.response.method === 'POST' && ['ServerError', 'RetryError'].includes(error._tag) && error.code !== 429 && error.response.headers['retry-after'] === undefined));

test.each(unsafe)('%s: says that the request may have been carried out before it says anything of trying again', (_title, error) => {
  const advice = describeError(error).split('\n').at(-1) ?? '';
  expect(advice).toMatch(/may have been carried out: .*find out before you send it again/);
  expect(advice.search(/try again/i) === -1 || advice.search(/try again/i) > advice.indexOf('find out before')).toBe(true);
});

test.each(describedErrors.filter(([, error]) => describeError(error).includes('onUnexpectedBody')))('%s: speaks of onUnexpectedBody, which helps there', (_title, error) => {
  expect(error._tag === 'APIError' && error.reason === 'unexpected-body' && JSON.parse(error.response.body) !== undefined).toBe(true);
});
