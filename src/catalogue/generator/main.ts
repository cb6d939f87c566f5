/** The generator: what is written of all descriptions, file by file. Paths are from the root of the repository. */
import type { JsonSchema } from './json-schema.js';
import type { LoadedModule, Model, ProductName } from './model.js';
import { readModel } from './model.js';
import { writeModule } from './write-module.js';
import { updateTables, writePage } from './write-pages.js';
import { writeAreas, writeCatalogue } from './write-product.js';
import { describeErrors } from './describe-errors.js';
import { toOpenApi, toShapeSchemas } from './write-schemas.js';
import { writeSurface } from './write-surface.js';

export { Refusal } from './read-schema.js';
export type { LoadedModule } from './model.js';

const products: readonly ProductName[] = ['vm', 'sc', 'nessus'];

/** A file that follows from the descriptions. Build output is not committed; what people read is. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export function generate(loaded: readonly LoadedModule[]): { readonly model: Model; readonly output: readonly WrittenFile[] } {
  const model = readModel(loaded);
  return {
    model,
    output: [
      ...model.modules.flatMap(writeModule).map(({ name, text }) => ({ path: `src/api/${name}.ts`, text })),
      ...products.flatMap((product) => [
        { path: `src/api/${product}/catalogue.ts`, text: writeCatalogue(model, product) },
        { path: `src/api/${product}/areas.ts`, text: writeAreas(model, product) },
      ]),
    ],
  };
}

/** What is committed because people read it. `readFile` gives the text of a page that is generated in part. */
export function writeDocuments(model: Model, readFile: (path: string) => string): readonly WrittenFile[] {
  return [
    { path: 'docs/calls.md', text: updateTables(readFile('docs/calls.md'), model) },
    ...products.map((product) => ({ path: `docs/calls/${product}.md`, text: writePage(model, product) })),
    { path: 'src/catalogue/surface.txt', text: writeSurface(model) },
  ];
}

/** What other tools and other languages read of the package: build output, as the modules are. */
export function writeSchemas(model: Model, version: string): readonly WrittenFile[] {
  const toFile = (name: string, schema: JsonSchema): WrittenFile => ({ path: `schema/${name}.json`, text: `${JSON.stringify(schema, null, 1)}\n` });
  return [
    toFile('errors.schema', describeErrors()),
    ...products.flatMap((product) => [
      toFile(`${product}.schema`, toShapeSchemas(model, product)),
      toFile(`${product}.openapi`, toOpenApi(model, product, version)),
    ]),
  ];
}
