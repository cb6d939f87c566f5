/** What the compiler says of calls: the good call, and beside it the bad one with the words that the user reads. */
import type { Result, ResultAsync } from 'neverthrow';
import { match } from 'ts-pattern';
import * as v from 'valibot';
import { describe, expectTypeOf, test } from 'vitest';

import { createVmClient, createVmConnection, defineOperation, empty, execute, json, matchError } from 'tenable-result';
import type {
  CallErrorTag, CreateError, ImpersonationError, InferError, InferInput, InferOutput, NotFoundError, Operation, Pages, PasswordComplexityError,
  UnexpectedValueError, VmClient, VmConnection,
} from 'tenable-result';
import { details as scanDetails } from 'tenable-result/vm/scans';
import type * as scans from 'tenable-result/vm/scans';
import type { ScanDetails, ScanDetailsInput } from 'tenable-result/vm/scans';
import type * as users from 'tenable-result/vm/users';

import { expectOk } from '../support/expect-result.js';

const keys = { accessKey: 'access-key', secretKey: 'secret-key', url: 'http://127.0.0.1:1' };
const vm: VmClient = expectOk(createVmClient(keys));
const connection: VmConnection = expectOk(createVmConnection(keys));

/** Compiled, never run: what is said here is said to the compiler. */
const onlyTyped = (body: () => unknown): void => {
  expectTypeOf(body).toBeFunction();
};

describe('a call', () => {
  test('gives its own output and its own errors', () => {
    expectTypeOf(vm.scans.details).returns.toEqualTypeOf<ResultAsync<ScanDetails, InferError<typeof scanDetails>>>();
    expectTypeOf<InferInput<typeof scanDetails>>().toEqualTypeOf<ScanDetailsInput>();
    expectTypeOf<InferOutput<typeof scanDetails>>().toEqualTypeOf<ScanDetails>();
  });

  test('has the errors of any call without those that it rules out, and with those that it adds', () => {
    type TagsOf<Op> = InferError<Op>['_tag'];
    expectTypeOf<TagsOf<typeof scanDetails>>().toEqualTypeOf<Exclude<CallErrorTag, 'UnsupportedError'>>();
    expectTypeOf<TagsOf<typeof scans.list>>().toEqualTypeOf<Exclude<CallErrorTag, 'NotFoundError' | 'UnsupportedError'>>();
    expectTypeOf<TagsOf<typeof users.changePassword>>().toEqualTypeOf<CallErrorTag | 'PasswordComplexityError'>();
    expectTypeOf<NotFoundError>().not.toExtend<InferError<typeof scans.list>>();
    expectTypeOf<PasswordComplexityError>().not.toExtend<InferError<typeof users.details>>();
  });

  test('of a client that impersonates may also fail for that', () => {
    onlyTyped(() => vm.impersonate('user@example.com').map((other) => {
      expectTypeOf(other.scans.details).returns.toEqualTypeOf<ResultAsync<ScanDetails, InferError<typeof scanDetails> | ImpersonationError>>();
      expectTypeOf(execute(other, scanDetails, { scan_id: 1 })).toEqualTypeOf<ResultAsync<ScanDetails, InferError<typeof scanDetails> | ImpersonationError>>();
    }));
    expectTypeOf(vm.impersonate).returns.toEqualTypeOf<Result<VmClient<'ImpersonationError'>, UnexpectedValueError>>();
  });

  test('takes the input of its operation and nothing else', () => {
    onlyTyped(() => [
      vm.scans.details({ scan_id: 42 }),
      vm.scans.list(),
      // @ts-expect-error -- Property 'scan_id' is missing
      vm.scans.details({}),
      // @ts-expect-error -- Expected 1-2 arguments, but got 0
      vm.scans.details(),
      // @ts-expect-error -- 'scanId' does not exist in type 'ScanDetailsInput'
      vm.scans.details({ scanId: 42 }),
      // @ts-expect-error -- Type 'boolean' is not assignable to type 'ScanId'
      vm.scans.details({ scan_id: true }),
      // @ts-expect-error -- Type '"urgent"' is not assignable to type 'Severity'
      vm.exports.vulns({ filters: { severity: ['urgent'] } }),
      vm.exports.vulns({ filters: { 'tag.Location': ['Berlin'], severity: ['high'] } }),
      // @ts-expect-error -- 'location' does not exist in type 'VulnsFilters'
      vm.exports.vulns({ filters: { location: ['Berlin'] } }),
    ]);
  });

  test('of a list gives pages', () => {
    expectTypeOf(vm.agents.list).returns.toExtend<Pages<unknown, unknown, unknown>>();
    expectTypeOf(vm.agents.list({ scanner_id: 1 }).toArray).returns.toExtend<ResultAsync<readonly { readonly name: string }[], unknown>>();
  });

  test('standing alone is the same', () => {
    onlyTyped(() => {
      expectTypeOf(execute(connection, scanDetails, { scan_id: 1 })).toEqualTypeOf<ReturnType<VmClient['scans']['details']>>();
    });
    // @ts-expect-error -- Property 'scan_id' is missing
    onlyTyped(() => execute(connection, scanDetails, {}));
  });

  test('after creation can fail for both', () => {
    const found = (): ResultAsync<ScanDetails, InferError<typeof scanDetails> | CreateError> =>
      createVmClient().asyncAndThen((client) => client.scans.details({ scan_id: 1 }));
    expectTypeOf(found).returns.not.toBeAny();
  });
});

describe("a match over a call's errors that forgets a tag does not compile", () => {
  type E = InferError<typeof users.details>;

  test("with ts-pattern's exhaustive", () => {
    const common = (error: E) => match(error)
      .with({ _tag: 'APIError' }, { _tag: 'InvalidInputError' }, { _tag: 'PermissionError' }, { _tag: 'ServerError' }, () => 1)
      .with({ _tag: 'RetryError' }, { _tag: 'UnknownError' }, { _tag: 'ConnectionError' }, () => 2)
      .with({ _tag: 'UnexpectedValueError' }, { _tag: 'TenableException' }, () => 3);
    onlyTyped(() => (error: E) => common(error).with({ _tag: 'NotFoundError' }, (e) => e.code).exhaustive());
    onlyTyped(() => (error: E) => {
      // @ts-expect-error -- NonExhaustiveError<NotFoundError>
      common(error).exhaustive();
    });
  });

  test('with matchError, which names the tag', () => {
    const all = {
      APIError: () => 1, InvalidInputError: () => 1, PermissionError: () => 1, ServerError: () => 1, RetryError: () => 1,
      UnknownError: () => 1, ConnectionError: () => 1, UnexpectedValueError: () => 1, TenableException: () => 1,
    };
    onlyTyped(() => (error: E) => matchError(error, { ...all, NotFoundError: (e) => e.code }));
    // @ts-expect-error -- Property 'NotFoundError' is missing
    onlyTyped(() => (error: E) => matchError(error, all));
  });

  test('with switch', () => {
    const toText = (error: E): string => {
      switch (error._tag) {
        case 'APIError': case 'InvalidInputError': case 'PermissionError': case 'ServerError': case 'RetryError':
        case 'UnknownError': case 'ConnectionError': case 'UnexpectedValueError': case 'TenableException':
          return error.message;
        case 'NotFoundError':
          return error.detail;
      }
    };
    expectTypeOf(toText).returns.toBeString();
    // @ts-expect-error -- Function lacks ending return statement and return type does not include 'undefined'
    const forgets = (error: E): string => {
      // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is shown here
      switch (error._tag) {
        case 'APIError': case 'InvalidInputError': case 'PermissionError': case 'ServerError': case 'RetryError':
        case 'UnknownError': case 'ConnectionError': case 'UnexpectedValueError': case 'TenableException':
          return error.message;
      }
    };
    expectTypeOf(forgets).parameters.toEqualTypeOf<[E]>();
  });
});

describe('a definition', () => {
  const base = { id: 'x', product: 'vm', method: 'GET', docs: '', output: empty } as const;
  const input: v.GenericSchema<{ readonly id: number }> = v.strictObject({ id: v.number() });

  test('whose path names a parameter that the input lacks does not compile', () => {
    onlyTyped(() => [
      defineOperation({ ...base, path: '/x/{id}', input }),
      // @ts-expect-error -- 'The path has a parameter that the input does not have:': "other"
      defineOperation({ ...base, path: '/x/{id}/{other}', input }),
      // @ts-expect-error -- Type '"limit"' is not assignable to type '"id"'
      defineOperation({ ...base, path: '/x/{id}', input, query: ['limit'] }),
    ]);
  });

  test('cannot rule out what every call can have', () => {
    onlyTyped(() => [
      defineOperation({ ...base, path: '/x/{id}', input, removes: ['NotFoundError'] }),
      // @ts-expect-error -- Type '"ConnectionError"' is not assignable to type 'RemovableTag'
      defineOperation({ ...base, path: '/x/{id}', input, removes: ['ConnectionError'] }),
    ]);
  });

  test('infers its output from its schema', () => {
    const define = () => defineOperation({ ...base, path: '/x/{id}', input, output: json(v.object({ name: v.string() })) });
    expectTypeOf(define).returns.toExtend<Operation<{ readonly id: number }, { name: string }>>();
    onlyTyped(define);
  });
});
