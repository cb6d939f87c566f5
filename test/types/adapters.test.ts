/** What the compiler says through the adapters: checked by `tsc`, with Effect 4 here and with Effect 3 below. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Effect, Match } from 'effect';
import type { Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js';
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { match } from 'ts-pattern';
import ts from 'typescript';
import { describe, expect, expectTypeOf, test } from 'vitest';

import type { ConnectionError, PermissionError, TenableException, VmClient } from 'tenable-result';
import { NotFoundError } from 'tenable-result';
import { toEffect, toStream } from 'tenable-result/effect';
import { matchErrorW, toReaderTaskEither, toTaskEither } from 'tenable-result/fp-ts';

type Failure = NotFoundError | PermissionError | ConnectionError;
const failure = (): Failure => NotFoundError({ uuid: 'e3' });
const failing = (): Promise<Result<number, Failure>> => Promise.resolve(err(failure()));
const root = join(import.meta.dirname, '..', '..');

describe('fp-ts', () => {
  test('a call keeps its errors, and adds what a call that throws gives', () => {
    const task = toTaskEither(failing);
    expectTypeOf<Awaited<ReturnType<typeof task>>>().toEqualTypeOf<Either<Failure | TenableException, number>>();
    expect(typeof task).toBe('function');
  });

  test('composed calls have the errors of all of them', () => {
    const first = toReaderTaskEither((vm: VmClient) => vm.scans.details({ scan_id: 1 }));
    const second = toReaderTaskEither(({ now }: { readonly now: Date }): Promise<Result<Date, 'too late'>> => Promise.resolve(now.getTime() > 0 ? err('too late') : ok(now)));
    const both = pipe(first, RTE.chainW(() => second));
    type ErrorOf<T> = T extends RTE.ReaderTaskEither<never, infer Left, unknown> ? Left : never;
    expectTypeOf<ErrorOf<typeof both>>().toEqualTypeOf<ErrorOf<typeof first> | 'too late' | TenableException>();
    expectTypeOf<Parameters<typeof both>[0]>().toEqualTypeOf<VmClient & { readonly now: Date }>();
    // @ts-expect-error -- chain does not widen: Type '"too late"' is not assignable to the errors of the first
    const narrow = pipe(first, RTE.chain(() => second));
    expect([typeof both, typeof narrow]).toStrictEqual(['function', 'function']);
  });

  test('matchErrorW takes handlers for each tag, each with its own variant and its own type', () => {
    const told = pipe(failure(), matchErrorW({
      NotFoundError: (error) => error.uuid, PermissionError: () => 403 as const, ConnectionError: () => null,
    }));
    expectTypeOf(told).toEqualTypeOf<string | 403 | null>();
    expect(told).toBe('e3');
  });

  test('matchErrorW does not compile without a handler for each tag, or with one of no tag', () => {
    // @ts-expect-error -- ConnectionError has no handler
    expect(pipe(failure(), matchErrorW({ NotFoundError: () => 'gone', PermissionError: () => 'no' }))).toBe('gone');
    // @ts-expect-error -- '() => string' is not assignable to 'never'
    expect(matchErrorW({ NotFoundError: () => 'gone', NoSuchError: () => 'never' })(NotFoundError({}))).toBe('gone');
    const perhaps: { readonly NotFoundError: () => string; readonly PermissionError?: () => string } = { NotFoundError: () => 'gone' };
    const handle = matchErrorW(perhaps);
    expectTypeOf<Parameters<typeof handle>[0]>().toEqualTypeOf<NotFoundError>();
    expect(handle(NotFoundError({}))).toBe('gone');
  });
});

describe('without an adapter', () => {
  test('a switch is exhaustive', () => {
    const tell = (error: Failure): string => {
      switch (error._tag) {
        case 'NotFoundError': return error.uuid;
        case 'PermissionError': return error.reason;
        case 'ConnectionError': return error.delivery;
        default: return error satisfies never;
      }
    };
    const forget = (error: Failure): string => {
      if (error._tag === 'NotFoundError') return error.uuid;
      // @ts-expect-error -- PermissionError and ConnectionError are left
      return error satisfies never;
    };
    expect([tell(failure()), forget(failure())]).toStrictEqual(['e3', 'e3']);
  });

  test('ts-pattern is exhaustive', () => {
    const told = match(failure())
      .with({ _tag: 'NotFoundError' }, (error) => error.uuid)
      .with({ _tag: 'PermissionError' }, { _tag: 'ConnectionError' }, (error) => error.reason)
      .exhaustive();
    // @ts-expect-error -- ConnectionError is left
    const partly: unknown = match(failure()).with({ _tag: 'NotFoundError' }, () => 'gone').with({ _tag: 'PermissionError' }, () => 'no').exhaustive();
    expect([told, partly]).toStrictEqual(['e3', 'gone']);
  });
});

// From here on: only what Effect 3 and Effect 4 share. A test below compiles this file with Effect 3 in its place.
describe('Effect', () => {
  test('Match.tag narrows, and Match.exhaustive is exhaustive', () => {
    const tell = Match.type<Failure>().pipe(
      Match.tag('NotFoundError', (error) => error.uuid),
      Match.tag('PermissionError', 'ConnectionError', (error) => error.reason),
      Match.exhaustive,
    );
    expectTypeOf<Parameters<typeof tell>[0]>().toEqualTypeOf<Failure>();
    // @ts-expect-error -- ConnectionError and PermissionError are left
    const partly = Match.type<Failure>().pipe(Match.tag('NotFoundError', () => 'gone'), Match.exhaustive);
    expect([tell(failure()), typeof partly]).toStrictEqual(['e3', 'function']);
  });

  test('catchTag and catchTags take the tag out of the errors', () => {
    const effect = toEffect(failing);
    expectTypeOf(effect).toEqualTypeOf<Effect.Effect<number, Failure | TenableException>>();
    const one = effect.pipe(Effect.catchTag('NotFoundError', (error) => Effect.succeed(error.uuid)));
    expectTypeOf(one).toEqualTypeOf<Effect.Effect<string | number, PermissionError | ConnectionError | TenableException>>();
    const two = effect.pipe(Effect.catchTags({ PermissionError: () => Effect.succeed(403), ConnectionError: () => Effect.succeed(0) }));
    expectTypeOf(two).toEqualTypeOf<Effect.Effect<number, NotFoundError | TenableException>>();
    // @ts-expect-error -- ServerError is not one of the errors
    const none = effect.pipe(Effect.catchTag('ServerError', () => Effect.succeed(0)));
    expect([one, two, none].every(Effect.isEffect)).toBe(true);
  });

  test('a call that gives no Result is refused', () => {
    // @ts-expect-error -- a number is not a Result
    expect(Effect.isEffect(toEffect(() => 7))).toBe(true);
    // @ts-expect-error -- one Result is not a sequence of them
    expect(typeof toStream(failing)).toBe('object');
  });
});

const withEffect3 = (name: string, text: string): readonly string[] => {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config, ts.sys, root);
  const options: ts.CompilerOptions = { ...config.options, paths: { effect: [join(root, 'node_modules/effect-3/dist/dts/index.d.ts')] } };
  const host = ts.createCompilerHost(options);
  const path = join(root, name);
  const program = ts.createProgram([path], options, {
    ...host,
    fileExists: (file) => file === path || host.fileExists(file),
    readFile: (file) => (file === path ? text : host.readFile(file)),
    getSourceFile: (file, version) => (file === path ? ts.createSourceFile(file, text, version, true) : host.getSourceFile(file, version)),
  });
  return program.getSemanticDiagnostics(program.getSourceFile(path)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

const layerOf3 = `
import { Context } from 'effect';
import type { Layer } from 'effect';
import type { CreateError, TenableException, VmClient } from 'tenable-result';
import { createVmClient } from 'tenable-result';
import { toLayer } from 'tenable-result/effect';
class Vm extends Context.Tag('Vm')<Vm, VmClient>() {}
export const live: Layer.Layer<Vm, CreateError | TenableException> = toLayer(Vm, () => createVmClient());
// @ts-expect-error -- the failure of the layer is in its type
export const unfailing: Layer.Layer<Vm> = toLayer(Vm, () => createVmClient());
`;

describe('with Effect 3', () => {
  test('this file compiles just as well', () => {
    expect(withEffect3('test/types/adapters.test.ts', readFileSync(import.meta.filename, 'utf8'))).toStrictEqual([]);
  }, 60_000);

  test('a Context.Tag is what toLayer takes, and Context.Service is not there', () => {
    expect(withEffect3('test/types/layer-3.virtual.ts', layerOf3)).toStrictEqual([]);
    expect(withEffect3('test/types/layer-3.virtual.ts', layerOf3.replace("Context.Tag('Vm')<Vm, VmClient>()", "Context.Service<Vm, VmClient>()('Vm')")).join('\n'))
      .toContain("'Service' does not exist");
  }, 60_000);
});
