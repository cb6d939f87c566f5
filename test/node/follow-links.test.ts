import { chmodSync, lchownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { followLinks } from '../../src/node/follow-links.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { openFolder } from './node-lab.js';

describe('a name that may be a link', () => {
  test('stands for itself where it is none, whether it is there or not', async () => {
    const folder = openFolder();
    writeFileSync(join(folder, 'there'), '');
    expect(expectOk(await followLinks(join(folder, 'there')))).toBe(join(folder, 'there'));
    expect(expectOk(await followLinks(join(folder, 'later')))).toBe(join(folder, 'later'));
    expect(expectOk(await followLinks(join(folder, 'none', 'later')))).toBe(join(folder, 'none', 'later'));
  });

  test('stands for what it leads to, over several, by whole paths and short ones', async () => {
    const folder = openFolder();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub', 'real'), '');
    symlinkSync(join('sub', 'second'), join(folder, 'first'));
    symlinkSync(join(folder, 'sub', 'real'), join(folder, 'sub', 'second'));
    expect(expectOk(await followLinks(join(folder, 'first')))).toBe(join(folder, 'sub', 'real'));
  });

  test('stands for what it would lead to where nothing is there yet', async () => {
    const folder = openFolder();
    symlinkSync('later', join(folder, 'short'));
    symlinkSync(join(folder, 'none', 'later'), join(folder, 'far'));
    expect(expectOk(await followLinks(join(folder, 'short')))).toBe(join(folder, 'later'));
    expect(expectOk(await followLinks(join(folder, 'far')))).toBe(join(folder, 'none', 'later'));
  });

  test('is refused where links lead in a circle', async () => {
    const folder = openFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(expectErr(await followLinks(join(folder, 'a')))).toMatchObject({ reason: 'io', code: 'ELOOP' });
  });

  test.skipIf(process.geteuid?.() !== 0)('is refused where a stranger put the link into a folder that strangers can write to', async () => {
    const folder = openFolder();
    chmodSync(folder, 0o1777);
    symlinkSync('/etc/passwd', join(folder, 'planted'));
    lchownSync(join(folder, 'planted'), 12_345, 12_345);
    expect(expectErr(await followLinks(join(folder, 'planted')))).toMatchObject({ reason: 'not-ours', path: join(folder, 'planted') });
    chmodSync(folder, 0o755); // nobody else could have put it there
    expect(expectOk(await followLinks(join(folder, 'planted')))).toBe('/etc/passwd');
  });
});
