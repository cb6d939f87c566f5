/**
 * Every operation, there and back: what its description says is made up, sent by the client, and answered. The request that is
 * expected is put together here from the description, not by the code that encodes requests.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import type { FileDownload } from 'tenable-result';

import * as sc from '../../src/reshapes/sc.js';
import { exchange, fail, refuse } from '../api/exchange.js';
import { expectOk } from '../support/expect-result.js';
import { loaded, operations } from './descriptions.js';
import type { DescribedOperation } from './descriptions.js';
import { toJudge } from './judge.js';
import { toFitting, toTravelled } from './fitting.js';

type Values = Readonly<Record<string, unknown>>;

/** Operations that the sweep leaves out, and why. */
const skipped: Readonly<Record<string, string>> = {};

const seed = 20_301; // the same values in each run: what fails here fails again
const runs = 3;

const toInputSchema = ({ described: { input = {} } }: DescribedOperation): z.ZodObject => (input instanceof z.ZodObject ? input : z.object(input));

const reshape = (name: keyof typeof sc | undefined, value: unknown): unknown => (name === undefined ? value : sc[name](value));

/** The line that the description says an input is. A file goes up as a form beside it, which the tests of uploads read. */
function toLine(one: DescribedOperation, input: unknown): string {
  const { described: { body: whole, custom, method, path, query = [], upload } } = one;
  const left = new Map(Object.entries(reshape(custom?.request, toTravelled(toInputSchema(one), input)) as Values).filter(([, value]) => value !== undefined)); // inputs are objects
  const take = (name: string): unknown => {
    const value = left.get(name);
    left.delete(name);
    return value;
  };
  const filled = path.replace(/\{([^}]+)\}/g, (_whole, name: string) => encodeURIComponent(toWord(take(name))));
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const asked = method === 'GET' ? [...left.keys()] : query;
  const pairs = asked.flatMap((name) => [take(name)].flat().filter((value) => value !== undefined && value !== null).map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(toWord(value))}`));
  const body = (hasBody || left.size > 0) && upload === undefined ? ` ${JSON.stringify(whole === undefined ? Object.fromEntries(left) : left.get(whole))}` : '';
  return sortLine(`${method} ${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}${body}`);
}

/** What can stand in a path or a query is text, a number or a flag. */
const toWord = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The same whatever the order of names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}

/** The same whatever the order of names, and of what may be encoded and need not. */
function sortLine(line: string): string {
  const [, head = '', query = '', body = ''] = /^(\S+ [^\s?]*)(\?\S*)?(?: ([\s\S]*))?$/.exec(line) ?? [];
  return `${head}${query === '' ? '' : `?${query.slice(1).split('&').map(decodeURIComponent).sort().join('&')}`}${body === '' ? '' : ` ${JSON.stringify(sorted(JSON.parse(body)))}`}`;
}

const fileText = 'what the file holds';

const toAnswer = ({ operation: { output, product } }: DescribedOperation, response: unknown): { readonly status: number; readonly json: unknown } | { readonly pieces: readonly string[] } =>
  (output.kind === 'file' ? { pieces: [fileText] } : { status: 200, json: product === 'sc' ? { type: 'regular', response, error_code: 0, error_msg: '', warnings: [], timestamp: 1 } : response });

const sample = (schema: z.ZodType, face: 'input' | 'output', numRuns = runs): readonly unknown[] => fc.sample(toFitting(schema, face), { seed, numRuns });

/** The value with one member of another type, for each member that has a type. */
function spoil(judge: z.ZodType, value: unknown): readonly { readonly name: string; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const wrong = [[{}], { odd: true }, 7.5, true].map((other) => ({ ...value, [name]: other })).find((other) => !judge.safeParse(other).success);
    return wrong === undefined ? [] : [{ name, value: wrong }];
  });
}

async function toText(output: unknown): Promise<string> {
  return new TextDecoder().decode(expectOk(await (output as FileDownload).toBytes())); // as the operation says
}

/** What the caller gets for an answer. */
function toExpected({ described, operation }: DescribedOperation, answer: unknown): unknown {
  if (operation.output.kind === 'file') return fileText;
  return described.output === undefined ? undefined : toTravelled(described.output, reshape(described.custom?.answer, answer));
}

const swept = operations.filter(({ id }) => skipped[id] === undefined);
const counts = { sent: 0, answered: 0, wrongAnswers: 0, wrongInputs: 0 };

describe('each operation goes there and back', () => {
  test.each(swept)('$id', async (one) => {
    const { described, operation } = one;
    const inputs = sample(toInputSchema(one), 'input');
    const answers = operation.output.kind === 'json' && described.output !== undefined ? sample(described.output, 'output') : [];
    for (const [at, input] of inputs.entries()) {
      const { output, sent } = await exchange(operation, input, toAnswer(one, answers[at] ?? {}));
      expect(sortLine(sent)).toBe(toLine(one, input));
      counts.sent += 1;
      expect(operation.output.kind === 'file' ? await toText(output) : output).toStrictEqual(toExpected(one, answers[at]));
      counts.answered += 1;
    }
    if (described.output !== undefined && described.custom?.answer === undefined) {
      for (const { value } of answers.slice(0, 1).flatMap((answer) => spoil(toJudge(described.output ?? z.unknown(), 'output'), answer)).slice(0, 3)) {
        expect(await fail(operation, inputs[0], toAnswer(one, value))).toBe('APIError');
        counts.wrongAnswers += 1;
      }
    }
    for (const { name, value } of inputs.slice(0, 1).flatMap((input) => spoil(toJudge(toInputSchema(one), 'input'), input))) {
      expect(Object.keys(await refuse(operation, value)).map((path) => path.slice(0, name.length))).toContain(name);
      counts.wrongInputs += 1;
    }
  });

  test('and none is left out without a reason', () => {
    console.log(`round trips of ${swept.length} of ${operations.length} operations: ${JSON.stringify(counts)}`);
    expect(Object.keys(skipped).filter((id) => !operations.some((one) => one.id === id))).toStrictEqual([]);
    expect(swept.length + Object.keys(skipped).length).toBe(loaded.flatMap(({ exports }) => Object.keys(exports['operations'] ?? {})).length);
    expect(counts.sent).toBe(swept.length * runs);
    expect(Math.min(counts.answered, counts.wrongAnswers, counts.wrongInputs)).toBeGreaterThan(swept.length / 2);
  });
});
