import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toOutputFill } from '../../../src/simulator/records/plugin-output.js';

test('a fill has the length that was asked for and is the inside of a JSON string', () => {
  fc.assert(fc.property(fc.nat(2_000), (length) => {
    const fill = toOutputFill(length);
    expect(fill).toHaveLength(length);
    expect(JSON.parse(`"${fill}"`)).toBeTypeOf('string');
    expect(fill).toMatch(/^[\x20-\x7e]*$/);
  }));
});
