/** Which operation of the catalogues a recorded exchange is one of. */
import { nessusCatalogue } from '../../src/api/nessus/catalogue.js';
import { scCatalogue } from '../../src/api/sc/catalogue.js';
import { vmCatalogue } from '../../src/api/vm/catalogue.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';
import type { Recording } from './recordings.js';

export type RecordedProduct = 'vm' | 'sc' | 'nessus';

interface Place {
  readonly operation: AnyOperation;
  readonly pattern: RegExp;
}

/** `words`: parameters of the path that are words, not ids. */
function toPlaces(catalogue: Readonly<Record<string, object>>, basePath: string, words = /\{(?:object_)?type\}/): readonly Place[] {
  return Object.values(catalogue)
    .flatMap((area) => Object.values(area) as readonly AnyOperation[])
    .filter((operation) => typeof operation === 'object')
    // The recordings' ids hold a digit; words such as `timezones` in the same place are other operations.
    .map((operation) => ({ operation, pattern: new RegExp(`^${basePath}${operation.path.replace(words, '[a-z-]+').replace(/\{[^}]+\}/g, '[^/]*\\d[^/]*')}$`) }));
}

const places = { vm: toPlaces(vmCatalogue, ''), sc: toPlaces(scCatalogue, '/rest'), nessus: toPlaces(nessusCatalogue, '') };

export function findOperation(product: RecordedProduct, { method, path }: Recording): AnyOperation | undefined {
  return places[product].find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;
}
