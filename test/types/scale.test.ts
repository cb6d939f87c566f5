/** What the language costs when the catalogue has grown: hundreds of operations, of which a caller uses a few. */
import { describe, expect, test } from 'vitest';

import { checkFile, readHover } from '../support/type-program.js';

const areas = 30;
const operationsPerArea = 20;

/** An area of a catalogue as people write it: interfaces, schemas, definitions. */
function generateArea(area: number): string {
  const operations = Array.from({ length: operationsPerArea }, (_, index) => `
    export interface Input${index} { readonly id: number; readonly limit?: number | undefined; readonly name: string }
    export interface Output${index} { readonly id: number; readonly name: string; readonly tags?: readonly { readonly key: string; readonly value: string }[] }
    const input${index}: v.GenericSchema<Input${index}> = v.strictObject({ id: v.number(), limit: v.optional(v.number()), name: v.string() });
    const output${index}: v.GenericSchema<unknown, Output${index}> = v.looseObject({
      id: v.number(), name: v.string(), tags: v.exactOptional(v.array(v.looseObject({ key: v.string(), value: v.string() }))),
    });
    export const operation${index} = defineOperation({
      id: 'area${area}.operation${index}', product: 'vm', method: 'GET', path: '/area${area}/{id}/operation${index}',
      docs: 'https://developer.tenable.com/reference/x', input: input${index}, query: ['limit'],
      output: json<Output${index}>(output${index}), removes: ['UnsupportedError'],
    });`);
  return `import * as v from 'valibot';\nimport { defineOperation, json } from 'tenable-result';\n${operations.join('\n')}`;
}

const catalogue = [
  ...Array.from({ length: areas }, (_, area) => `import * as area${area} from './area${area}.js';`),
  `import type { CallsOf } from 'tenable-result';`,
  `export const catalogue = { ${Array.from({ length: areas }, (_, area) => `area${area}`).join(', ')} } as const;`,
  `export declare const client: CallsOf<typeof catalogue>;`,
].join('\n');

const caller = (calls: number): string => [
  `import { client } from './catalogue.js';`,
  ...Array.from({ length: calls }, (_, index) =>
    `export const call${index} = client.area${index}.operation${index % operationsPerArea}({ id: ${index}, name: 'x' }).map((found) => found.name);`),
].join('\n');

const folder = 'test/types/generated';
const files = (calls: number): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: areas }, (_, area) => [`${folder}/area${area}.ts`, generateArea(area)])),
  [`${folder}/catalogue.ts`]: catalogue,
  [`${folder}/caller.ts`]: caller(calls),
});

describe('a catalogue of 600 operations', () => {
  test('costs a caller of 20 of them at most 80,000 instantiations', () => {
    const none = checkFile(files(0), `${folder}/caller.ts`);
    const twenty = checkFile(files(20), `${folder}/caller.ts`);
    console.log(`instantiations: a caller of 20 of 600 operations ${twenty.instantiations}, of none ${none.instantiations}`);
    expect(twenty.messages).toStrictEqual([]);
    expect(twenty.instantiations).toBeLessThan(80_000);
  }, 60_000);

  test('costs an area of 20 definitions at most 40,000 instantiations', () => {
    const area = checkFile(files(0), `${folder}/area7.ts`);
    console.log(`instantiations: an area of 20 definitions ${area.instantiations}`);
    expect(area.messages).toStrictEqual([]);
    expect(area.instantiations).toBeLessThan(40_000);
  }, 60_000);
});

describe('what an editor shows', () => {
  test('names the output and every error of a call, and expands neither', () => {
    const hover = readHover(`
      import type { VmClient } from 'tenable-result';
      declare const vm: VmClient;
      export const call = vm.scans.details({ scan_id: 1 });
    `, 'export const ');
    console.log(hover);
    expect(hover).toContain('ResultAsync<ScanDetails, ');
    expect(hover).toContain('NotFoundError');
    expect(hover).not.toContain('{');
    expect(hover.length).toBeLessThan(300);
  }, 60_000);
});
