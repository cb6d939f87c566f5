/** The adapter with Effect 3: the same source and the same suite, with the other version in its place. */
import { Context } from 'effect-3';
import { expect, test, vi } from 'vitest';

import type { VmClient } from 'tenable-result';
import type { ServiceTag } from 'tenable-result/effect';

import { describeEffectAdapter } from './effect-suite.js';
import type { Vm } from './effect-suite.js';

vi.mock('effect', async () => import('effect-3'));

test('the version in place is 3', async () => {
  expect(Object.keys(await import('effect'))).toContain('GlobalValue'); // which Effect 4 no longer has
});

// A tag of the other version: at run time it is what `Layer.effect` of that version takes.
describeEffectAdapter((key) => Context.GenericTag<Vm, VmClient>(key) as unknown as ServiceTag<Vm, VmClient>);
