import {
  createVmClient, decodeTenableError, encodeTenableError, execute, fromResponse, isResponseError, isTag, matchErrorPartial, tenableErrorTags,
} from 'tenable-result';
import type { ApiKeyConfig, TenableError } from 'tenable-result';
import { describe, expect, test } from 'vitest';

import { constructors } from '../support/arbitrary-errors.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';

const raise = (): never => {
  throw new Error('hostile');
};
const reject = (): Promise<never> => Promise.reject(new Error('hostile'));

describe('a Result does not reject', () => {
  test.each<readonly [string, ApiKeyConfig]>([
    ['keys that throw', { credentials: raise }],
    ['keys that reject', { credentials: reject }],
    ['a transport that throws', { transport: raise }],
    ['a transport that rejects', { transport: reject as unknown as NonNullable<ApiKeyConfig['transport']> }],
  ])('because of %s', async (_title, config) => {
    const { clock, vm } = createScriptedClient([], config);
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'TenableException', operation: 'users.list', defect: { message: 'hostile' } });
  });

  test.each<readonly [string, () => unknown]>([['throws', raise], ['rejects', reject], ['never settles', () => new Promise(() => undefined)]])(
    'nor change because of a hook that %s', async (_title, hook) => {
      const hooks = { onRequest: hook, onResponse: hook, onRetry: hook, onDefect: hook };
      const { clock, vm } = createScriptedClient([{ status: 503 }, { json: { users: [] } }], { hooks });
      expect(expectOk(await clock.settle(vm.users.list()))).toStrictEqual({ users: [] });
    });

  test('because of keys that never come: the deadline ends the wait for them', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([], { credentials: () => new Promise(() => undefined) });
    expect(expectErr(await clock.settle(vm.users.list({}, { deadlineMs: 700 })))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout' });
    expect(elapsedMs()).toBe(700);
  });

  test('because of keys that are none', async () => {
    for (const keys of [null, undefined, 7, [], {}, { accessKey: 1, secretKey: null }]) {
      const { clock, vm } = createScriptedClient([], { credentials: (() => keys) as unknown as NonNullable<ApiKeyConfig['credentials']> });
      expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'UnexpectedValueError' });
    }
  });

  test.each<readonly [string, unknown]>([['null', null], ['a text', 'x'], ['a list', []], ['a getter that throws', { get url(): never { return raise(); } }], ['a number as its clock', { clock: 7 }]])(
    'nor does creating a client from %s throw', (_title, config) => {
      expect(expectErr(createVmClient(config as ApiKeyConfig))).toMatchObject({ _tag: 'UnexpectedValueError', operation: 'createVmClient' });
    });

  test('because of arguments of any kind', async () => {
    const { clock, vm } = createScriptedClient([]);
    const details = vm.scans.details as (input?: unknown, options?: unknown) => ReturnType<typeof vm.scans.details>;
    for (const input of [null, 1, 'x', [], () => 1, Symbol('s'), { scan_id: Symbol('s') }]) expect(expectErr(await clock.settle(details(input)))._tag).toBe('UnexpectedValueError');
    for (const options of [null, 1, 'x', { signal: {} }, { retry: 1 }, { headers: 1 }]) expect(expectErr(await clock.settle(details({ scan_id: 1 }, options)))._tag).toBe('UnexpectedValueError');
    expect(expectErr(await execute({} as typeof vm, null as unknown as Parameters<typeof execute>[1], {}))).toMatchObject({ _tag: expect.stringMatching(/^(?:TenableException|UnexpectedValueError)$/) as string });
  });
});

describe('a schema', () => {
  const answer = { status: 'on', extra: { kept: true } };
  const schema = (validate: () => unknown): Parameters<typeof execute>[1] => ({
    id: 'test.read', product: 'vm', method: 'GET', path: '/x', docs: '', query: [], secrets: [], errors: tenableErrorTags, isIdempotent: true, paging: null,
    input: { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } },
    output: { kind: 'json', schema: { '~standard': { version: 1, vendor: 'test', validate } } },
  }) as unknown as Parameters<typeof execute>[1];

  test('gives the value: what it says of a value is not the value', async () => {
    const { clock, vm } = createScriptedClient([{ json: answer }]);
    expect(expectOk(await clock.settle(execute(vm, schema(() => ({ value: { changed: 1 } })), {})))).toStrictEqual({ changed: 1 });
  });

  test('that quotes the value, holds it or hangs it on its issue puts none of it into the error', async () => {
    const issue = { message: 'CANARY is wrong', input: 'CANARY', received: '"CANARY"', expected: 'a number', path: [{ key: 'status', value: 'CANARY', input: answer }], requirement: { CANARY: 1 } };
    const { clock, vm } = createScriptedClient([{ json: { status: 'CANARY' } }]);
    const error = expectTag(await clock.settle(execute(vm, schema(() => ({ issues: [issue] })), {})), 'APIError');
    expect(error.issues).toStrictEqual([{ path: 'status', expected: 'a number', received: 'string' }]);
  });

  test.each<readonly [string, () => unknown, string]>([
    ['that throws', raise, 'TenableException'], ['that rejects', reject, 'TenableException'], ['that says nothing', () => undefined, 'APIError'], ['that is pleased with null', () => null, 'APIError'],
    ['with issues that are none', () => ({ issues: 'many' }), 'APIError'], ['with no issues in its list', () => ({ issues: [] }), 'APIError'],
  ])('%s is no crash and no success', async (_title, validate, tag) => {
    const { clock, vm } = createScriptedClient([{ json: answer }]);
    expect(expectErr(await clock.settle(execute(vm, schema(validate), {})))).toMatchObject({ _tag: tag });
  });

  test('keeps what it does not know, and takes words nobody has seen yet', async () => {
    const user = { id: 1, uuid: 'u', username: 'n', type: 'a-new-kind', permissions: 999, brandNew: { deep: [1] } };
    const { clock, vm } = createScriptedClient([{ json: { users: [user], more: 1 } }]);
    expect(expectOk(await clock.settle(vm.users.list()))).toStrictEqual({ users: [user], more: 1 });
  });

  test('invents no value for one that is missing', async () => {
    const { clock, vm } = createScriptedClient([{ json: { users: [{ uuid: 'u', username: 'n', type: 't', permissions: 1 }] } }]);
    expect(expectTag(await clock.settle(vm.users.list()), 'APIError').issues).toMatchObject([{ path: 'users[0].id', expected: 'given' }]);
  });
});

describe('an error', () => {
  const notFound = expectErr(fromResponse({ status: 404 }, { product: 'vm', method: 'GET', path: '/x' }));

  test.each<readonly [string, unknown]>([
    ['an Error of that name', Object.assign(new Error('x'), { name: 'NotFoundError' })],
    ['an exception of the platform', new DOMException('x', 'NotFoundError')],
    ['an object that has only the tag', { _tag: 'NotFoundError' }],
    ['one whose status is a text', { ...notFound, code: '404' }],
    ['one that inherits its tag', Object.create({ ...notFound }) as unknown],
    ['one of another library', { _tag: 'NotFoundError', message: 'x', cause: new Error('x') }],
    ['a text', 'NotFoundError'], ['null', null], ['a list', ['NotFoundError']],
  ])('of another kind with the same name is not claimed: %s', (_title, value) => {
    expect(expectErr(decodeTenableError(value))).toMatchObject({ _tag: 'Malformed' });
  });

  test('with a tag that is not known is told as such, and goes to the rest of a match, not to a crash', () => {
    const newer = { ...notFound, _tag: 'FutureError' };
    expect(expectErr(decodeTenableError(newer))).toMatchObject({ _tag: 'UnknownTag', tag: 'FutureError' });
    expect(matchErrorPartial(newer as unknown as TenableError, { NotFoundError: () => 'known' }, () => 'rest')).toBe('rest');
    for (const _tag of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(matchErrorPartial({ ...notFound, _tag } as unknown as TenableError, { NotFoundError: () => 'known' }, () => 'rest')).toBe('rest');
      expect(decodeTenableError({ ...notFound, _tag }).isErr()).toBe(true);
    }
  });

  test('has a tag of its own, so that no two kinds are confused', () => {
    const errors = tenableErrorTags.map((tag) => constructors[tag]({ message: 'same', operation: 'same' }));
    expect(new Set(errors.map(({ _tag }) => _tag)).size).toBe(17);
    for (const error of errors) expect(tenableErrorTags.filter((tag) => isTag(error, tag))).toStrictEqual([error._tag]);
  });

  test('is one of seventeen kinds: another one would break every complete match', () => {
    expect([...tenableErrorTags].sort()).toStrictEqual([
      'APIError', 'ConnectionError', 'FileDownloadError', 'ImpersonationError', 'InvalidInputError', 'NotFoundError', 'PackageMissingError', 'PasswordComplexityError', 'PermissionError',
      'RetryError', 'ServerError', 'TenableException', 'TioExportsError', 'TioExportsTimeout', 'UnexpectedValueError', 'UnknownError', 'UnsupportedError',
    ]);
  });

  test('is data: it crosses to another thread and through JSON unchanged, and cannot be changed', () => {
    for (const tag of tenableErrorTags) {
      const error = constructors[tag]({ message: 'm' });
      expect(structuredClone(error)).toStrictEqual(error);
      expect(error instanceof Error).toBe(false);
      expect(Object.isFrozen(error)).toBe(true);
      expect(expectOk(decodeTenableError(JSON.parse(JSON.stringify(encodeTenableError(error)))))).toStrictEqual(error);
    }
  });

  test('of a status that is made elsewhere is told from the union by its fields', () => {
    expect(isResponseError(notFound)).toBe(true);
    expect(Object.isFrozen(notFound)).toBe(true);
  });
});
