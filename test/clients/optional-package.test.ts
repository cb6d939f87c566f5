import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, onTestFinished, test } from 'vitest';
import { createVmClient } from 'tenable-result';

import { loadOptionalPackage } from '../../src/clients/optional-package.js';
import { expectOk, expectTag } from '../support/expect-result.js';

/** A folder of its own, with a package that exports `source` where that is given. */
function createFolder(source?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-packages-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  if (source !== undefined) {
    const home = join(folder, 'node_modules', '@opentelemetry', 'api');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'index.js'), source);
  }
  return folder;
}

const wanted = { package: '@opentelemetry/api', feature: 'tracing' };
const keys = { accessKey: 'a', secretKey: 's', tracing: true };

describe('an optional package', () => {
  test('is found from the file that is named, by path or by URL', () => {
    const file = join(createFolder('module.exports = { from: "here" };'), 'plugin.js');
    for (const from of [file, pathToFileURL(file).href]) expect(expectOk(loadOptionalPackage(wanted, from))).toStrictEqual({ from: 'here' });
  });

  test.each<readonly [string, string | undefined]>([
    ['is not installed', undefined], ['throws when it is loaded', 'throw new Error("broken")'], ['is no JavaScript', '<html>'], ['exports nothing', 'module.exports = undefined;'],
  ])('that %s is missing, and the error says how to get it', (_title, source) => {
    const from = join(createFolder(source), 'plugin.js');
    expect(expectTag(loadOptionalPackage(wanted, from), 'PackageMissingError')).toMatchObject({ ...wanted, install: 'npm install @opentelemetry/api' });
  });

  test.each(['', 'relative/plugin.js', 'https://example.com/x.js', '\u0000'])('is missing from a place that is none: %j', (from) => {
    expectTag(loadOptionalPackage(wanted, from), 'PackageMissingError');
  });
});

describe('a client that is told to trace', () => {
  test.each<readonly [string, string | undefined]>([
    ['not installed', undefined], ['another one of the same name', 'module.exports = {};'], ['null', 'module.exports = null;'], ['a text', 'module.exports = "x";'],
    ['one that throws when it is looked at', 'Object.defineProperty(exports, "SpanKind", { get() { throw new Error("x"); } });'],
  ])('is told at its creation that the package is missing: %s', (_title, source) => {
    const packagesFrom = join(createFolder(source), 'plugin.js');
    expect(expectTag(createVmClient({ ...keys, packagesFrom }), 'PackageMissingError')).toMatchObject({
      operation: 'createVmClient', package: '@opentelemetry/api', feature: 'tracing', install: 'npm install @opentelemetry/api',
      message: expect.stringContaining('npm install @opentelemetry/api') as string,
    });
  });

  test('needs nothing where it does not trace', () => {
    expectOk(createVmClient({ ...keys, tracing: false, packagesFrom: join(createFolder(), 'plugin.js') }));
  });
});
