import { fromResponse } from 'tenable-result';
import { expect, test } from 'vitest';

import { answerForms } from '../../../src/errors/classification/answer-form.js';

test('only the product that has an envelope says no inside of a 200', () => {
  const body = JSON.stringify({ error_code: 146, error_msg: 'no', response: '' });
  for (const product of ['vm', 'sc', 'nessus'] as const) {
    const result = fromResponse({ status: 200, body }, { product, method: 'GET', path: '/x' });
    expect(result.isErr()).toBe(answerForms[product].isEnveloped);
  }
});

test('only the product that documents a rule for passwords has them looked at', () => {
  expect(answerForms.vm.checkPassword('short')).toBe('breaks-rule');
  expect(answerForms.vm.checkPassword('Long-enough-1234')).toBe('keeps-rule');
  expect(answerForms.sc.checkPassword('short')).toBe('unchecked');
  expect(answerForms.nessus.checkPassword('short')).toBe('unchecked');
});
