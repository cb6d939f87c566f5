/** What a product's areas are together: its catalogue, and its areas as they load on first use. */
import type { Model, ProductName } from './model.js';
import { capital } from './model.js';

const titles: Readonly<Record<ProductName, string>> = { vm: 'Tenable Vulnerability Management', sc: 'Tenable Security Center', nessus: 'Nessus' };

/** All operations: area, then name. Nothing at run time needs all of them at once but tests and tools. */
export function writeCatalogue({ modules }: Model, product: ProductName): string {
  const areas = modules.filter((module) => module.product === product && module.area !== '');
  const imports = areas.map(({ area, name }) => `import * as ${area} from './${name.split('/').at(-1) ?? ''}.js';\n`).join('');
  return `/** All operations of ${titles[product]}: area, then name. Generated. */\n${imports}\nexport const ${product}Catalogue = {\n  ${areas.map(({ area }) => area).join(', ')},\n} as const;\n\nexport type ${capital(product)}Catalogue = typeof ${product}Catalogue;\n`;
}

/** The names of all calls, and how an area is loaded. A star marks those that come in pages. */
export function writeAreas({ modules }: Model, product: ProductName): string {
  const areas = modules.filter((module) => module.product === product && module.area !== '');
  const lines = areas.map(({ area, name, operations }) => {
    const calls = operations.map((operation) => `${operation.name}${operation.told.paging === undefined ? '' : '*'}`).join(' ');
    const file = name.split('/').at(-1) ?? '';
    return `  ${area}: /* @__PURE__ */ defineArea<typeof import('./${file}.js')>('${area}', '${calls}', () => import('./data/${file}.js')),\n`;
  }).join('');
  return `/** The areas of ${titles[product]}, each loaded when it is first used. Generated. */\nimport { defineArea } from '../../operation/area.js';\n\nexport const ${product}Areas = {\n${lines}} as const;\n`;
}
