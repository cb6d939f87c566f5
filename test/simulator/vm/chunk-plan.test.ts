import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createChunkPlan } from '../../../src/simulator/vm/chunk-plan.js';
import type { ExportOutcome } from '../../../src/simulator/vm/chunk-plan.js';

describe('a plan', () => {
  test.each<readonly [ExportOutcome, number, readonly number[], number, readonly (number | null)[]]>([
    ['finished', 0, [], 0, []],
    ['finished', 5, [2, 4, 1, 3, 5], 5, [1, 3, 0, 2, 4]],
    ['empty-chunk', 0, [1], 1, [null]],
    ['empty-chunk', 3, [2, 4, 1, 3], 4, [null, 2, 0, 1]],
    ['out-of-order', 0, [], 0, []],
    ['out-of-order', 5, [9, 1, 8, 4, 5], 9, [4, 0, 3, 1, 2]],
  ])('%s of %d parts: chunks %j of %d, with parts %j', (outcome, parts, order, totalChunks, held) => {
    const plan = createChunkPlan(outcome, parts);
    expect(plan.order).toStrictEqual(order);
    expect(plan.totalChunks).toBe(totalChunks);
    expect(plan.order.map(plan.toPart)).toStrictEqual(held);
  });
});

test('every part is in one chunk, and chunks have numbers from 1 up to the total', () => {
  const outcome = fc.constantFrom<ExportOutcome>('finished', 'error', 'empty-chunk', 'out-of-order');
  fc.assert(fc.property(outcome, fc.nat(60), (which, parts) => {
    const { order, toPart, totalChunks } = createChunkPlan(which, parts);
    const held = order.map(toPart).filter((part) => part !== null).sort((a, b) => a - b);
    expect(held).toStrictEqual(Array.from({ length: parts }, (_, part) => part));
    expect(new Set(order).size).toBe(order.length);
    expect(order.every((chunk) => chunk >= 1 && chunk <= totalChunks)).toBe(true);
  }));
});

test('numbers of an out-of-order job have gaps, and do not come in their order', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), (parts) => {
    const { order, totalChunks } = createChunkPlan('out-of-order', parts);
    expect(totalChunks).toBeGreaterThan(parts);
    expect(order[0]).toBe(totalChunks);
  }));
});
