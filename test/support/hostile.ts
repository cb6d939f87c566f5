/** fast-check arbitraries of code that means harm: whatever it is asked, it throws, rejects, lies or never answers. */
import fc from 'fast-check';

import { explodingValues } from './arbitrary-errors.js';

const anything = fc.anything({ maxDepth: 1, maxKeys: 3, withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true, withSparseArray: true });

/** Makers of values that nobody expects; makers, because some cannot even be held by fast-check. */
export const hostileValue: fc.Arbitrary<() => unknown> = fc.oneof(
  { weight: 6, arbitrary: anything.map((value) => () => value) },
  { weight: 2, arbitrary: fc.constantFrom(...explodingValues).map(([, make]) => make) },
  { weight: 1, arbitrary: fc.constantFrom(() => Symbol('s'), () => new Error('hostile'), () => Object.create(null) as unknown, () => () => 1, () => NaN) },
);

const raise = (thrown: unknown): never => {
  throw thrown;
};

/** Functions that do harm at once: they throw, or give what nobody expects. */
export const hostileNow: fc.Arbitrary<() => unknown> = fc.tuple(hostileValue, fc.boolean()).map(([make, throws]) => (throws ? () => raise(make()) : make));

/** Functions that do harm when they are called or when their promise is waited for. */
export const hostileFunction: fc.Arbitrary<() => unknown> = fc.oneof(hostileNow, fc.tuple(hostileValue, fc.nat(7)).map(([make, way]) => {
  const ways: readonly (() => unknown)[] = [
    () => Promise.reject(make()), // eslint-disable-line @typescript-eslint/prefer-promise-reject-errors -- hostile
    () => Promise.resolve(make()),
    () => new Promise(() => undefined),
    () => ({ then: () => raise(make()) }),
    () => ({ get then(): never { return raise(make()); } }),
    () => ({ then: () => undefined }),
    () => ({ then: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => {
      resolve(make());
      reject(make());
      return raise(make());
    } }),
    () => Promise.resolve({ get then(): never { return raise(make()); } }),
  ];
  return ways[way] ?? make;
}));

/** Mostly `good`, now and then hostile. */
export function orHostile<T>(good: fc.Arbitrary<T>, hostile: fc.Arbitrary<unknown> = hostileFunction): fc.Arbitrary<T> {
  return fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: hostile as fc.Arbitrary<T> }); // that is the lie
}
