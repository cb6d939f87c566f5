/** TypeScript programs in memory, to measure what types cost and to read what an editor shows. */
import { join } from 'node:path';

import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');

/** Files that exist in memory only, by their path from the root of the package. */
export type VirtualFiles = Readonly<Record<string, string>>;

function readOptions(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  return ts.parseJsonConfigFileContent(ts.readConfigFile(path, (name) => ts.sys.readFile(name)).config, ts.sys, root).options;
}

/** What checking one file costs, and what the compiler says of it. */
export interface CheckedFile {
  readonly instantiations: number;
  readonly messages: readonly string[];
}

/** Checks one virtual file, in a checker that has not checked anything else. */
export function checkFile(files: VirtualFiles, name: string): CheckedFile {
  const program = createProgram(files);
  const source = program.getSourceFile(join(root, name));
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return {
    instantiations: program.getInstantiationCount(),
    messages: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  };
}

/** What the compiler says of some files of the repository under other options, each with its file. */
export function checkFiles(names: readonly string[], options: ts.CompilerOptions): readonly string[] {
  const program = ts.createProgram(names.map((name) => join(root, name)), { ...readOptions(), ...options });
  return names.flatMap((name) => {
    const source = program.getSourceFile(join(root, name));
    if (source === undefined) return [`${name}: not there`];
    return program.getSemanticDiagnostics(source).map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

/** Files of the disk, read and parsed once: every program has the same options, and a checker of its own. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function createProgram(files: VirtualFiles): ts.Program & { readonly getInstantiationCount: () => number } {
  const options = readOptions();
  const host = ts.createCompilerHost(options);
  const virtual = new Map(Object.entries(files).map(([name, text]) => [join(root, name), text]));
  const program = ts.createProgram([...virtual.keys()], options, {
    ...host,
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    directoryExists: (path) => [...virtual.keys()].some((name) => name.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    readFile: (path) => virtual.get(path) ?? host.readFile(path),
    getSourceFile: (path, languageVersion) => {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
  });
  return program;
}

/** What an editor shows for the name that stands after `marker` in a virtual file. */
export function readHover(text: string, marker: string): string {
  const path = join(root, 'test', 'types', 'hover.virtual.ts');
  const options = readOptions();
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, noErrorTruncation: true }),
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === path ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === path || ts.sys.fileExists(name),
    readFile: (name) => (name === path ? text : ts.sys.readFile(name)),
    readDirectory: (...given) => ts.sys.readDirectory(...given),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  const info = service.getQuickInfoAtPosition(path, text.indexOf(marker) + marker.length);
  return (info?.displayParts ?? []).map((part) => part.text).join('');
}
