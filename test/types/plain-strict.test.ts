/**
 * The type tests again, with the flags that most programs have: `strict` and nothing beyond it, in each module resolution.
 * Declarations mean what the flags of their user say, so a type that is right here may be another one there.
 */
import { readdirSync } from 'node:fs';

import ts from 'typescript';
import { describe, expect, test } from 'vitest';

import { checkFiles } from '../support/type-program.js';

/** Those that compile something of their own say so by importing the compiler. */
const typeTests = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts') && !/^(?:plain-strict|missing-tag|scale)\./.test(name)).map((name) => `test/types/${name}`);

const plainStrict: ts.CompilerOptions = {
  exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false, noPropertyAccessFromIndexSignature: false,
  noImplicitOverride: false, noImplicitReturns: false,
};

const settings: readonly (readonly [string, ts.CompilerOptions])[] = [
  ['exact optional members in nodenext', {}],
  ['plain strict in nodenext', plainStrict],
  ['plain strict in node16', { ...plainStrict, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
  ['plain strict in bundler', { ...plainStrict, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ['exact optional members in bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
];

describe('the type tests', () => {
  test('are more than a few', () => {
    expect(typeTests.length).toBeGreaterThan(4);
  });

  test.each(settings)('hold with %s', (_name, options) => {
    expect(checkFiles(typeTests, options)).toStrictEqual([]);
  }, 240_000);
});
