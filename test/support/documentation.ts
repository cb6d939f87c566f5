/** The documentation as tests read it: its examples and its tables. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A fenced TypeScript example. */
export interface Example {
  /** Page and number of the example on it. */
  readonly name: string;
  readonly code: string;
  /** What its `// =>` comments promise to be printed, in order. */
  readonly prints: readonly string[];
}

export const pages: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`).sort(),
];

export function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

export function readExamples(page: string): readonly Example[] {
  return Array.from(readPage(page).matchAll(/^```ts\n([\s\S]*?)^```/gm), ([, code = ''], index) => ({
    name: `${page} example ${index + 1}`,
    code,
    prints: readPrints(code),
  }));
}

/** The whole programs in docs/examples. */
export function readPrograms(): readonly Example[] {
  return readdirSync(join(root, 'docs', 'examples')).filter((name) => name.endsWith('.ts')).sort().map((name) => {
    const code = readPage(`docs/examples/${name}`);
    return { name: `docs/examples/${name}`, code, prints: readPrints(code) };
  });
}

/** What a text of code says that it prints. */
function readPrints(code: string): readonly string[] {
  return Array.from(code.matchAll(/\/\/ => (.*)$/gm), ([, text = '']) => text);
}

/** The cells of the first table of a page whose heading row starts with `heading`. */
export function readTable(page: string, heading: string): readonly (readonly string[])[] {
  const lines = readPage(page).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, start + length).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}
