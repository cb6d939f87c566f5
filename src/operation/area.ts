/** Areas of a catalogue that are loaded when one of their operations is first carried out. */
import { buildOperation } from './build-operation.js';
import type { WrittenOperation } from './build-operation.js';
import type { AnyOperation } from './define-operation.js';

/** An area; `Module` is what users import of it. */
export interface Area<Module = object> {
  readonly name: string;
  /** The names of its operations, with a blank between them and a star after those that come in pages. */
  readonly calls: string;
  /** Loads its operations. A load that failed is tried again by the next call. */
  readonly load: () => Promise<Operations>;
  /** Its operations, where they are loaded already. */
  readonly peek: () => Operations | undefined;
  /** Only a type. */
  readonly module?: Module;
}

type Operations = Readonly<Record<string, AnyOperation>>;

/** An area by its name, its calls and the import that loads its data: bundlers see the import and make a file of it. */
/* @__NO_SIDE_EFFECTS__ */
export function defineArea<Module extends object>(name: string, calls: string, load: () => Promise<Readonly<Record<string, unknown>>>): Area<Module> {
  let loaded: Operations | undefined;
  return {
    name,
    calls,
    peek: () => loaded,
    load: async () => {
      const data = await load();
      loaded ??= Object.fromEntries(Object.entries(data).map(([key, written]) => [key, buildOperation<unknown, unknown, never>(written as WrittenOperation)])); // the generator writes nothing else
      return loaded;
    },
  };
}

/** An operation that is loaded when it is first carried out. `execute` and `paginate` take it for the whole one. */
export interface DeferredOperation {
  readonly id: string;
  readonly area: Area;
  readonly read: (operations: Operations) => AnyOperation;
}

/** An operation of an area, without loading it. */
/* @__NO_SIDE_EFFECTS__ */
export function deferOperation<Module extends object, Name extends keyof Module & string>(area: Area<Module>, name: Name): Module[Name] {
  const deferred: DeferredOperation = { id: `${area.name}.${name}`, area, read: (operations) => operations[name] as AnyOperation }; // the generator writes both
  return deferred as unknown as Module[Name]; // to whom it is given: `execute` and `paginate`, which load it
}

export function isDeferred(operation: AnyOperation | DeferredOperation): operation is DeferredOperation {
  return 'area' in operation;
}

/** An operation as a whole; `undefined` while it is not loaded. */
export function peekOperation<Op extends { readonly id: string }>(operation: Op): Op | undefined {
  const given = operation as unknown as AnyOperation | DeferredOperation; // what every operation is
  if (!isDeferred(given)) return operation;
  const operations = given.area.peek();
  return operations === undefined ? undefined : given.read(operations) as unknown as Op; // what it stands for
}

/** An operation in another form, whether it is loaded or not. */
export function changeOperation<From extends { readonly id: string }, To>(operation: From, change: (operation: From) => To): To {
  const given = operation as unknown as AnyOperation | DeferredOperation; // what every operation is
  if (!isDeferred(given)) return change(operation);
  const deferred: DeferredOperation = { ...given, read: (area) => change(given.read(area) as unknown as From) as unknown as AnyOperation };
  return deferred as unknown as To;
}
