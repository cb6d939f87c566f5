/** What ends up in a user's bundle: what is imported and what that needs, in bytes with a budget, and no other operation. */
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { SourceMap } from 'node:module';
import { gzipSync } from 'node:zlib';

import { tenableErrorTags } from 'tenable-result';

import { vmCatalogue } from '../src/api/vm/catalogue.js';

interface Bundle {
  readonly code: string;
  readonly gzipBytes: number;
  /** Bytes of each source in the bundle, before compression, the largest first. */
  readonly sources: readonly (readonly [string, number])[];
}

/** The build, bundled as an application's would be. neverthrow and undici count for themselves: they stay outside. */
async function bundle(source: string, platform: 'browser' | 'node' = 'browser'): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: [platform],
    external: ['undici', 'node:*'],
    // One module that stands for neverthrow, as there is one in an application, and not an import statement in each of ours.
    plugins: [{
      name: 'neverthrow-outside',
      setup: (plugin) => {
        plugin.onResolve({ filter: /^neverthrow$/ }, () => ({ path: 'neverthrow', namespace: 'outside', sideEffects: false }));
        plugin.onLoad({ filter: /.*/, namespace: 'outside' }, () => ({ contents: 'export const { ResultAsync, err, errAsync, ok, okAsync } = globalThis.neverthrow;' }));
      },
    }],
    minify: true,
    treeShaking: true,
    write: false,
    sourcemap: 'external',
    outfile: 'bundle.js',
  });
  const [map = '', code = ''] = outputFiles.sort((a, b) => b.path.length - a.path.length).map(({ text }) => text);
  return { code, gzipBytes: gzipSync(code).byteLength, sources: toSources(code, map) };
}

/** Which sources the bundle is made of, by the maps: of the build's own files each holds many. */
function toSources(code: string, map: string): Bundle['sources'] {
  const sourceMap = new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]); // esbuild wrote it
  const bytes = new Map<string, number>();
  code.split('\n').forEach((line, lineAt) => {
    for (let column = 0; column < line.length; column += 1) {
      const entry = sourceMap.findEntry(lineAt, column);
      const source = 'originalSource' in entry ? entry.originalSource as string | undefined : undefined; // the bundler's own code has none
      const path = source !== undefined ? source.replace(/^.*?(?=(?:src|node_modules)\/)/, '') : '<stdin>';
      bytes.set(path, (bytes.get(path) ?? 0) + 1);
    }
  });
  return [...bytes].sort(([, a], [, b]) => b - a);
}

const paths = Object.values(vmCatalogue).flatMap((area) =>
  Object.values(area).map((operation: { readonly path: string; readonly id: string }) => operation));

const toReexport = (names: readonly string[]): string => `export { ${names.join(', ')} } from 'tenable-result';`;

const oneGet = `
  import { createVmConnection, execute } from 'tenable-result';
  import { details } from 'tenable-result/vm/scans';
  export const found = createVmConnection().asyncAndThen((vm) => execute(vm, details, { scan_id: 1 }));
`;
const wholeClient = `import { createVmClient } from 'tenable-result'; export const vm = createVmClient();`;

/** Minified and compressed, in bytes. What a GET needs and why it is not less: docs/decisions/package.md. */
const budgets = [
  // 120 more than it was: what is said of a scan without results, wherever errors are told.
  ['what tells errors apart', 'browser', 1_210, toReexport(['isExportError', 'isLocalError', 'isResponseError', 'isRetryable', 'isTag', 'matchError', 'matchErrorPartial', 'toErrorGroup'])],
  ['the error model in use: match, guards, texts, some constructors', 'browser', 8_140, toReexport([
    'NotFoundError', 'PermissionError', 'RetryError', 'describeError', 'isResponseError', 'isRetryable', 'isTag', 'matchError', 'matchErrorPartial', 'toErrorGroup',
  ])],
  ['the error model with every constructor', 'browser', 10_400, toReexport([...tenableErrorTags, 'describeError', 'isRetryable', 'isTag', 'matchError', 'matchErrorPartial', 'toErrorGroup'])],
  // 1,900 more than they were: the room that the bodies of a client share, the whole answer of scans.details, and files that are sent.
  ['one GET with the error model', 'browser', 38_760, oneGet],
  ['one GET with the error model', 'node', 42_940, oneGet],
] as const;

describe('a bundle', () => {
  test.each(budgets)('of %s (%s) fits its budget of %i bytes gzip', async (title, platform, budget, source) => {
    const { code, gzipBytes, sources } = await bundle(source, platform);
    const largest = sources.slice(0, 5).map(([path, bytes]) => `${path} ${bytes}`).join(', ');
    console.log(`bundle of ${title} (${platform}): ${gzipBytes} bytes gzip of ${code.length}; the largest: ${largest}`);
    expect(gzipBytes).toBeLessThan(budget);
    expect(gzipBytes).toBeGreaterThan(50);
  });

  test('with one standalone operation holds no other, nor the schemas of its area', async () => {
    const { code } = await bundle(oneGet);
    expect(paths.filter(({ id }) => code.includes(`"${id}"`)).map(({ id }) => id)).toStrictEqual(['scans.details']);
    expect(code).not.toMatch(/rollover|chapters/); // of scans.launch and scans.exportRequest
  });

  test('with the whole client holds every operation: the check above can fail', async () => {
    const { code } = await bundle(wholeClient);
    expect(paths.filter(({ id }) => !code.includes(`"${id}"`) && !id.includes('Export.'))).toStrictEqual([]);
    expect(code).toMatch(/rollover/);
  });

  test('with the error model alone holds no client and no schema library', async () => {
    const { code, sources } = await bundle(budgets[2][3]);
    expect(code).not.toContain('x-apikeys');
    expect(sources.filter(([path]) => !/^(?:src\/(?:errors|internal)\/|<stdin>$)/.test(path))).toStrictEqual([]);
    expect(sources.map(([path]) => path)).toContain('src/errors/model/define-error.ts');
  });

  test.each([
    ['toProblemDetails', 'about:blank', 2_500],
    ['toLogRecord', 'chunksCancelled', 1_780],
    ['toLogLevel', 'unauthenticated', 675],
    ['toSpanAttributes', 'resend_count', 1_500],
    ['toThrowable', 'captureStackTrace', 660],
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
    const { code } = await bundle(wholeClient);
    expect(code).not.toMatch(/from"(?:node:|undici)/);
    expect(code).not.toContain('import("undici")');
  });
});
