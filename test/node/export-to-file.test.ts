import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { ExportKind, VmClient } from 'tenable-result';
import { exportToFile } from 'tenable-result/node';
import type { RecordEncoder } from 'tenable-result/node';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { chunkPath, openExportLab } from '../export-jobs/export-lab.js';
import { openFolder, read } from './node-lab.js';

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const ids: RecordEncoder<VulnRecord> = { head: 'plugin\n', encode: (records) => records.map(({ plugin }) => `${plugin.id}\n`).join('') };

describe('an export into a file', () => {
  test.each(['vulns', 'assets', 'assets-v2', 'compliance', 'was'] as const)('writes all records of %s, a line each', async (kind: ExportKind) => {
    const { vm } = openExportLab();
    const path = join(openFolder(), 'found.ndjson');
    const write = (exports: VmClient['exports']): ReturnType<typeof exportToFile> => {
      switch (kind) {
        case 'vulns': return exportToFile(exports.vulns, {}, path);
        case 'assets': return exportToFile(exports.assets, { chunk_size: 100 }, path);
        case 'assets-v2': return exportToFile(exports.assetsV2, { chunk_size: 100 }, path);
        case 'compliance': return exportToFile(exports.compliance, {}, path);
        case 'was': return exportToFile(exports.was, {}, path);
      }
    };
    const { bytes, records, run } = expectOk(await write(vm.exports));
    const written = lines(read(path));
    expect(written.length).toBeGreaterThan(0);
    expect(written.every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
    expect(new Set(written).size).toBe(records);
    expect({ bytes, records: run?.records }).toStrictEqual({ bytes: read(path).length, records: written.length });
  });

  test('without records is an empty file', async () => {
    const { vm } = openExportLab({ vulns: 0 });
    const folder = openFolder();
    expect(expectOk(await exportToFile(vm.exports.vulns, {}, join(folder, 'found')))).toMatchObject({ bytes: 0, records: 0 });
    expect(readdirSync(folder)).toStrictEqual(['found']);
  });

  test('that is ended early is gone on with: chunks that are there are not fetched again', async () => {
    const { count, vm } = openExportLab();
    const path = join(openFolder(), 'found');
    const controller = new AbortController();
    const onProgress = ({ chunksDone }: { readonly chunksDone: number }): void => {
      if (chunksDone === 4) controller.abort();
    };
    expectTag(await exportToFile(vm.exports.vulns, {}, path, { signal: controller.signal, onProgress, concurrency: 1 }), 'ConnectionError');
    expect(existsSync(path)).toBe(false);
    const fetched = count('GET', chunkPath);
    const { records, run } = expectOk(await exportToFile(vm.exports.vulns, {}, path, { resume: true }));
    expect({ records, chunks: run?.chunks }).toStrictEqual({ records: 200, chunks: 6 });
    expect(count('GET', chunkPath) - fetched).toBe(6);
    expect(new Set(lines(read(path))).size).toBe(200);
    expect(count('POST', '/export')).toBe(1);
    expect(count('POST', '/cancel')).toBe(0);
  });

  test('that Tenable could not complete keeps what came', async () => {
    const { vm } = openExportLab({ exportOutcome: 'chunks-failed' });
    const folder = openFolder();
    const error = expectTag(await exportToFile(vm.exports.vulns, {}, join(folder, 'found')), 'TioExportsError');
    expect(error.reason).toBe('chunks-failed');
    expect(readdirSync(folder).sort()).toStrictEqual(['found.checkpoint.json', 'found.part']);
    const kept = JSON.parse(read(folder, 'found.checkpoint.json')) as { readonly records: number }; // just written
    expect(lines(read(folder, 'found.part'))).toHaveLength(kept.records);
    expect(kept.records).toBeGreaterThan(0);
  });

  test('that was refused leaves nothing', async () => {
    const { vm } = openExportLab({}, undefined, { accessKey: 'wrong', secretKey: 'wrong' });
    const folder = openFolder();
    expectTag(await exportToFile(vm.exports.vulns, {}, join(folder, 'found')), 'PermissionError');
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  test('is made of whatever an encoder makes of records, behind its head', async () => {
    const { vm } = openExportLab({ vulns: 45 });
    const path = join(openFolder(), 'found');
    expect(expectOk(await exportToFile(vm.exports.vulns, {}, path, { encoder: ids })).records).toBe(45);
    const [head, ...rest] = lines(read(path));
    expect(head).toBe('plugin');
    expect(rest).toHaveLength(45);
    expect(rest.every((line) => /^\d+$/.test(line))).toBe(true);
  });

  test('is not gone on with in another form, nor of other input', async () => {
    const { vm } = openExportLab({ exportOutcome: 'chunks-failed' });
    const path = join(openFolder(), 'found');
    expectTag(await exportToFile(vm.exports.vulns, {}, path), 'TioExportsError');
    expect(expectErr(await exportToFile(vm.exports.vulns, {}, path, { resume: true, encoder: ids }))).toMatchObject({ reason: 'other-export' });
    expect(expectErr(await exportToFile(vm.exports.vulns, { num_assets: 50 }, path, { resume: true }))).toMatchObject({ reason: 'other-export' });
    expectTag(await exportToFile(vm.exports.vulns, {}, path, { resume: true }), 'TioExportsError');
  });

  test('ends with the failure of the disk', async () => {
    const { vm } = openExportLab();
    const folder = openFolder();
    mkdirSync(join(folder, 'found.checkpoint.json.new'));
    expect(expectErr(await exportToFile(vm.exports.vulns, {}, join(folder, 'found')))).toMatchObject({ _tag: 'OutputFileError', reason: 'not-ours' });
    expect(existsSync(join(folder, 'found'))).toBe(false);
  });

  test('takes an encoder that throws for a defect', async () => {
    const { vm } = openExportLab();
    const encoder: RecordEncoder<VulnRecord> = { head: '', encode: () => { throw new Error('this encoder is broken'); } };
    expectTag(await exportToFile(vm.exports.vulns, {}, join(openFolder(), 'found'), { encoder }), 'TenableException');
  });

  test('tells how far it is, in the options too', async () => {
    const { vm } = openExportLab();
    const done: number[] = [];
    expectOk(await exportToFile(vm.exports.vulns, {}, join(openFolder(), 'found'), { onProgress: ({ chunksDone }) => done.push(chunksDone) }));
    expect(done.at(-1)).toBe(10);
  });
});
