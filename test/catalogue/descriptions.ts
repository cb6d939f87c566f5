/** The descriptions and what the generator made of them, side by side. */
import { loadGenerator } from '../../.ci/generate.mjs';
import type { LoadedModule, generate, writeDocuments, writeSchemas } from '../../src/catalogue/generator/main.js';
import type { Described } from '../../src/catalogue/language/operation.js';
import { nessusCatalogue } from '../../src/api/nessus/catalogue.js';
import { scCatalogue } from '../../src/api/sc/catalogue.js';
import { vmCatalogue } from '../../src/api/vm/catalogue.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';

interface Loaded {
  readonly generator: { readonly generate: typeof generate; readonly writeDocuments: typeof writeDocuments; readonly writeSchemas: typeof writeSchemas };
  readonly loaded: readonly LoadedModule[];
}

export const { generator, loaded } = await loadGenerator() as Loaded;

const catalogues: Readonly<Record<string, Readonly<Record<string, object>>>> = { vm: vmCatalogue, sc: scCatalogue, nessus: nessusCatalogue };
const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

export interface DescribedOperation {
  readonly id: string;
  readonly operation: AnyOperation;
  readonly described: Described;
}

/** Every operation, with what was written of it. */
export const operations: readonly DescribedOperation[] = loaded.flatMap(({ exports, name }) => {
  const [product = '', file = ''] = name.split('/');
  const area = catalogues[product]?.[camel(file)] as Readonly<Record<string, AnyOperation>> | undefined;
  return Object.entries((exports['operations'] ?? {}) as Readonly<Record<string, Described>>).flatMap(([key, described]) => {
    const operation = area?.[key];
    return operation === undefined ? [] : [{ id: `${product} ${operation.id}`, operation, described }];
  });
});
