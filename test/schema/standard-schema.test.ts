import type { StandardSchemaV1 } from '@standard-schema/spec';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { createRedactor } from '../../src/errors/classification/redact.js';
import { decode } from '../../src/schema/standard-schema.js';
import type { Schema } from '../../src/schema/schema.js';
import type { SchemaFailure } from '../../src/schema/standard-schema.js';
import { uuidShape } from '../../src/api/parts/words.js';
import { toSchema } from '../../src/schema/shape-schema.js';
import { arbitraryHostileValue, explodingValues } from '../support/arbitrary-errors.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const border = { operation: 'x.y' };
const canary = 'CANARY-7f3a';

/** A Standard Schema written by hand, with nothing but what the specification asks for. */
const handWritten = (validate: (value: unknown) => unknown, vendor = 'by-hand'): StandardSchemaV1 =>
  ({ '~standard': { version: 1, vendor, validate: validate as StandardSchemaV1['~standard']['validate'] } });

const misfitOf = async (schema: StandardSchemaV1, value: unknown): Promise<SchemaFailure & { readonly _tag: 'Misfit' }> => {
  const failure = expectErr(await decode(schema, value, border));
  if (failure._tag !== 'Misfit') expect.fail(JSON.stringify(failure));
  return failure;
};

describe('a value that fits', () => {
  const digits = handWritten((value) => ({ value: Number(value) }));
  const slowDigits = handWritten((value) => Promise.resolve({ value: Number(value) }));
  const thenable = handWritten((value) => ({ then: (resolve: (answer: unknown) => void) => { resolve({ value: Number(value) }); } }));
  test.each<readonly [string, StandardSchemaV1, unknown, unknown]>([
    ['valibot', v.pipe(v.string(), v.transform(Number)), '7', 7],
    ['asynchronous valibot', v.pipeAsync(v.string(), v.checkAsync(() => Promise.resolve(true)), v.transform(Number)), '7', 7],
    ['a hand-written schema', digits, '7', 7],
    ['an asynchronous hand-written schema', slowDigits, '7', 7],
    ['a schema that answers with a thenable', thenable, '7', 7],
    ['a schema whose issues are undefined', handWritten((value) => ({ value, issues: undefined })), '7', '7'],
  ])('comes out as the schema gives it: %s', async (_title, schema, value, output) => {
    expect(expectOk(await decode(schema, value, border))).toBe(output);
  });
});

describe('an issue says in words what was expected', () => {
  const input = v.strictObject({ scan_id: v.number(), filters: v.optional(v.strictObject({ severity: v.array(v.picklist(['low', 'high'])) })) });
  test.each<readonly [string, StandardSchemaV1, unknown, string, string, string]>([
    ['a missing parameter', input, {}, 'scan_id', 'given', 'undefined'],
    ['an unknown one', input, { scan_id: 1, scanid: 2 }, 'scanid', 'left out (there is no such parameter)', 'number'],
    ['a wrong type', input, { scan_id: 'x' }, 'scan_id', 'number', 'string'],
    ['a word inside a list', input, { scan_id: 1, filters: { severity: ['low', 'odd'] } }, 'filters.severity[1]', '("low" | "high")', 'string'],
    ['the value as a whole', input, null, '', 'Object', 'null'],
    ['an input that must be empty', toSchema({ strict: {} }), { a: 1 }, 'a', 'left out (there is no such parameter)', 'number'],
    ['a check of ours', toSchema(uuidShape), 'x', '', 'a UUID', 'string'],
    ['milliseconds for seconds', toSchema('seconds'), 1_767_225_600_000, '', 'Unix time in seconds (this looks like milliseconds)', 'number'],
    ['text for a path', toSchema('segment'), 'a b', '', 'text of 1 to 200 printable characters without blanks and backslashes (there is a blank in it)', 'string'],
    ['dots for a path', toSchema({ either: ['number', 'segment'] }), '..', '', 'text of 1 to 200 printable characters without blanks and backslashes (it is "..", which leads to another path)', 'string'],
    ['a name of no pattern', toSchema({ strict: {}, others: { pattern: '^tag\\..', form: 'tag.<Category>', of: 'text' } }), { tga: 'x' }, 'tga', 'left out (there is no such parameter, and it is no tag.<Category>)', 'string'],
    ['a schema that says no more', handWritten(() => ({ issues: [{ message: 'no' }] })), 1, '', 'what its by-hand schema accepts', 'number'],
    ['paths of segments', handWritten(() => ({ issues: [{ message: '', path: [{ key: 'a' }, 0, { key: 'b' }] }] })), { a: [{ b: null }] }, 'a[0].b', 'what its by-hand schema accepts', 'null'],
  ])('%s', async (_title, schema, value, path, expected, received) => {
    expect((await misfitOf(schema, value)).issues).toStrictEqual([{ path, expected, received }]);
  });

  test('for at most twenty places', async () => {
    expect((await misfitOf(v.array(v.number()), Array.from({ length: 500 }, () => 'x'))).issues).toHaveLength(20);
  });
});

describe('an issue never holds the value', () => {
  const quoting = (issue: { readonly input: unknown }): string => `got ${JSON.stringify(issue.input)}`;
  const answers: readonly (readonly [string, StandardSchemaV1])[] = [
    ['a type', v.number()],
    ['a message that quotes it', v.number(quoting)],
    ['a check whose message quotes it', v.pipe(v.string(), v.check(() => false, quoting))],
    ['a check of an object', v.pipe(v.unknown(), v.check(() => false, quoting))],
    ['a rawCheck that quotes it', v.pipe(v.string(), v.rawCheck(({ dataset, addIssue }) => { addIssue({ message: `bad ${String(dataset.value)}` }); }))],
    ['a literal', v.literal(7)],
    ['a hand-written message', handWritten((value) => ({ issues: [{ message: `bad ${String(value)}` }] }))],
    ['an expectation that quotes it', handWritten((value) => ({ issues: [{ message: '', expected: `not ${String(value)}`, type: String(value) }] }))],
    ['a vendor that quotes it', handWritten((value) => ({ issues: [{ message: String(value), type: 'check' }] }), 'valibot')],
  ];
  test.each(answers)('%s', async (_title, schema) => {
    expect(JSON.stringify(await misfitOf(schema, canary))).not.toContain(canary);
  });

  test('nor a secret that stands in the name of a member', async () => {
    const failure = expectErr(await decode(v.record(v.string(), v.number()), { [canary]: 'x' }, { redact: createRedactor([canary]) }));
    expect(JSON.stringify(failure)).not.toContain(canary);
  });
});

const explode = (): never => {
  throw new Error('hostile');
};

describe('a hostile schema', () => {
  test.each<readonly [string, StandardSchemaV1, SchemaFailure['_tag']]>([
    ['throws', handWritten(explode), 'Defect'],
    ['rejects', handWritten(() => Promise.reject(new Error('hostile'))), 'Defect'],
    ['answers with a thenable that throws', handWritten(() => ({ then: explode })), 'Defect'],
    ['answers nothing', handWritten(() => undefined), 'Misfit'],
    ['answers a list', handWritten(() => []), 'Misfit'],
    ['has issues that are no list', handWritten(() => ({ issues: 7 })), 'Misfit'],
    ['has no issues in its list', handWritten(() => ({ issues: [] })), 'Misfit'],
    ['has issues that are nothing', handWritten(() => ({ issues: [null, 7, undefined] })), 'Misfit'],
    ['has a getter that throws', handWritten(() => ({ get issues(): never { return explode(); } })), 'Defect'],
    ['is no schema', {} as StandardSchemaV1, 'Defect'],
    ['is a number', 7 as unknown as StandardSchemaV1, 'Defect'],
  ])('%s: the failure is data', async (_title, schema, tag) => {
    expect(expectErr(await decode(schema, { a: 1 }, border))).toMatchObject({ _tag: tag });
  });

  test('may answer whatever it likes, about whatever it likes', async () => {
    const hostile = fc.oneof(arbitraryHostileValue, fc.constantFrom(...explodingValues).map(([, make]) => make));
    const answer = fc.oneof(
      hostile,
      hostile.map((make) => () => ({ issues: make() })),
      hostile.map((make) => () => ({ issues: [make(), { path: make() }, { path: [make(), { key: make() }], expected: make(), type: make() }] })),
      hostile.map((make) => () => ({ value: make() })),
    );
    await fc.assert(fc.asyncProperty(answer, hostile, fc.string(), async (makeAnswer, makeValue, vendor) => {
      const result = await decode(handWritten(makeAnswer, vendor), makeValue(), border);
      expect(result.isOk() ? 'Ok' : result.error._tag).toMatch(/^(Ok|Misfit|Defect)$/);
    }), { numRuns: 500 });
  });
});

describe('a value of millions', () => {
  const count = 1_000_000;

  test.each<readonly [string, unknown]>([
    ['a list', v.array(v.object({ id: v.number() }))], ['a list inside', v.object({ scans: v.array(v.looseObject({ id: v.number() })) })], ['one of several', v.union([v.array(v.string()), v.array(v.boolean())])],
  ])('is given up at its first misfit: %s', async (title, schema) => {
    const zeros = new Array<number>(count).fill(0);
    const before = process.memoryUsage().heapUsed;
    const decoded = await decode(schema as Schema<unknown>, title === 'a list inside' ? { scans: zeros } : zeros, {});
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000); // each issue of valibot takes some 500 bytes
    expect(decoded.isErr() && decoded.error._tag === 'Misfit' && decoded.error.issues.length).toBe(1);
  });

  test('is told its issues, up to twenty, where it is small', async () => {
    const decoded = await decode(v.array(v.string()) as Schema<unknown>, new Array<number>(1000).fill(0), {});
    expect(decoded.isErr() && decoded.error._tag === 'Misfit' && decoded.error.issues.map(({ path }) => path)).toStrictEqual(Array.from({ length: 20 }, (_, at) => `[${at}]`));
  });
});
