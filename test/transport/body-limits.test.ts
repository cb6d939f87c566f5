import { expect, test } from 'vitest';

import { defaultMaxBodyBytes, defaultMaxBodyValues, toBodyLimits } from '../../src/transport/body-limits.js';

test('each kind of answer has its own limits, of which some or all can be set', () => {
  expect(toBodyLimits(undefined, undefined).list).toStrictEqual({ maxBytes: defaultMaxBodyBytes.list, maxValues: defaultMaxBodyValues.list });
  expect(toBodyLimits(7, { call: 3 })).toStrictEqual({
    call: { maxBytes: 7, maxValues: 3 },
    list: { maxBytes: 7, maxValues: defaultMaxBodyValues.list },
    chunk: { maxBytes: 7, maxValues: defaultMaxBodyValues.chunk },
  });
  expect(toBodyLimits({ chunk: 9 }, 5).chunk).toStrictEqual({ maxBytes: 9, maxValues: 5 });
});
