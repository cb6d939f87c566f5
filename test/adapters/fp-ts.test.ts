import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { err, errAsync, ok, okAsync } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import type { VmClient } from 'tenable-result';
import { decodeTenableError, encodeTenableError, NotFoundError, PermissionError, ServerError, tenableErrorTags } from 'tenable-result';
import {
  fromEither, fromTaskEither, matchErrorW, tenableErrorEq, tenableErrorOrd, tenableErrorShow, toEither, toReaderTaskEither,
  toTaskEither, toTaskEitherOfArray, toTaskEitherOfFold,
} from 'tenable-result/fp-ts';

import { openExportLab } from '../export-jobs/export-lab.js';
import { arbitraryError } from '../support/arbitrary-errors.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';

const boom = (): never => {
  throw new Error('boom');
};
const exception = { _tag: 'Left', left: { _tag: 'TenableException', defect: { message: 'boom' } } };
const arbitraryResult: fc.Arbitrary<Result<unknown, unknown>> = fc.oneof(fc.anything().map((value) => ok(value)), fc.anything().map((error) => err(error)));

describe('round trips', () => {
  test('Result to Either and back', () => {
    fc.assert(fc.property(arbitraryResult, (result) => {
      expect(fromEither(toEither(result))).toStrictEqual(result);
    }));
  });

  test('Either of fp-ts to Result and back', () => {
    fc.assert(fc.property(fc.oneof(fc.anything().map(E.right), fc.anything().map(E.left)), (either: E.Either<unknown, unknown>) => {
      expect(toEither(fromEither(either))).toStrictEqual(either);
    }));
  });

  test('Result to TaskEither and back', async () => {
    await fc.assert(fc.asyncProperty(arbitraryResult, async (result) => {
      expect(await fromTaskEither(toTaskEither(() => Promise.resolve(result)))).toStrictEqual(result);
    }));
  });
});

describe('toTaskEither', () => {
  test('does nothing before it is run, and each run anew', async () => {
    let calls = 0;
    const task = toTaskEither(() => okAsync(calls += 1));
    expect(calls).toBe(0);
    expect([await task(), await task()]).toStrictEqual([E.right(1), E.right(2)]);
  });

  test.each<readonly [string, () => PromiseLike<Result<number, never>>]>([
    ['throws', boom], ['rejects', () => Promise.reject(new Error('boom'))],
  ])('is a TenableException on the left where the call %s', async (_title, call) => {
    expect(await toTaskEither(call)()).toMatchObject(exception);
  });

  test.each<readonly [string, TE.TaskEither<never, number>]>([
    ['throws', boom], ['rejects', () => Promise.reject(new Error('boom'))],
  ])('the other way, a task that %s is an error of the Result', async (_title, task) => {
    expect(expectErr(await fromTaskEither(task))).toMatchObject(exception.left);
  });
});

describe('toReaderTaskEither', () => {
  test('composes calls of a client, and stops at the first failure', async () => {
    const { vm, requests } = createScriptedClient([{ status: 404, json: { error: 'no such scan' } }]);
    const program = pipe(
      toReaderTaskEither((client: VmClient) => client.scans.details({ scan_id: 1 })),
      RTE.bindTo('scan'),
      RTE.bindW('session', () => toReaderTaskEither((client: VmClient) => client.session.details())),
    );
    expect(requests.length).toBe(0);
    expect(await program(vm)()).toMatchObject({ _tag: 'Left', left: { _tag: 'NotFoundError', detail: 'no such scan' } });
    expect(requests.length).toBe(1);
  });

  test('gives what throws as a TenableException', async () => {
    expect(await toReaderTaskEither(boom)(null)()).toMatchObject(exception);
  });
});

describe('sequences', () => {
  test('are collected anew with each run', async () => {
    const { vm, clock, count } = openExportLab({ vulns: 60 });
    const all = toTaskEitherOfArray(() => vm.exports.vulns());
    for (const times of [1, 2]) {
      expect(E.map((records: readonly unknown[]) => records.length)(await clock.settle(all()))).toStrictEqual(E.right(60));
      expect(count('POST', '/vulns/export')).toBe(times);
    }
  });

  test('are folded, and the first failure is what comes out', async () => {
    const give = (...results: readonly Result<number, string>[]) => async function* (): AsyncGenerator<Result<number, string>> {
      await Promise.resolve();
      yield* results;
    };
    const sum = (a: number, b: number): number => a + b;
    expect(await toTaskEitherOfFold(give(ok(1), ok(2)), 0, sum)()).toStrictEqual(E.right(3));
    expect(await toTaskEitherOfFold(give(ok(1), err('no'), ok(2)), 0, sum)()).toStrictEqual(E.left('no'));
    expect(await toTaskEitherOfArray(give())()).toStrictEqual(E.right([]));
  });

  test('a step that throws is a TenableException, and cancels the export', async () => {
    const { vm, clock, count } = openExportLab();
    expect(await clock.settle(toTaskEitherOfFold(() => vm.exports.vulns(), 0, boom)())).toMatchObject(exception);
    expect([count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([1, 0]);
  });

  test.each<readonly [string, () => AsyncIterable<Result<number, never>>]>([
    ['cannot be opened', boom], ['throws', () => ({ [Symbol.asyncIterator]: () => ({ next: boom }) })],
  ])('one that %s is a TenableException', async (_title, open) => {
    expect(await toTaskEitherOfArray(open)()).toMatchObject(exception);
  });
});

/** An error and its copy through JSON, or two errors: so that equal ones are met as well. */
const arbitraryPair = fc.oneof(
  fc.tuple(arbitraryError, arbitraryError),
  arbitraryError.map((error) => [error, expectOk(decodeTenableError(JSON.parse(JSON.stringify(encodeTenableError(error)))))] as const),
);

describe('laws', () => {
  const { equals } = tenableErrorEq;
  const { compare } = tenableErrorOrd;

  test('Eq is reflexive, and a copy through JSON is equal', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      expect(equals(error, error)).toBe(true);
      expect(equals(error, structuredClone(error))).toBe(true);
      expect(equals(error, expectOk(decodeTenableError(encodeTenableError(error))))).toBe(true);
    }));
  });

  test('Eq is symmetric, and Ord is antisymmetric, total and consistent with it', () => {
    fc.assert(fc.property(arbitraryPair, ([a, b]) => {
      expect(equals(a, b)).toBe(equals(b, a));
      expect(compare(a, b) + compare(b, a)).toBe(0);
      expect(compare(a, b) === 0).toBe(equals(a, b));
      expect(tenableErrorOrd.equals(a, b)).toBe(equals(a, b));
    }));
  });

  test('Eq and Ord are transitive', () => {
    fc.assert(fc.property(arbitraryPair, fc.oneof(arbitraryError, arbitraryError.map((error) => structuredClone(error))), ([a, b], c) => {
      if (equals(a, b)) expect(equals(b, c)).toBe(equals(a, c));
      const [low, middle, high] = [a, b, c].sort(compare);
      if (low !== undefined && middle !== undefined && high !== undefined) {
        expect([compare(low, middle), compare(middle, high), compare(low, high)].every((order) => order <= 0)).toBe(true);
      }
    }));
  });

  test('Eq tells apart what differs in one field', () => {
    expect(equals(NotFoundError({ detail: 'a' }), NotFoundError({ detail: 'b' }))).toBe(false);
    expect(equals(NotFoundError({ uuid: 'a' }), ServerError({ uuid: 'a' }))).toBe(false);
  });

  test('Ord is by tag, then by status', () => {
    fc.assert(fc.property(arbitraryError, arbitraryError, (a, b) => {
      const byTag = Math.sign(tenableErrorTags.indexOf(a._tag) - tenableErrorTags.indexOf(b._tag));
      if (byTag !== 0) expect(compare(a, b)).toBe(byTag);
    }));
    expect(compare(ServerError({ code: 9 }), ServerError({ code: 500 }))).toBe(-1);
  });

  test('Show gives text for every error, the same for equal ones, and its message first', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      const shown = tenableErrorShow.show(error);
      expect(shown.startsWith(`${error.message}\n`)).toBe(true);
      expect(tenableErrorShow.show(structuredClone(error))).toBe(shown);
    }));
  });
});

test('matchErrorW gives what the handler of the tag returns', async () => {
  const task = toTaskEither(() => errAsync<string, NotFoundError | PermissionError>(PermissionError({ reason: 'forbidden' })));
  const matched = pipe(task, TE.mapLeft(matchErrorW({
    NotFoundError: () => null, PermissionError: (error) => error.reason, TenableException: (error) => error.defect,
  })));
  expect(await matched()).toStrictEqual(E.left('forbidden'));
});
