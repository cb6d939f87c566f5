import { describe, expect, test } from 'vitest';

import { usernames } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

const strong = 'Correct-Horse-7-Battery';

describe('users', () => {
  test('a new one is there afterwards, by number and by UUID, and can be impersonated', async () => {
    const { settle, vm } = openInProcessLab();
    const created = expectOk(await settle(vm.users.create({ username: 'new@example.com', password: strong, permissions: 40, name: 'New One' })));
    expect(created).toMatchObject({ id: 6, username: 'new@example.com', name: 'New One', email: 'new@example.com', type: 'local', permissions: 40 });
    const { users } = expectOk(await settle(vm.users.list()));
    expect(users.map(({ username }) => username)).toStrictEqual([...Object.values(usernames), 'new@example.com']);
    for (const user_id of [created.id, created.uuid]) {
      expect(expectOk(await settle(vm.users.details({ user_id })))).toMatchObject({ id: created.id, uuid: created.uuid });
    }
    expect(expectOk(await settle(vm.impersonate('new@example.com').asyncAndThen((user) => user.session.details())))).toMatchObject({ id: 6 });
  });

  test('keep less to themselves before an administrator', async () => {
    const { settle, vm } = openInProcessLab();
    const { users } = expectOk(await settle(vm.impersonate(usernames.standard).asyncAndThen((user) => user.users.list())));
    expect(users).toHaveLength(5);
    expect(users.every((user) => !('enabled' in user))).toBe(true);
  });

  test.each([
    [{ username: 'no address' }, "Invalid 'username' field"],
    [{ username: 'new@example.org' }, "The username provided is not a part of the current Container's approved domains."],
    [{ password: 'Short-1' }, 'The password must have at least 12 characters with an upper-case letter, a lower-case letter, a digit and a special character.'],
  ])('are not created with %o', async (input, detail) => {
    const { settle, vm } = openInProcessLab();
    const refused = await settle(vm.users.create({ username: 'new@example.com', password: strong, permissions: 32, ...input }));
    expect(expectErr(refused)).toMatchObject({ _tag: 'InvalidInputError', detail });
  });

  test.each(['GET', 'PUT', 'POST'])('are administered by administrators only: %s', async (method) => {
    const { settle, vm } = openInProcessLab();
    const refused = await settle(vm.impersonate(usernames.scanManager).asyncAndThen(({ users }) => {
      if (method === 'GET') return users.details({ user_id: 1 }).map(() => null);
      if (method === 'PUT') return users.changePassword({ user_id: 1, password: strong }).map(() => null);
      return users.create({ username: 'new@example.com', password: strong, permissions: 32 }).map(() => null);
    }));
    expect(expectErr(refused)).toMatchObject({ _tag: 'PermissionError', reason: 'forbidden', detail: 'Insufficient scope' });
  });
});

describe('passwords', () => {
  test('a strong one is taken, in silence', async () => {
    const { settle, vm } = openInProcessLab();
    const changed = await settle(vm.users.changePassword({ user_id: 3, password: strong, current_password: 'whatever' }));
    expect(changed.isOk()).toBe(true);
  });

  test.each(['short-A1', 'no-upper-case-7', 'NO-LOWER-CASE-7', 'No-Digit-At-All', 'NoSpecialChar77'])('"%s" is too weak', async (password) => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.users.changePassword({ user_id: 3, password })))).toMatchObject({ _tag: 'PasswordComplexityError', code: 400 });
  });

  test('of nobody cannot be changed', async () => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.users.changePassword({ user_id: 99, password: strong })))).toMatchObject({ _tag: 'NotFoundError', detail: 'Not Found' });
  });
});
