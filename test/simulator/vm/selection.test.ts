import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isAmong, isSince, toSelection } from '../../../src/simulator/vm/selection.js';
import { expectErr, expectOk } from '../../support/expect-result.js';

const known = {
  word: isAmong((number) => (number % 2 === 0 ? 'Even' : 'odd')),
  number: isAmong((number) => number),
  since: isSince((number) => number * 10),
};

const select = (filters: unknown, count = 6): readonly number[] => {
  const { slice, ...selection } = expectOk(toSelection({ filters }, count, known));
  return slice(0, selection.count);
};

test.each<readonly [unknown, readonly number[]]>([
  [undefined, [0, 1, 2, 3, 4, 5]],
  [null, [0, 1, 2, 3, 4, 5]],
  [{}, [0, 1, 2, 3, 4, 5]],
  [{ word: ['EVEN'] }, [0, 2, 4]],
  [{ word: ['even', 'ODD'] }, [0, 1, 2, 3, 4, 5]],
  [{ word: [] }, [0, 1, 2, 3, 4, 5]],
  [{ word: ['neither'] }, []],
  [{ word: 'even' }, [0, 1, 2, 3, 4, 5]],
  [{ number: [1, '3'] }, [1, 3]],
  [{ since: 30 }, [3, 4, 5]],
  [{ since: 31 }, [4, 5]],
  [{ since: 0 }, [0, 1, 2, 3, 4, 5]],
  [{ since: 'long ago' }, [0, 1, 2, 3, 4, 5]],
  [{ since: 20, word: ['odd'] }, [3, 5]],
  [{ 'tag.Location': ['Berlin'], tags: {}, unheard_of: true }, [0, 1, 2, 3, 4, 5]],
])('%j selects %j', (filters, numbers) => {
  expect(select(filters)).toStrictEqual(numbers);
});

test.each([[[]], [7], ['all'], [true]])('filters %j are refused', (filters) => {
  expect(expectErr(toSelection({ filters }, 6, known))).toMatchObject({ status: 400, body: '{"error":"Invalid \'filters\' field"}' });
});

test('parts that follow each other are the whole selection, with filters and without', () => {
  const filters = fc.record({ word: fc.constantFrom(['even'], [], ['odd']), since: fc.nat(400) }, { requiredKeys: [] });
  fc.assert(fc.property(filters, fc.nat(50), fc.integer({ min: 1, max: 20 }), (asked, count, size) => {
    const { count: selected, slice } = expectOk(toSelection({ filters: asked }, count, known));
    const parts = Array.from({ length: Math.ceil(selected / size) }, (_, part) => slice(part * size, (part + 1) * size));
    expect(parts.flat()).toStrictEqual(slice(0, selected));
    expect(parts.every((part) => part.length >= 1 && part.length <= size)).toBe(true);
  }));
});
