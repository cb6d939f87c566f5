import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toEnvelope } from '../../../src/errors/classification/security-center-envelope.js';

test('reads a recorded envelope', () => {
  const json = { type: 'regular', response: { id: '1' }, error_code: 147, error_msg: 'Policy #1 does not exist.\n', warnings: [], timestamp: 1 };
  expect(toEnvelope(json)).toStrictEqual({ response: { id: '1' }, errorCode: 147, errorMessage: 'Policy #1 does not exist.\n', warnings: [] });
});

test.each<readonly [unknown, number]>([[0, 0], ['0', 0], [' 0 ', 0], ['146', 146], [12, 12]])('takes error_code %j as %i', (error_code, errorCode) => {
  expect(toEnvelope({ response: '', error_code })).toMatchObject({ errorCode });
});

test.each([null, 'EFAIL', '', ' ', {}, [], [0], true, false, 'NaN', 'null', '0x0', '0e9', 0.5])('does not take the error_code %j for success', (error_code) => {
  expect(toEnvelope({ response: '', error_code })?.errorCode).not.toBe(0);
});

test.each([null, undefined, [], 'text', 7, {}, { response: '' }, { error_code: 0 }, { error: 'x' }, Object.create({ response: '', error_code: 0 })])(
  '%j is no envelope',
  (json) => {
    expect(toEnvelope(json)).toBeNull();
  },
);

test('takes a message that is no text as none', () => {
  expect(toEnvelope({ response: '', error_code: 1, error_msg: ['x'] })?.errorMessage).toBe('');
});

test('is total over JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (response, error_code) => {
    expect(Number.isFinite(toEnvelope({ response, error_code })?.errorCode)).toBe(true);
  }));
});
