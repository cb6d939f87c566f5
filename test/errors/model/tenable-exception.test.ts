import { expect, test } from 'vitest';

import { TenableException } from '../../../src/errors/model/tenable-exception.js';

test('says what was thrown by its name, not by its words', () => {
  const error = TenableException({ operation: 'scans.list', defect: { name: 'TypeError', message: 'x is hunter2', stack: 'at f' } });
  expect(error.message).toBe('scans.list met a defect: code that must not throw threw TypeError.');
  expect(error.defect).toStrictEqual({ name: 'TypeError', message: 'x is hunter2', stack: 'at f' });
});

test('has a sentence even where what was thrown has no name', () => {
  expect(TenableException({ defect: { name: '', message: '', stack: '' } }).message).toContain('threw something');
});
