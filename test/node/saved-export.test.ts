import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readSaved, removeSaved, savedVersion, toSavedLabel, writeSaved } from '../../src/node/saved-export.js';
import type { SavedExport } from '../../src/node/saved-export.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { checkpoint, openFolder, read } from './node-lab.js';

const saved: SavedExport = { version: savedVersion, label: 'all', checkpoint: checkpoint([2, 1]), bytes: 40, records: 3, isComplete: false };

describe('what is saved of an export', () => {
  test('is read as it was written, and nothing else is left', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    expectOk(await writeSaved(path, { ...saved, records: 1 }));
    expectOk(await writeSaved(path, saved));
    expect(expectOk(await readSaved(path))).toStrictEqual(saved);
    expect(existsSync(`${path}.new`)).toBe(false);
    expectOk(await removeSaved(path));
    expect(existsSync(path)).toBe(false);
  });

  test('stays as it was where the next can not be written', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    expectOk(await writeSaved(path, saved));
    mkdirSync(`${path}.new`);
    expect(expectErr(await writeSaved(path, { ...saved, records: 9 }))).toMatchObject({ reason: 'io', code: 'EISDIR' });
    expect(expectOk(await readSaved(path))).toStrictEqual(saved);
  });

  test('is nothing where there is no such file', async () => {
    const path = join(openFolder(), 'none.json');
    expect(expectOk(await readSaved(path))).toBeNull();
    expectOk(await removeSaved(path));
  });

  test.each([
    ['half a file', JSON.stringify(saved).slice(0, 60)],
    ['another version', JSON.stringify({ ...saved, version: savedVersion + 1 })],
    ['another version of the checkpoint', JSON.stringify({ ...saved, checkpoint: { ...saved.checkpoint, version: 2 } })],
    ['another kind of export', JSON.stringify({ ...saved, checkpoint: { ...saved.checkpoint, kind: 'hosts' } })],
    ['no size', JSON.stringify({ ...saved, bytes: '40' })],
    ['no object', '[]'],
  ])('is refused where it is %s', async (_what, text) => {
    const path = join(openFolder(), 'found.checkpoint.json');
    writeFileSync(path, text);
    expect(expectErr(await readSaved(path))).toMatchObject({ reason: 'checkpoint-unreadable', path });
    expect(read(path)).toBe(text);
  });
});

describe('a label', () => {
  test('is kept as it is where it fits', () => {
    expect(toSavedLabel('all')).toBe('all');
  });

  test('of any length is known again, and told from others', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    await fc.assert(fc.asyncProperty(fc.string(), async (end) => {
      const label = toSavedLabel('x'.repeat(30_000) + end);
      expectOk(await writeSaved(path, { ...saved, label }));
      expect(expectOk(await readSaved(path))?.label).toBe(label);
      expect(toSavedLabel(`${'x'.repeat(30_000)}${end}!`)).not.toBe(label);
    }), { numRuns: 10 });
  });
});
