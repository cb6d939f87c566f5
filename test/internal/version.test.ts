import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { version } from '../../src/internal/version.js';

test('is the version in package.json', async () => {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ version });
});
