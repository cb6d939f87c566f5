import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findPaths, openPart, writeAll } from '../../src/node/part-file.js';
import { savedVersion, writeSaved } from '../../src/node/saved-export.js';
import type { SavedExport } from '../../src/node/saved-export.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import type { PartRequest, Paths } from '../../src/node/part-file.js';
import type { PathLock } from '../../src/node/path-lock.js';
import { checkpoint, openFolder, read, takeTestLock, toBytes } from './node-lab.js';

const saved = (rest: Partial<SavedExport> = {}): SavedExport =>
  ({ version: savedVersion, label: 'all', times: [], fromMs: null, toMs: 0, checkpoint: checkpoint([1]), bytes: 4, records: 1, isComplete: false, ...rest });

describe('the paths of an export', () => {
  test('stand beside the file that is to be', async () => {
    const target = join(openFolder(), 'found');
    expect(expectOk(await findPaths(target))).toStrictEqual({ target, part: `${target}.part`, checkpoint: `${target}.checkpoint.json`, lock: `${target}.lock` });
  });

  test('are those of the file that a link leads to: the link stays', async () => {
    const folder = openFolder();
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(expectOk(await findPaths(join(folder, 'link'))).target).toBe(join(folder, 'real'));
  });

  test('are refused where a folder or a device has the name', async () => {
    const folder = openFolder();
    mkdirSync(join(folder, 'sub'));
    expect(expectErr(await findPaths(join(folder, 'sub')))).toMatchObject({ reason: 'not-a-file', path: join(folder, 'sub') });
    expect(expectErr(await findPaths('/dev/null'))).toMatchObject({ reason: 'not-a-file', path: '/dev/null' });
  });

  test('are refused where there is no such folder, which the error names', async () => {
    const folder = join(openFolder(), 'none');
    expect(expectErr(await findPaths(join(folder, 'found')))).toMatchObject({ reason: 'io', code: 'ENOENT', path: folder, message: `${folder} does not exist.` });
  });

  test('are refused where they are none', async () => {
    const nothing: unknown = undefined;
    expect(expectErr(await findPaths(nothing as string))).toMatchObject({ reason: 'io', code: 'ERR_INVALID_ARG_TYPE' }); // what a caller without types may give
    expect(expectErr(await findPaths('a\u0000b'))).toMatchObject({ reason: 'io', code: 'ERR_INVALID_ARG_VALUE' });
  });
});

interface Laid {
  readonly paths: Paths;
  readonly lock: PathLock;
}

describe('an unfinished file', () => {
  const open = ({ lock, paths }: Laid, request: Partial<PartRequest>): ReturnType<typeof openPart> =>
    openPart(paths, { label: 'all', resume: true, times: [], ...request }, lock);

  const lay = async (part: string | null, kept: SavedExport | null, named: string | null = null): Promise<Laid> => {
    const paths = expectOk(await findPaths(join(openFolder(), 'found')));
    const lock = await takeTestLock(paths.target);
    if (part !== null) writeFileSync(paths.part, part, { mode: 0o600 });
    if (named !== null) writeFileSync(paths.target, named);
    if (kept !== null) expectOk(await writeSaved(paths.checkpoint, kept, lock));
    return { paths, lock };
  };

  test('is made where there is none, for its owner alone', async () => {
    const { file, isNew, saved: kept } = expectOk(await open(await lay(null, null), { label: 'all', resume: true }));
    expect({ isNew, kept }).toStrictEqual({ isNew: true, kept: null });
    const { mode } = await file?.stat() ?? { mode: 0 };
    expect(mode & 0o777).toBe(0o600);
    await file?.close();
  });

  test('is gone on with where its checkpoint is there', async () => {
    const { file, isNew, saved: kept } = expectOk(await open(await lay('1234rest', saved()), { label: 'all', resume: true }));
    expect({ isNew, kept }).toStrictEqual({ isNew: false, kept: saved() });
    await file?.close();
  });

  test('is not gone on with, and not touched, where nobody asked for that', async () => {
    const laid = await lay('1234', saved());
    const { file, replaced, saved: kept } = expectOk(await open(laid, { resume: false }));
    expect(replaced).toStrictEqual({ records: 1, reason: 'not-resumed' });
    expect(kept).toBeNull();
    await file?.close();
    expect(read(laid.paths.part)).toBe('1234');
  });

  test('of something else is refused', async () => {
    expect(expectErr(await open(await lay('1234', saved()), { label: 'others', resume: true }))).toMatchObject({ reason: 'other-export' });
  });

  test.each([[null], ['123']])('that is gone or too short is refused (%s)', async (part) => {
    expect(expectErr(await open(await lay(part, saved()), { label: 'all', resume: true }))).toMatchObject({ reason: 'part-missing' });
  });

  test('that has its name already is complete', async () => {
    expect(expectOk(await open(await lay(null, saved({ isComplete: true }), '1234'), { label: 'all', resume: true }))).toMatchObject({ file: null, saved: { isComplete: true } });
  });

  test.each([[null], ['another']])('that had its name and was taken away since is none (%s)', async (named) => {
    const { file, saved: kept } = expectOk(await open(await lay(null, saved({ isComplete: true }), named), { label: 'all', resume: true }));
    expect(kept).toBeNull();
    await file?.close();
  });
});

test('all bytes are written, in however small parts the system takes them', async () => {
  const path = join(openFolder(), 'found');
  const file = await openHandle(path, 'w');
  const stingy = Object.assign(Object.create(file) as typeof file, {
    write: (bytes: Uint8Array, at: number, length: number, position: number) => file.write(bytes, at, Math.min(2, length), position),
  });
  await file.write(toBytes('ab'));
  await writeAll(stingy, toBytes('cdefghi'), 2);
  await file.close();
  expect(read(path)).toBe('abcdefghi');
});
