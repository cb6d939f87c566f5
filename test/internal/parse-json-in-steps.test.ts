import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseJson } from '../../src/internal/parse-json.js';
import { parseJsonInSteps } from '../../src/internal/parse-json-in-steps.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function run(text: string | Uint8Array): { readonly value: unknown; readonly steps: number; readonly longestMs: number } {
  const work = parseJsonInSteps(typeof text === 'string' ? encode(text) : text);
  let longestMs = 0;
  for (let steps = 0; ; steps += 1) {
    const began = performance.now();
    const step = work.next();
    longestMs = Math.max(longestMs, performance.now() - began);
    if (step.done === true) return { value: step.value.ok ? step.value.value : undefined, steps, longestMs };
  }
}

const pad = 'x'.repeat(50_000);
/** JSON with members that are as long as steps, anywhere in it. */
const large = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(pad, `"\\\u{1f600}${pad}`, '', '[]', '{},"'), fc.array(tie('value'), { maxLength: 12 }), fc.dictionary(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', 'a"b', '1', 'constructor')), tie('value'), { maxKeys: 8 })),
})).value;

describe('JSON in steps', () => {
  test('is what JSON.parse makes of it', () => {
    fc.assert(fc.property(large, fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const stepped = run(text).value;
      expect(JSON.stringify(stepped)).toBe(JSON.stringify(parseJson(text)));
    }), { numRuns: 300 });
  });

  test('that is cut or changed anywhere is taken or refused as JSON.parse does', () => {
    const junk = fc.constantFrom(',', ']', '[', '{', '}', '"', ':', '\\', ' ', '\u0000', '1', ',,', '[]', '{}');
    fc.assert(fc.property(large, fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.constant(''), junk), fc.nat(2), (value, place, inserted, dropped) => {
      const text = JSON.stringify([value, value]);
      const at = Math.floor(place * text.length);
      const changed = text.slice(0, at) + inserted + text.slice(at + dropped);
      expect(JSON.stringify(run(changed).value)).toBe(JSON.stringify(parseJson(changed)));
    }), { numRuns: 500 });
  });

  test('keeps apart what JSON keeps apart: marks, names that mean something, numbers, the last of two equal names', () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `"k${at}":${at}`).join();
    const object = run(`\ufeff {"__proto__":{"a":1},${many},"k1":-1,"constructor":[]} `).value as Record<string, unknown>;
    expect(Object.keys(object)).toHaveLength(40_002);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect([object['k1'], object['k39999'], Object.hasOwn(object, '__proto__')]).toStrictEqual([-1, 39_999, true]);
    expect('a' in {}).toBe(false);
    expect(run('\ufeff\ufeff[]').value).toBeUndefined();
  });

  test.each(['', ' ', '1', '"a"', 'null', 'nul', '1 2', '[] []', '[', ']', '{', '}', '[}', '{]', '[,]', '[1,]', '{,}', '{"a"}', '{"a":1,}', '"', '[1]x', '{"a":[}', 'x[]', '{}{}', '[[]', '[]]'])(
    'takes %j as JSON.parse does', (text) => {
      expect(run(text).value).toStrictEqual(parseJson(text));
    },
  );

  test('refuses invalid UTF-8 wherever it is', () => {
    const bytes = encode(`[${`"${pad}",`.repeat(20)}1]`);
    for (const at of [3, 200_000, 700_000, bytes.length - 60_000]) {
      const broken = bytes.slice();
      broken[at] = 0xff;
      expect(run(broken).value).toBeUndefined();
    }
  });

  const count = 300_000;
  test.each([
    ['nothing', '[]', '[', ']'], ['objects', '{}', '[', ']'], ['numbers', '0', '{"scans":[', ']}'], ['deep ones', '[[[{"a":[]}]]]', '{"response":{"results":[', ']}}'],
  ])('of 300,000 %s takes many short steps', (_title, item, open, close) => {
    const { steps, value } = run(open + Array(count).fill(item).join() + close);
    expect(JSON.stringify(value)).toHaveLength(open.length + close.length + count * (item.length + 1) - 1);
    expect(steps).toBeGreaterThanOrEqual(Math.floor(count * (item.length + 1) / 131_072 / 2));
  });

  test('of names that are all different takes many short steps', () => {
    const { steps, value } = run(`{"a":{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":{}`).join()}}}`);
    expect(Object.keys((value as { readonly a: object }).a)).toHaveLength(100_000);
    expect(steps).toBeGreaterThan(5);
  });
});
