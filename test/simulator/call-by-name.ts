/** Calls by the id of their operation, for sweeps over a catalogue. */
import { expect } from 'vitest';

import type { AnyOperation, ClientHandle, TenableError, TenableErrorTag } from 'tenable-result';
import { execute } from 'tenable-result';

import { nessusCatalogue } from '../../src/api/nessus/catalogue.js';
import { scCatalogue } from '../../src/api/sc/catalogue.js';

/** What a call came to. Files are read to their end. */
export type Outcome = { readonly isOk: true; readonly value: unknown } | { readonly isOk: false; readonly error: TenableError };

/** Calls an operation of the client's product. */
export async function call(client: ClientHandle<TenableErrorTag>, id: string, input: unknown): Promise<Outcome> {
  const catalogues: readonly object[] = client.product === 'sc' ? [scCatalogue] : [nessusCatalogue];
  const operations = catalogues.flatMap((catalogue) => Object.values(catalogue) as readonly object[]).flatMap((area) => Object.values(area) as readonly AnyOperation[]);
  const operation = operations.find((one) => one.id === id) ?? expect.fail(`There is no operation ${id}.`);
  const result = await execute(client, operation, input);
  if (result.isErr()) return { isOk: false, error: result.error };
  if (operation.output.kind !== 'file') return { isOk: true, value: result.value };
  const bytes = await (result.value as { readonly toBytes: () => PromiseLike<{ readonly isOk: () => boolean; readonly value?: Uint8Array }> }).toBytes(); // a FileDownload
  return bytes.isOk() ? { isOk: true, value: bytes.value } : expect.fail('The file broke off.');
}
