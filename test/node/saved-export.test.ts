import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readSaved, removeSaved, savedVersion, toSavedLabel, writeSaved } from '../../src/node/saved-export.js';
import type { SavedExport } from '../../src/node/saved-export.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { checkpoint, openFolder, read, takeTestLock } from './node-lab.js';

const saved: SavedExport = { version: savedVersion, label: 'all', times: [1_000], fromMs: null, toMs: 5_000, checkpoint: checkpoint([2, 1]), bytes: 40, records: 3, isComplete: false };

describe('what is saved of an export', () => {
  test('is read as it was written, and nothing else is left', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    const lock = await takeTestLock(path);
    expectOk(await writeSaved(path, { ...saved, records: 1 }, lock));
    expectOk(await writeSaved(path, saved, lock));
    expect(expectOk(await readSaved(path, lock.made))).toStrictEqual(saved);
    expect(existsSync(`${path}.new`)).toBe(false);
    expectOk(await removeSaved(path));
    expect(existsSync(path)).toBe(false);
  });

  test('stays as it was where the next cannot be written', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    const lock = await takeTestLock(path);
    expectOk(await writeSaved(path, saved, lock));
    mkdirSync(`${path}.new`);
    expect(expectErr(await writeSaved(path, { ...saved, records: 9 }, lock))).toMatchObject({ reason: 'not-ours' });
    expect(expectOk(await readSaved(path, lock.made))).toStrictEqual(saved);
  });

  test('is nothing where there is no such file', async () => {
    const path = join(openFolder(), 'none.json');
    expect(expectOk(await readSaved(path, null))).toBeNull();
    expectOk(await removeSaved(path));
  });

  const withSum = (value: object): string => JSON.stringify({ ...value, sha256: createHash('sha256').update(JSON.stringify(value)).digest('hex') });

  test.each([
    ['half a file', withSum(saved).slice(0, 60)],
    ['another version', withSum({ ...saved, version: savedVersion + 1 })],
    ['another version of the checkpoint', withSum({ ...saved, checkpoint: { ...saved.checkpoint, version: 2 } })],
    ['another kind of export', withSum({ ...saved, checkpoint: { ...saved.checkpoint, kind: 'hosts' } })],
    ['no size', withSum({ ...saved, bytes: '40' })],
    ['without a checksum', JSON.stringify(saved)],
    ['changed since: a chunk more', withSum(saved).replace('[2,1]', '[2,3]')],
    ['changed since: a byte less', withSum(saved).replace('"bytes":40', '"bytes":39')],
    ['larger than any', ' '.repeat(16_777_217)],
    ['no object', '[]'],
  ])('is refused where it is %s', async (_what, text) => {
    const path = join(openFolder(), 'found.checkpoint.json');
    writeFileSync(path, text);
    expect(expectErr(await readSaved(path, null))).toMatchObject({ reason: 'checkpoint-unreadable', path });
    expect(read(path) === text).toBe(true);
  });
});

describe('a label', () => {
  test('is kept as it is where it fits', () => {
    expect(toSavedLabel('all')).toBe('all');
  });

  test('of any length is known again, and told from others', async () => {
    const path = join(openFolder(), 'found.checkpoint.json');
    const lock = await takeTestLock(path);
    await fc.assert(fc.asyncProperty(fc.string(), async (end) => {
      const label = toSavedLabel('x'.repeat(30_000) + end);
      expectOk(await writeSaved(path, { ...saved, label }, lock));
      expect(expectOk(await readSaved(path, null))?.label).toBe(label);
      expect(toSavedLabel(`${'x'.repeat(30_000)}${end}!`)).not.toBe(label);
    }), { numRuns: 10 });
  });
});
