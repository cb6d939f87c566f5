/**
 * What the compiler infers through our functions. A library's optional members are read by the flags of whoever uses it,
 * so plain-strict.test.ts asks all of this again under other flags.
 */
import type { Result, ResultAsync } from 'neverthrow';
import * as v from 'valibot';
import { describe, expectTypeOf, test } from 'vitest';

import { defineOperation, empty, execute, file, json, matchErrorPartial, offsetPaging, paginate, rangePaging, traverse } from 'tenable-result';
import type {
  CallErrorTag, ClientHandle, ConnectionError, FileDownload, ImpersonationError, InferError, InferOutput, NessusClient,
  NotFoundError, Operation, PermissionError, ScClient, TenableException, VmClient, VmConnection,
} from 'tenable-result';
import * as nessusScans from 'tenable-result/nessus/scans';
import * as scScans from 'tenable-result/sc/scans';
import * as agents from 'tenable-result/vm/agents';
import * as scans from 'tenable-result/vm/scans';

/** Compiled, never run: what is said here is said to the compiler. */
const onlyTyped = (body: (...given: never) => unknown): void => {
  expectTypeOf(body).toBeFunction();
};

type Details = ResultAsync<InferOutput<typeof scans.details>, InferError<typeof scans.details>>;

describe('execute', () => {
  test("gives the operation's own errors, whatever client it is given", () => {
    onlyTyped((vm: VmClient, connection: VmConnection, handle: ClientHandle) => {
      expectTypeOf(execute(vm, scans.details, { scan_id: 1 })).toEqualTypeOf<Details>();
      expectTypeOf(execute(connection, scans.details, { scan_id: 1 })).toEqualTypeOf<Details>();
      expectTypeOf(execute(handle, scans.details, { scan_id: 1 })).toEqualTypeOf<Details>();
    });
    onlyTyped((sc: ScClient) => {
      type Listed = ResultAsync<InferOutput<typeof scScans.list>, InferError<typeof scScans.list>>;
      expectTypeOf(execute(sc, scScans.list, {})).toEqualTypeOf<Listed>();
    });
    onlyTyped((nessus: NessusClient) => {
      type Listed = ResultAsync<InferOutput<typeof nessusScans.list>, InferError<typeof nessusScans.list>>;
      expectTypeOf(execute(nessus, nessusScans.list, {})).toEqualTypeOf<Listed>();
    });
  });

  test('with the errors that all calls of a client have besides, and no others', () => {
    onlyTyped((vm: VmClient<'ImpersonationError'>) => {
      expectTypeOf(execute(vm, scans.details, { scan_id: 1 })).toEqualTypeOf<ResultAsync<InferOutput<typeof scans.details>, InferError<typeof scans.details> | ImpersonationError>>();
    });
    onlyTyped((one: ClientHandle, other: ClientHandle<'ImpersonationError'>): readonly ClientHandle[] => [
      one,
      // @ts-expect-error -- its calls have one error more
      other,
    ]);
  });
});

describe('paginate', () => {
  test("gives the list's items and the operation's own errors", () => {
    onlyTyped((vm: VmClient) => {
      const pages = paginate(vm, agents.list, { scanner_id: 1 });
      expectTypeOf(pages).toEqualTypeOf<ReturnType<VmClient['agents']['list']>>();
      expectTypeOf(pages.toArray()).toEqualTypeOf<ResultAsync<readonly agents.Agent[], InferError<typeof agents.list>>>();
    });
  });
});

describe('traverse', () => {
  test('has the errors of its calls, and those of its own', () => {
    onlyTyped((vm: VmClient) => {
      const all = traverse([1, 2], (scan_id, signal) => vm.scans.details({ scan_id }, { signal }));
      expectTypeOf(all).toEqualTypeOf<ResultAsync<readonly InferOutput<typeof scans.details>[], InferError<typeof scans.details> | ConnectionError | TenableException>>();
    });
  });
});

describe('defineOperation', () => {
  const base = { id: 'x.y', product: 'vm', method: 'POST', path: '/x', docs: '', input: v.strictObject({ name: v.optional(v.string()) }) } as const;

  test('infers output, errors and items from its parts', () => {
    onlyTyped(() => {
      const none = defineOperation({ ...base, output: empty });
      expectTypeOf<InferOutput<typeof none>>().toEqualTypeOf<undefined>();
      expectTypeOf<InferError<typeof none>['_tag']>().toEqualTypeOf<CallErrorTag>();
      expectTypeOf(none.id).toBeString();
      const download = defineOperation({ ...base, output: file({ resource: 'x', resourceId: 'id', filename: 'id' }), adds: ['FileDownloadError'], removes: ['NotFoundError'] });
      expectTypeOf<InferOutput<typeof download>>().toEqualTypeOf<FileDownload>();
      expectTypeOf<InferError<typeof download>['_tag']>().toEqualTypeOf<Exclude<CallErrorTag, 'NotFoundError'> | 'FileDownloadError'>();
      expectTypeOf(download.id).toBeString();
      const single = defineOperation({ ...base, output: json(v.object({ id: v.number() })) });
      expectTypeOf(single).toEqualTypeOf<Operation<{ name?: string | undefined }, { id: number }>>();
      const paged = defineOperation({ ...base, output: json(v.looseObject({ rows: v.array(v.string()) })), paging: offsetPaging<string>('rows', 10) });
      expectTypeOf(paged).toExtend<Operation<{ name?: string | undefined }, { rows: string[] }, CallErrorTag, string>>();
      const ranged = defineOperation({ ...base, output: json(v.looseObject({ rows: v.array(v.number()) })), paging: rangePaging<number>('rows', 10) });
      onlyTyped((vm: VmClient) => {
        expectTypeOf(paginate(vm, paged, {}).toArray()).toExtend<ResultAsync<readonly string[], unknown>>();
        expectTypeOf(paginate(vm, ranged, {}).toArray()).toExtend<ResultAsync<readonly number[], unknown>>();
        // @ts-expect-error -- its items are text
        expectTypeOf(paginate(vm, paged, {}).toArray()).toExtend<ResultAsync<readonly number[], unknown>>();
      });
    });
  });
});

describe('matchErrorPartial', () => {
  type E = NotFoundError | PermissionError | ConnectionError;

  test('leaves to `otherwise` the tags without a handler, and those whose handler may be missing', () => {
    onlyTyped((error: E) => matchErrorPartial(error, { NotFoundError: () => 1 as const }, (rest) => {
      expectTypeOf(rest).toEqualTypeOf<PermissionError | ConnectionError>();
      return 2 as const;
    }));
    onlyTyped((error: E, perhaps: { readonly NotFoundError: () => 1; readonly PermissionError?: (() => 2) | undefined }) => {
      const told = matchErrorPartial(error, perhaps, (rest) => {
        expectTypeOf(rest).toEqualTypeOf<PermissionError | ConnectionError>();
        return 3 as const;
      });
      expectTypeOf(told).toEqualTypeOf<1 | 2 | 3>();
    });
  });
});

test('a Result of impersonation has a client with that error, and the refusal of a name', () => {
  onlyTyped((vm: VmClient) => {
    expectTypeOf(vm.impersonate('someone')).toExtend<Result<ClientHandle<'ImpersonationError'>, unknown>>();
  });
});
