// What the ways to handle all errors cost the type checker: a hundred sites of 17 cases each, over a file without any.
import { join } from 'node:path';

import ts from 'typescript';
import { tenableErrorTags as tags } from 'tenable-result';

import { toTable } from './measuring.mjs';

const root = join(import.meta.dirname, '..', '..');
const head = `import { matchError } from 'tenable-result';\nimport type { TenableError, VmClient } from 'tenable-result';\nimport { match } from 'ts-pattern';\ndeclare const error: TenableError;\ndeclare const vm: VmClient;\nexport { error, match, matchError, vm };\n`;
const sites = (count, toSite) => Array.from({ length: count }, (_, at) => `export const site${at} = ${toSite(at)};`).join('\n');
const ways = {
  'ts-pattern on { _tag }': () => `match(error)${tags.map((tag) => `.with({ _tag: '${tag}' }, (e) => e.message)`).join('')}.exhaustive()`,
  'ts-pattern on the tag': () => `match(error._tag)${tags.map((tag) => `.with('${tag}', () => error.message)`).join('')}.exhaustive()`,
  'matchError': () => `matchError(error, { ${tags.map((tag) => `${tag}: (e) => e.message`).join(', ')} })`,
  'switch': () => `((e: TenableError): string => { switch (e._tag) { ${tags.map((tag) => `case '${tag}': return e.message;`).join(' ')} } })(error)`,
};

function check(text) {
  const path = join(root, 'test', 'bench', 'checked.virtual.ts');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) => (name === path ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version));
  host.fileExists = (name) => name === path || ts.sys.fileExists(name);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  program.getTypeChecker();
  const startedAt = performance.now();
  const problems = program.getSemanticDiagnostics(source);
  if (problems.length > 0) throw new Error(ts.flattenDiagnosticMessageText(problems[0].messageText, '\n'));
  return { instantiations: program.getInstantiationCount(), ms: performance.now() - startedAt };
}

export function measureTypes() {
  const none = check(head);
  const less = ({ instantiations, ms }) => ({ instantiations: instantiations - none.instantiations, ms: ms - none.ms });
  const results = Object.fromEntries(Object.entries(ways).map(([way, toSite]) => [`${way}, 100 sites`, less(check(head + sites(100, toSite)))]));
  results['matchError, 10 sites'] = less(check(head + sites(10, ways.matchError)));
  results['20 calls of the VM client'] = less(check(head + sites(20, (at) => `vm.scans.details({ scan_id: ${at} }).map(({ info }) => info.name)`)));
  console.log(`\ntypes, TypeScript ${ts.version}, over a file without any of it (${none.instantiations} instantiations)\n`);
  console.log(toTable(['what', 'instantiations', 'ms'], Object.entries(results).map(([what, one]) => [what, one.instantiations, one.ms.toFixed(0)])));
  return results;
}
