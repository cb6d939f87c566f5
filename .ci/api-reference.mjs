/**
 * The API reference of every entry, into dist-docs: `npm run docs:api`. A name that is used and not exported, a link that
 * leads nowhere: each is a warning, and any warning fails. `--check` writes nothing.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Application, LogLevel } from 'typedoc';

import { listEntries } from './package-entries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist-docs');

const app = await Application.bootstrap({
  name: 'tenable-result',
  entryPoints: listEntries().map(({ source }) => join(root, source)),
  tsconfig: join(root, '.ci', 'tsconfig.docs.json'),
  basePath: join(root, 'src'),
  readme: join(root, 'README.md'),
  excludeInternal: true,
  excludeExternals: true,
  disableSources: true,
  disableGit: true,
  githubPages: false,
  // How types are computed, which nobody has to name: an editor shows what comes out.
  intentionallyNotExported: [
    'CheckedPath', 'ErrorOf', 'FileExportTag', 'HandledTag', 'NessusCatalogue', 'NoMembers', 'OnlyTags', 'OnlyTagsOf',
    'Returned', 'SomeHandlers', 'TagHandlers', 'VmCatalogue', 'deliveries', 'exportFailures', 'exportKinds', 'fileFailures',
    'reasons', 'scanFailures', 'statusPhrases', 'tlsProblems',
  ],
  validation: { notExported: true, invalidLink: true, rewrittenLink: true, notDocumented: false },
  logLevel: LogLevel.Warn,
});
const project = await app.convert();
if (project === undefined) process.exit(1);
app.validate(project);
if (!process.argv.includes('--check')) {
  rmSync(out, { recursive: true, force: true });
  await app.generateDocs(project, out);
  console.log(`API reference of ${app.options.getValue('entryPoints').length} entries: ${out}`);
}
console.log(`${app.logger.errorCount} errors, ${app.logger.warningCount} warnings`);
process.exit(app.logger.errorCount + app.logger.warningCount === 0 ? 0 : 1);
