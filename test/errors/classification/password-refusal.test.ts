import { describe, expect, test } from 'vitest';

import { checkVmPassword, isPasswordChange, isWeakPassword } from '../../../src/errors/classification/password-refusal.js';
import type { RequestContext } from '../../../src/errors/classification/request-context.js';

const vm: RequestContext = { product: 'vm', method: 'PUT', path: '/users/7/chpasswd', sentPassword: 'keeps-rule' };
const sc: RequestContext = { product: 'sc', method: 'PATCH', path: '/rest/user/7', sentPassword: 'unchecked' };

describe('a password change', () => {
  test.each<readonly [string, RequestContext]>([
    ['VM, by an administrator', vm],
    ['VM, by the user', { ...vm, path: '/session/chpasswd' }],
    ['Nessus', { ...vm, product: 'nessus', path: '/users/2/chpasswd' }],
    ['SC, by an administrator', sc],
    ['SC, by the user', { ...sc, path: '/rest/currentUser' }],
    ['SC, without the base path', { ...sc, path: '/user/7' }],
    ['SC, of a user with a long id', { ...sc, path: '/rest/user/4711' }],
  ])('is seen: %s', (_title, request) => {
    expect(isPasswordChange(request)).toBe(true);
  });

  test.each<readonly [string, RequestContext]>([
    ['a new user', { ...vm, method: 'POST', path: '/users' }],
    ['another method', { ...vm, method: 'GET' }],
    ['another path', { ...vm, path: '/users/7' }],
    ['SC without a password', { ...sc, sentPassword: null }],
    ['SC, an unsaid password', { product: 'sc', method: 'PATCH', path: '/rest/user/7' }],
    ['SC, a new user', { ...sc, method: 'POST', path: '/rest/user' }],
    ['SC, something below a user', { ...sc, path: '/rest/user/7/keys' }],
    ['SC, another method on a user', { ...sc, method: 'POST' }],
  ])('is not seen in %s', (_title, request) => {
    expect(isPasswordChange(request)).toBe(false);
  });
});

describe('a weak password', () => {
  test.each([
    'Password is too weak', 'Password complexity requirements not met', 'The new password is too short',
    'Password must be at least 12 characters', 'password needs an upper-case letter', 'password needs one Uppercase letter',
    'Password must contain a digit', 'Password needs a special symbol', 'password violates the policy',
    'You may not re-use a previous password', 'Password strength: 1 of 4', 'Password may not be reused',
    'password needs an upper case', 'password needs an uppercase', 'password needs an upper-case',
    'password needs a lower case', 'password needs a lowercase', 'password needs a lower-case',
  ])('is what these words mean: %s', (detail) => {
    expect(isWeakPassword(vm, detail, undefined)).toBe(true);
  });

  test.each([
    '', 'Invalid request', 'Password is invalid', 'The current password is incorrect', 'Your old password does not match',
    'current_password is required', 'currentPassword is required and must have at least 1 character', 'existing password wrong, must have at least 1 character', 'name is too short',
  ])('is not what these words mean: %s', (detail) => {
    expect(isWeakPassword(vm, detail, undefined)).toBe(false);
  });

  test('is assumed where VM gives no words and the password broke its documented rule', () => {
    expect(isWeakPassword({ ...vm, sentPassword: 'breaks-rule' }, '', undefined)).toBe(true);
    expect(isWeakPassword({ ...vm, sentPassword: 'unchecked' }, '', undefined)).toBe(false);
    expect(isWeakPassword({ ...vm, product: 'nessus', sentPassword: 'breaks-rule' }, '', undefined)).toBe(false);
  });

  test.each<readonly [string, unknown, boolean]>([
    ['child "username" fails because it is required', undefined, false],
    ['child "password" fails because it is odd', undefined, true],
    ['Bad Request', { validation: { source: 'payload', keys: ['username'] } }, false],
    ['Bad Request', { validation: { source: 'payload', keys: ['password'] } }, true],
    ['Bad Request', { validation: { source: 'payload', keys: ['password', 'username'] } }, false],
    ['Bad Request', { validation: { keys: 'username' } }, true],
  ])('is not assumed where the answer names another field: %s %j', (detail, json, expected) => {
    expect(isWeakPassword({ ...vm, sentPassword: 'breaks-rule' }, detail, json)).toBe(expected);
  });
});

describe('VM\'s documented rule', () => {
  test.each(['Abcdefgh1!xy', 'Äbcdefgh1_xy', 'Abcdefgh1 xyz', '🙂Abcdefgh12x'])('is kept by %s', (password) => {
    expect(checkVmPassword(password)).toBe('keeps-rule');
  });

  test.each(['', 'Abcdefg1!xy', 'abcdefgh1!xy', 'ABCDEFGH1!XY', 'Abcdefgh!!xy', 'Abcdefgh11xy', '🙂🙂🙂🙂🙂Ab1'])('is broken by %s', (password) => {
    expect(checkVmPassword(password)).toBe('breaks-rule');
  });

  test.each([undefined, null, 123456789012, ['Abcdefgh1!xy']])('is not looked at for %s', (password) => {
    expect(checkVmPassword(password)).toBe('unchecked');
  });
});
