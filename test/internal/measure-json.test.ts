import fc from 'fast-check';
import { expect, test } from 'vitest';

import { measureJson } from '../../src/internal/measure-json.js';
import type { JsonLimits, JsonSize } from '../../src/internal/measure-json.js';

function measure(text: string, limits: Partial<JsonLimits>): JsonSize {
  const work = measureJson(new TextEncoder().encode(text), { maxDepth: 1000, maxValues: 1e9, ...limits });
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const countValues = (value: unknown): number => 1 + (typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, one) => sum + countValues(one), 0) : 0);
const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);

test('counts values and levels of any JSON exactly', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.nat(2), (value, indent) => {
    const text = JSON.stringify(value, null, indent);
    const [values, depth] = [countValues(value), depthOf(value)];
    expect([measure(text, { maxValues: values }), measure(text, { maxValues: values - 1 })]).toStrictEqual(['fits', 'too-many-values']);
    expect(measure(text, { maxDepth: depth })).toBe('fits');
    if (depth > 0) expect(measure(text, { maxDepth: depth - 1 })).toBe('too-deep');
  }));
});

test.each(['[[],[],[]]', '[{},{},{}]', '{"a":0,"b":0,"c":0}', '[[[0]]]', '["a,b,c","]","\\",["]'])('counts %j as four', (text) => {
  expect([measure(text, { maxValues: 4 }), measure(text, { maxValues: 3 })]).toStrictEqual(['fits', 'too-many-values']);
});

test('is total over bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(['fits', 'too-deep', 'too-many-values']).toContain(measure(text, { maxDepth: 3, maxValues: 5 }));
  }));
});

test('gives control back on its way through long bytes', () => {
  const work = measureJson(new Uint8Array(20_000_000).fill(0x30), { maxDepth: 1, maxValues: 1 });
  let steps = 0;
  while (work.next().done !== true) steps += 1;
  expect(steps).toBe(4);
});
