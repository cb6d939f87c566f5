/** What the compiler says of the clients of Security Center and Nessus: the good call, and beside it the bad one. */
import type { ResultAsync } from 'neverthrow';
import { describe, expectTypeOf, test } from 'vitest';

import { createNessusClient, createScClient } from 'tenable-result';
import type {
  CallError, FileDownload, FileDownloadError, InferError, NessusClient, NotFoundError, Pages, PasswordComplexityError, ScClient, ScServer,
  UnsupportedError,
} from 'tenable-result';
import type * as nessusScans from 'tenable-result/nessus/scans';
import type * as users from 'tenable-result/sc/users';

/** Compiled, never run: what is said here is said to the compiler. */
const onlyTyped = (body: (sc: ScClient, nessus: NessusClient) => unknown): void => {
  expectTypeOf(body).toBeFunction();
};

type ErrorOf<Call extends (...input: never) => unknown> = ReturnType<Call> extends ResultAsync<unknown, infer E> ? E : never;

describe('a call of Security Center', () => {
  test('may find a password weak only where it changes one', () => {
    expectTypeOf<ErrorOf<ScClient['users']['changePassword']>>().toEqualTypeOf<CallError | PasswordComplexityError>();
    expectTypeOf<ErrorOf<ScClient['currentUser']['changePassword']>>().toEqualTypeOf<CallError | PasswordComplexityError>();
    expectTypeOf<ErrorOf<ScClient['users']['update']>>().toEqualTypeOf<InferError<typeof users.update>>();
    expectTypeOf<PasswordComplexityError>().not.toExtend<ErrorOf<ScClient['users']['update']>>();
    expectTypeOf<PasswordComplexityError>().not.toExtend<ErrorOf<ScClient['users']['create']>>();
  });

  test('has no errors that it cannot have', () => {
    expectTypeOf<NotFoundError>().not.toExtend<ErrorOf<ScClient['scans']['list']>>();
    expectTypeOf<UnsupportedError>().not.toExtend<ErrorOf<ScClient['scans']['details']>>();
    expectTypeOf<FileDownloadError>().toExtend<ErrorOf<ScClient['scanResults']['download']>>();
    expectTypeOf<FileDownloadError>().not.toExtend<ErrorOf<ScClient['scanResults']['details']>>();
  });

  test('takes the input of its operation and nothing else', () => {
    onlyTyped((sc) => [
      sc.users.list(),
      sc.users.list({ fields: ['id'] }),
      // @ts-expect-error -- Type 'string' is not assignable to type 'readonly string[]'
      sc.users.list({ fields: 'id' }),
      sc.users.details({ id: '7' }),
      // @ts-expect-error -- Property 'id' is missing
      sc.users.details({}),
      // @ts-expect-error -- 'password' does not exist in type 'UserUpdateInput'
      sc.users.update({ id: 7, password: 'x' }),
      // @ts-expect-error -- Property 'currentPassword' is missing
      sc.currentUser.changePassword({ password: 'x' }),
    ]);
    expectTypeOf<ScClient['scans']>().not.toHaveProperty('export'); // that is Nessus's
  });

  test('of a list that is long gives pages', () => {
    expectTypeOf<ReturnType<ScClient['analysis']['query']>>().toExtend<Pages<Readonly<Record<string, unknown>>, unknown, unknown>>();
    expectTypeOf<ReturnType<ScClient['plugins']['list']>>().toExtend<Pages<{ readonly id: string }, unknown, unknown>>();
  });
});

describe('a call of Nessus', () => {
  test('may be an UnsupportedError where the licence leaves it out', () => {
    expectTypeOf<UnsupportedError>().toExtend<ErrorOf<NessusClient['scans']['launch']>>();
    expectTypeOf<ErrorOf<NessusClient['scans']['launch']>>().toEqualTypeOf<InferError<typeof nessusScans.launch>>();
  });

  test('may find a password weak only where it changes one', () => {
    expectTypeOf<ErrorOf<NessusClient['session']['changePassword']>>().toEqualTypeOf<CallError | PasswordComplexityError>();
    expectTypeOf<ErrorOf<NessusClient['users']['changePassword']>>().toEqualTypeOf<CallError | PasswordComplexityError>();
    expectTypeOf<PasswordComplexityError>().not.toExtend<ErrorOf<NessusClient['users']['create']>>();
  });

  test('gives files in one call', () => {
    expectTypeOf<ReturnType<NessusClient['scans']['export']>>().toEqualTypeOf<ResultAsync<FileDownload, CallError | FileDownloadError>>();
    onlyTyped((_sc, nessus) => [
      nessus.policies.export({ policy_id: 4 }, { pollIntervalMs: 100 }),
      // @ts-expect-error -- Type '"xml"' is not assignable to type '"nessus" | …'
      nessus.scans.export({ scan_id: 7, format: 'xml' }),
      // @ts-expect-error -- Property 'format' is missing
      nessus.scans.export({ scan_id: 7 }),
    ]);
  });
});

describe('a client', () => {
  test('takes its configuration and nothing else', () => {
    onlyTyped(() => [
      createScClient({ url: 'https://sc.example.com', username: 'u', password: 'p', releaseSession: true }),
      createNessusClient({ username: 'u', password: 'p', reLogIn: true }),
      // @ts-expect-error -- 'releaseSession' does not exist in type 'SessionConfig'
      createNessusClient({ username: 'u', password: 'p', releaseSession: true }),
    ]);
  });

  test('tells at first contact which server it is', () => {
    expectTypeOf<ReturnType<ScClient['connect']>>().toEqualTypeOf<ResultAsync<ScServer, CallError>>();
  });
});
