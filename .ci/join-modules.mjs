/**
 * Joins the compiled modules of `dist` into a few files: one for each thing that can be imported, and one for each part of
 * the library that these share. Node finds, reads and compiles every file by itself, so two hundred of them would
 * take longer to import than all that is in them. Declarations stay as they are, module by module.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rollup } from 'rollup';

import { listEntries } from './package-entries.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const toPosix = (path) => path.split(sep).join('/');

const { bin, imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What can be imported, the programs, and what `#default-transport` means on each platform. */
const listModules = () => [
  ...listEntries().map(({ module }) => module),
  ...Object.values(bin),
  ...Object.values(imports['#default-transport']).filter((target) => typeof target === 'string'), // the others are sources
];
const toName = (module) => module.slice('./dist/'.length, -'.js'.length);

/**
 * The shared parts, by the folder of a module. Clients alone ask for the platform's transport, which stands on the core, and the data
 * of areas imports data alone: so the files import each other in one direction, as the folders of `src` do. A bundler that makes
 * one file of everything puts what is loaded on first use, and all that it imports, into functions; so data must not lead to the core.
 */
const parts = [
  ['data', /^(?:api\/(?:\w+\/)?parts|reshapes)\//],
  ['clients', /^(?:clients\/(?!vm\.|sc\.|nessus\.)|export-jobs\/|api\/(?:vm|sc|nessus)\/areas\.)/],
  ['simulator', /^simulator\//],
  ['core', /^(?:call|errors|internal|operation|schema|transport)\/|^(?:execute|result)\.js$/],
];
/** What Node alone has stays out of the core. */
const ofNode = /^transport\/(?:node\/[a-z-]+|tls-material|undici-[a-z]+)\.js$/;

const toPart = (path) => {
  const module = toPosix(relative(dist, path));
  const [, product, data, area] = /^api\/(vm|sc|nessus)\/(data\/)?(?!areas\.)([\w-]+)\.js$/.exec(module) ?? [];
  if (area !== undefined) return `${product}-${area}${data === undefined ? '-operations' : ''}`; // so that what asks for one, such as a simulator, does not take it in
  return ofNode.test(module) ? undefined : parts.find(([, pattern]) => pattern.test(module))?.[0];
};

const isOutside = (id) => !id.startsWith('.') && !id.startsWith(dist);

/** The compiler's maps, so that those of the joined files lead to the sources, too. */
const compiledModules = {
  name: 'compiled-modules',
  load: (id) => ({ code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }),
};

export async function joinModules() {
  const entries = listModules().map(toName);
  const joined = await rollup({
    input: Object.fromEntries(entries.map((entry) => [entry, join(dist, `${entry}.js`)])),
    external: isOutside,
    plugins: [compiledModules],
    treeshake: { moduleSideEffects: false },
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  const { output } = await joined.generate({
    format: 'es',
    dir: dist,
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name].js',
    manualChunks: toPart,
    minifyInternalExports: false,
    hoistTransitiveImports: false,
  });
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (/\.js(?:\.map)?$/.test(file)) rmSync(join(dist, file));
  }
  for (const file of output) {
    const path = join(dist, file.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.type === 'chunk' ? file.code : file.source);
  }
}
