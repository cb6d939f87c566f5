import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import type { Checkpoint } from 'tenable-result';

import { openExportFile } from '../../src/node/export-file.js';
import type { ExportFile, ExportFileOptions, FileChunk } from '../../src/node/export-file.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { checkpoint, openFolder, read, toBytes } from './node-lab.js';

const chunk = (id: number, text: string): FileChunk => ({ id, bytes: toBytes(text), records: text.split('\n').length - 1, checkpoint: () => checkpoint() });
const toMs = Date.UTC(2026, 0, 31);
const toOptions = ({ head = '', label = 'all', resume = false } = {}): ExportFileOptions =>
  ({ label, resume, head: toBytes(head), times: [], toMs, toFromMs: () => toMs - 86_400_000 });
const open = async (path: string, given: Parameters<typeof toOptions>[0] = {}): Promise<ExportFile> => expectOk(await openExportFile(path, toOptions(given)));

describe('the file of an export', () => {
  test('has its name when it is finished, and nothing is left beside it', async () => {
    const folder = openFolder();
    const file = await open(join(folder, 'found'), { head: 'head\n' });
    expectOk(await file.begin(checkpoint()));
    expectOk(await file.append(chunk(2, 'b\n')));
    expectOk(await file.append(chunk(1, 'a\na\n')));
    expect(readdirSync(folder).sort()).toStrictEqual(['found.checkpoint.json', 'found.lock', 'found.part']);
    expect(expectOk(await file.finish(checkpoint([1, 2])))).toMatchObject({ bytes: 11, records: 3 });
    await file.close();
    expect(readdirSync(folder)).toStrictEqual(['found']);
    expect(read(folder, 'found')).toBe('head\nb\na\na\n');
    expect(statSync(join(folder, 'found')).mode & 0o777).toBe(0o600);
  });

  test('is gone on with behind the chunks that are there; what is behind them is cut off', async () => {
    const folder = openFolder();
    const path = join(folder, 'found');
    const first = await open(path);
    expectOk(await first.begin(checkpoint()));
    expectOk(await first.append(chunk(1, 'a\n')));
    await first.close();
    writeFileSync(`${path}.part`, 'a\nhalf of a chunk that was being written when the process ended');
    const second = await open(path, { resume: true });
    expect(second.saved).toMatchObject({ bytes: 2, records: 1, checkpoint: { done: [1] } });
    expectOk(await second.begin(checkpoint([1])));
    expectOk(await second.append(chunk(2, 'b\n')));
    expect(expectOk(await second.finish(checkpoint([1, 2])))).toMatchObject({ bytes: 4, records: 2 });
    await second.close();
    expect(read(path)).toBe('a\nb\n');
  });

  test('replaces an unfinished one when its job has begun, not before', async () => {
    const path = join(openFolder(), 'found');
    const first = await open(path);
    expectOk(await first.begin(checkpoint()));
    expectOk(await first.append(chunk(1, 'old\n')));
    await first.close();
    const idle = await open(path);
    await idle.close();
    expect(read(`${path}.part`)).toBe('old\n');
    const second = await open(path);
    expectOk(await second.begin(checkpoint()));
    expectOk(await second.finish(null));
    await second.close();
    expect(read(path)).toBe('');
  });

  test('leaves nothing where nothing came of it', async () => {
    const folder = openFolder();
    await (await open(join(folder, 'found'))).close();
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  test('does what it is asked for in the order in which it was asked', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    const asked = [file.begin(checkpoint()), ...[3, 1, 2].map((id) => file.append(chunk(id, `${id}\n`)))];
    const finished = file.finish(null);
    await file.close();
    for (const done of await Promise.all(asked)) expectOk(done);
    expectOk(await finished);
    expect(read(path)).toBe('3\n1\n2\n');
  });

  test('says of nothing that it is there before it is, however large chunks are and whenever they are saved', async () => {
    const path = join(openFolder(), 'found');
    const lengths = fc.sample(fc.oneof(fc.nat(200), fc.integer({ min: 60_000, max: 70_000 })), { numRuns: 60, seed: 7 });
    const file = await open(path);
    expectOk(await file.begin(checkpoint()));
    const done: number[] = [];
    const texts: string[] = [];
    const savedCounts = new Set<number>();
    for (const [id, length] of lengths.entries()) {
      const isLate = id % 20 === 10; // and small: then it is time to save what is joined
      await wait(isLate ? 300 : 0);
      const text = `${String(id).padEnd(isLate ? 5 : length, '.')}\n`;
      const bytes = toBytes(text);
      expectOk(await file.append({ id, bytes, records: 1, checkpoint: () => checkpoint([...done, id]) }));
      await wait(isLate ? 100 : 0); // for the checkpoint, which is saved beside
      bytes.fill(0); // memory is used again for the next chunk
      texts.push(text);
      done.push(id);
      const saved = JSON.parse(read(`${path}.checkpoint.json`)) as { readonly bytes: number; readonly records: number; readonly checkpoint: Checkpoint }; // as it was written
      savedCounts.add(saved.records);
      expect(saved.checkpoint.done).toHaveLength(saved.records);
      expect(read(`${path}.part`).slice(0, saved.bytes)).toBe(texts.slice(0, saved.records).join(''));
    }
    expect(savedCounts.size).toBeGreaterThan(1);
    expectOk(await file.finish(null));
    await file.close();
    expect(read(path)).toBe(texts.join(''));
  }, 30_000);

  test('that was lost with chunks that were not written yet is gone on with without them', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    expectOk(await file.begin(checkpoint()));
    expectOk(await file.append(chunk(1, 'a\n')));
    rmSync(`${path}.lock`);
    expect(expectErr(await file.finish(checkpoint([1])))).toMatchObject({ reason: 'taken-over' });
    await file.close();
    const second = await open(path, { resume: true });
    expect(second.saved).toMatchObject({ bytes: 0, records: 0, checkpoint: { done: [] } });
    await second.close();
  });

  test('is for one writer', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    expect(expectErr(await openExportFile(path, toOptions({ resume: true })))).toMatchObject({ reason: 'in-use' });
    await file.close();
    await (await open(path)).close();
  });

  test('lets go of the lock where the unfinished one is not to be used', async () => {
    const path = join(openFolder(), 'found');
    writeFileSync(`${path}.checkpoint.json`, 'nonsense');
    expect(expectErr(await openExportFile(path, toOptions({ resume: true })))).toMatchObject({ reason: 'checkpoint-unreadable' });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('that could not be begun takes no chunks and gets no name', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    mkdirSync(`${path}.checkpoint.json`);
    expect(expectErr(await file.begin(checkpoint()))).toMatchObject({ reason: 'io' });
    expect(expectErr(await file.append(chunk(1, 'a\n')))).toMatchObject({ reason: 'io' });
    expect(expectErr(await file.finish(null))).toMatchObject({ reason: 'io' });
    await file.close();
    expect(existsSync(path)).toBe(false);
  });

  test('whose checkpoint cannot be saved on the way gets no name', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    expectOk(await file.begin(checkpoint()));
    mkdirSync(`${path}.checkpoint.json.new`);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000); // so that it is time to save
    expectOk(await file.append(chunk(1, 'a\n'))); // which does not wait for that
    expect(expectErr(await file.finish(checkpoint([1])))).toMatchObject({ reason: 'not-ours' });
    await file.close();
    expect(existsSync(path)).toBe(false);
  });

  test('that cannot get its name keeps its records: the next run gives it the name', async () => {
    const path = join(openFolder(), 'found');
    const file = await open(path);
    expectOk(await file.begin(checkpoint()));
    expectOk(await file.append(chunk(1, 'a\n')));
    mkdirSync(path); // somebody made a folder of that name meanwhile
    expect(expectErr(await file.finish(checkpoint([1])))).toMatchObject({ reason: 'not-a-file' });
    await file.close();
    rmSync(path, { recursive: true });
    const again = await open(path, { resume: true });
    expect(again.saved?.isComplete).toBe(true);
    expect(expectOk(await again.finish(null))).toMatchObject({ bytes: 2, records: 1 });
    await again.close();
    expect(read(path)).toBe('a\n');
  });
});
