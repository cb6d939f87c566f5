/**
 * Writes `src/api` from the descriptions in `src/catalogue`: build output, which is not committed. And what people read of it, which
 * is: the pages of all calls and the report of the public surface. Does nothing where neither a description nor the generator has
 * changed; `--force` writes all the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogue = join(root, 'src', 'catalogue');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const toPosix = (path) => path.split(sep).join('/');

/** Every description, as the generator names it. Words of the language are a part that all products share. */
export function listDescriptions() {
  const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).map(toPosix).filter((name) => /^(?:vm|sc|nessus|parts)\/.*\.ts$/.test(name)).sort();
  return [{ name: 'parts/words', path: join(catalogue, 'language', 'words.ts') }, ...files.map((file) => ({ name: file.slice(0, -3), path: join(catalogue, file) }))];
}

/** The generator and all descriptions, as one module that Node can load. */
export async function loadGenerator() {
  const { build } = await import('esbuild');
  const descriptions = listDescriptions();
  const contents = [
    `export * from ${JSON.stringify(join(catalogue, 'generator', 'main.ts'))};`,
    ...descriptions.map(({ path }, at) => `import * as description${at} from ${JSON.stringify(path)};`),
    `export const descriptions = [${descriptions.map((_one, at) => `description${at}`).join(', ')}];`,
  ].join('\n');
  const scratch = join(root, 'node_modules', '.cache', 'tenable-result');
  mkdirSync(scratch, { recursive: true });
  const outfile = join(scratch, `generator-${process.pid}.mjs`);
  await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', external: ['zod'], plugins: [describedFields], outfile, logLevel: 'error' });
  const generator = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const loaded = descriptions.map(({ name, path }, at) => ({ name, file: toPosix(relative(root, path)), text: readFileSync(path, 'utf8'), exports: generator.descriptions[at] }));
  return { generator, loaded };
}

/** The errors are made of fields that say what JSON they hold, so that their JSON Schema follows from them. */
const describedFields = {
  name: 'described-fields',
  setup: (build) => build.onResolve({ filter: /\/fields\.js$/ }, ({ importer }) =>
    importer.endsWith('described-fields.ts') ? undefined : { path: join(catalogue, 'generator', 'described-fields.ts') }),
};

/** What the output follows from, as a hash. */
function readState() {
  const files = ['src/catalogue', 'src/reshapes', 'src/errors/model'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((path) => path.endsWith('.ts')).sort();
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url))).update(version);
  for (const path of [...files, createRequire(import.meta.url).resolve('zod/package.json')]) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function writeWhereOther(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Whether what the generator needs is there: it is not where the package is installed without its development dependencies. */
function isEquipped() {
  const require = createRequire(import.meta.url);
  return ['zod', 'esbuild'].every((name) => require.resolve.paths(name)?.some((path) => existsSync(join(path, name))));
}

async function main() {
  if (!isEquipped()) {
    console.error('Nothing is generated: zod or esbuild is not installed. `npm ci` installs them.');
    return;
  }
  const mark = join(root, 'src', 'api', '.generated');
  const state = readState();
  const [known, ...files] = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
  if (!process.argv.includes('--force') && known === state && files.every((path) => existsSync(join(root, path)))) return;
  const { generator, loaded } = await loadGenerator();
  const { model, output } = generator.generate(loaded);
  const built = [...output, ...generator.writeSchemas(model, version)];
  const api = join(root, 'src', 'api');
  const wanted = new Set(output.map(({ path }) => join(root, path)));
  if (existsSync(api)) for (const name of readdirSync(api, { recursive: true, encoding: 'utf8' })) {
    const path = join(api, name);
    if (name.endsWith('.ts') && !wanted.has(path)) rmSync(path);
  }
  for (const { path, text } of built) writeWhereOther(join(root, path), text);
  for (const { path, text } of generator.writeDocuments(model, (path) => readFileSync(join(root, path), 'utf8'))) writeWhereOther(join(root, path), text);
  writeFileSync(mark, [state, ...built.map(({ path }) => path)].join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error?.constructor?.name === 'Refusal' ? error.message : error);
    process.exit(1);
  });
}
