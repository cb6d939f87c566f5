/** The lint rules that the package relies on, tried on code that breaks them. */
import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, 'eslint.config.js'),
  // In CI the parser would take the file on disk for the text that it is given.
  overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
});

/** The rules that a text breaks when it stands in an existing file of the project. */
async function lint(text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, 'docs', 'examples', 'first-call.ts') });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('lint', () => {
  test.each([
    ['vm.session.details();', '@typescript-eslint/no-floating-promises'],
    ['vm.session.details().map((session) => session.id);', '@typescript-eslint/no-floating-promises'],
    ['export const kept = vm.session.details();', undefined],
    ["vm.session.details().match(() => 'ok', (error) => error.message).then(console.log, console.error);", undefined],
  ])('on %s says %s', async (statement, rule) => {
    const broken = await lint(`import type { VmClient } from 'tenable-result';\ndeclare const vm: VmClient;\n${statement}\n`);
    expect(broken).toStrictEqual(rule === undefined ? [] : [rule]);
  }, 30_000);

  test('takes no default exports, enums, any and non-null assertions', async () => {
    const broken = await lint('enum A { B }\nexport const x = (a: any) => a!;\nexport default A;\n');
    expect(broken).toStrictEqual(expect.arrayContaining([
      'no-restricted-syntax', '@typescript-eslint/no-explicit-any', '@typescript-eslint/no-non-null-assertion',
    ]));
  }, 30_000);
});
