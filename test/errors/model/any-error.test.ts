/** What stands for a value that was passed for an error and is none: a literal, held to what the constructor would make. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { TenableException } from 'tenable-result';

import { toNoError } from '../../../src/errors/model/any-error.js';

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test('what is no error becomes the very TenableException that its constructor makes, frozen all through', () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.constant(revoked)), (given) => {
    const value: unknown = given === revoked ? revoked() : given; // fast-check looks at what it hands out
    const error = toNoError(value);
    expect(error).toStrictEqual(TenableException(error));
    expect(Object.keys(error)).toStrictEqual(Object.keys(TenableException(error)));
    expect([Object.isFrozen(error), Object.isFrozen(error.defect)]).toStrictEqual([true, true]);
    expect(error.defect.name).not.toBe('');
  }));
});
