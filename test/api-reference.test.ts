/** The generated reference of every entry: what it warns of is a name that people cannot import, or a link to nowhere. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('the API reference builds without a warning', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, '.ci', 'api-reference.mjs'), '--check'], { cwd: root, encoding: 'utf8' });
  expect(`${stdout}${stderr}`.trim()).toBe('0 errors, 0 warnings');
  expect(status).toBe(0);
}, 300_000); // every entry: two minutes where other tests run beside it
