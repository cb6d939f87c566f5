/** When there is a splitter with SIMD, and what is used where there is none. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

interface Platform {
  readonly validate: (code: Uint8Array) => boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => object;
}
const platform = (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly; // Node has it, its types do not

/** The modules as they are on first use: what they found out about the platform is forgotten. */
const load = async () => ({
  ...(await import('../../../src/export-jobs/ndjson/simd-splitter.js')),
  ...(await import('../../../src/export-jobs/ndjson/record-splitter.js')),
});

const forbid = function forbid(): never {
  throw new Error('CANARY code generation is not allowed');
};

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('without SIMD, lines are made all the same', () => {
  test.each<readonly [string, unknown]>([
    ['WebAssembly is missing', undefined],
    ['it is something else', 'WebAssembly'],
    ['it does not know SIMD', { ...platform, validate: () => false }],
    ['it cannot even be asked', { ...platform, validate: forbid }],
    ['modules are not allowed', { validate: () => true, Module: forbid, Instance: forbid }],
    ['instances are not allowed', { validate: () => true, Module: platform.Module, Instance: forbid }],
    ['its memory is missing', { validate: () => true, Module: platform.Module, Instance: function Instance() { return { exports: {} }; } }],
  ])('where %s', async (_title, webAssembly) => {
    vi.stubGlobal('WebAssembly', webAssembly);
    const { createRecordSplitter, createSimdSplitter } = await load();
    expect(createSimdSplitter()).toBeNull();
    const target = new Uint8Array(20);
    const splitter = createRecordSplitter();
    const end = splitter.write(new TextEncoder().encode('[{"a":1},{"b":2}]'), target, 0);
    expect(new TextDecoder().decode(target.subarray(0, end))).toBe('{"a":1}\n{"b":2}\n');
    expect([splitter.records(), splitter.isWhole()]).toStrictEqual([2, true]);
  });

  test('where to look for it throws', async () => {
    const { createSimdSplitter } = await load();
    const found = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly') ?? {};
    Object.defineProperty(globalThis, 'WebAssembly', { configurable: true, get: forbid });
    const splitter = createSimdSplitter();
    Object.defineProperty(globalThis, 'WebAssembly', found);
    expect(splitter).toBeNull();
  });
});

describe('with SIMD', () => {
  const instances = vi.fn();
  beforeEach(() => {
    instances.mockReset();
    const Instance = function Instance(module: object): object {
      instances();
      return new platform.Instance(module);
    };
    vi.stubGlobal('WebAssembly', { validate: platform.validate, Module: platform.Module, Instance });
  });

  test('nothing is made on import, and one instance serves all splitters', async () => {
    const { createRecordSplitter, createSimdSplitter } = await load();
    expect(instances).not.toHaveBeenCalled();
    expect(createSimdSplitter()).not.toBeNull();
    createSimdSplitter();
    createRecordSplitter();
    expect(instances).toHaveBeenCalledTimes(1);
  });
});
