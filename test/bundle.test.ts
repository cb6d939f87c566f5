/** What ends up in a user's bundle: the operations that are imported, and no others. */
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';

import { vmCatalogue } from '../src/api/vm/catalogue.js';

interface Bundle {
  readonly code: string;
  readonly gzipBytes: number;
}

async function bundle(source: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['tenable-result-source', 'browser'],
    external: ['neverthrow', 'undici'],
    minify: true,
    treeShaking: true,
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, gzipBytes: gzipSync(code).byteLength };
}

const paths = Object.values(vmCatalogue).flatMap((area) =>
  Object.values(area).map((operation: { readonly path: string; readonly id: string }) => operation));

describe('a bundle', () => {
  test('with one standalone operation holds no other', async () => {
    const { code, gzipBytes } = await bundle(`
      import { createVmConnection, execute } from 'tenable-result';
      import { details } from 'tenable-result/vm/scans';
      export const found = createVmConnection().asyncAndThen((vm) => execute(vm, details, { scan_id: 1 }));
    `);
    console.log(`bundle of one operation with its client: ${gzipBytes} bytes gzip`);
    expect(paths.filter(({ id }) => code.includes(`"${id}"`)).map(({ id }) => id)).toStrictEqual(['scans.details']);
  });

  test('with the whole client holds every operation: the check above can fail', async () => {
    const { code } = await bundle(`import { createVmClient } from 'tenable-result'; export const vm = createVmClient();`);
    expect(paths.filter(({ id }) => !code.includes(`"${id}"`) && !id.includes('Export.'))).toStrictEqual([]);
  });

  test('with the error model alone holds no client', async () => {
    const { code, gzipBytes } = await bundle(`
      import { NotFoundError, describeError, isRetryable, matchError } from 'tenable-result';
      export { NotFoundError, describeError, isRetryable, matchError };
    `);
    console.log(`bundle of part of the error model: ${gzipBytes} bytes gzip`);
    expect(code).not.toContain('x-apikeys');
    expect(gzipBytes).toBeLessThan(6_000);
  });

  test.each([
    ['toProblemDetails', 'about:blank', 2_500],
    ['toLogRecord', 'chunksCancelled', 1_500],
    ['toLogLevel', 'unauthenticated', 600],
    ['toSpanAttributes', 'resend_count', 1_500],
    ['toThrowable', 'captureStackTrace', 600],
  ])('with %s alone holds no other projection and no codec', async (name, mark, limit) => {
    const { code, gzipBytes } = await bundle(`export { ${name} } from 'tenable-result';`);
    console.log(`bundle of ${name}: ${gzipBytes} bytes gzip`);
    expect(['about:blank', 'chunksCancelled', 'resend_count', 'captureStackTrace', 'UnknownTag'].filter((other) => other !== mark && code.includes(other))).toStrictEqual([]);
    expect(code).toContain(mark);
    expect(gzipBytes).toBeLessThan(limit);
  });

  test.each([['fp-ts', 'toTaskEither'], ['effect', 'toEffect']])('with the adapter to %s holds no client', async (entry, name) => {
    const { code } = await bundle(`import { ${name} } from 'tenable-result/${entry}'; export const adapt = ${name};`);
    expect(code).not.toContain('x-apikeys');
    expect(code).not.toContain('"scans.details"');
  });

  test('of the client holds neither fp-ts nor Effect', async () => {
    const { code } = await bundle(`import * as all from 'tenable-result'; export { all };`);
    expect(code).not.toMatch(/from"(?:fp-ts|effect)|~effect|acquireUseRelease/);
  });

  test('for a browser uses fetch and nothing of Node', async () => {
    const { code } = await bundle(`import { createVmClient } from 'tenable-result'; export const vm = createVmClient();`);
    expect(code).not.toMatch(/from"(?:node:|undici)/);
    expect(code).not.toContain('import("undici")');
  });
});
