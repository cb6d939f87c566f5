/**
 * The splitter of `record-splitter.ts` on WebAssembly with SIMD. One instance with a small memory of fixed size serves
 * all splitters: what is known of a text is put into it before each piece and taken out after.
 */
import { attempt } from '../../internal/attempt.js';
import type { RecordSplitter } from './portable-splitter.js';
import { splitterBytes } from './splitter-bytes.js';

/** What is used of WebAssembly. The types of the language do not know it, and not every platform has it. */
interface WasmPlatform {
  readonly validate: (code: Uint8Array) => boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: WasmExports };
}

interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly split: (length: number) => number;
}

/** The instance and its memory, laid out as `splitter.wat` says. */
interface Machine {
  readonly split: (length: number) => number;
  readonly state: Uint8Array;
  readonly input: Uint8Array;
  readonly output: Uint8Array;
}

const windowBytes = 65_536;
const stateBytes = 20;
/** Where input and output begin in the memory. */
const inputAt = 65_536;
const outputAt = 133_120;
const stages = { whole: 7, refused: 9 } as const;

/** `null` where the platform has no machine, `undefined` until somebody asks. */
let machine: Machine | null | undefined;

/** A splitter that takes 64 bytes at a time; `null` where WebAssembly or its SIMD is missing or not allowed. */
export function createSimdSplitter(): RecordSplitter | null {
  if (machine === undefined) machine = loadMachine();
  return machine === null ? null : createSplitterOn(machine);
}

function loadMachine(): Machine | null {
  const tried = attempt((): Machine | null => {
    const platform = (globalThis as { readonly WebAssembly?: WasmPlatform }).WebAssembly; // not in the types, see above
    const code = Uint8Array.from(atob(splitterBytes), (unit) => unit.charCodeAt(0));
    if (platform?.validate(code) !== true) return null;
    const { memory, split } = new platform.Instance(new platform.Module(code)).exports;
    return {
      split,
      state: new Uint8Array(memory.buffer, 0, stateBytes),
      input: new Uint8Array(memory.buffer, inputAt, windowBytes),
      output: new Uint8Array(memory.buffer, outputAt, windowBytes),
    };
  });
  return tried.ok ? tried.value : null;
}

function createSplitterOn(shared: Machine): RecordSplitter {
  const state = new Uint8Array(stateBytes);
  const fields = new DataView(state.buffer);
  const stage = (): number => fields.getUint32(0, true);
  const write = (piece: Uint8Array, target: Uint8Array, at: number): number => {
    if (stage() === stages.refused) return -1;
    shared.state.set(state);
    let end = at;
    for (let from = 0; from < piece.byteLength && end >= 0; from += windowBytes) {
      end = writeWindow(shared, piece.subarray(from, from + windowBytes), target, end);
    }
    state.set(shared.state);
    return end;
  };
  return { write, records: () => fields.getUint32(16, true), isWhole: () => stage() === stages.whole };
}

function writeWindow({ input, output, split }: Machine, window: Uint8Array, target: Uint8Array, at: number): number {
  input.set(window);
  const length = split(window.byteLength);
  if (length < 0) return -1;
  target.set(output.subarray(0, length), at);
  return at + length;
}
