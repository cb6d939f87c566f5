import { crc32 } from 'node:zlib';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toZipArchive } from '../../src/simulator/zip-archive.js';

test('an archive holds its file where its directory says, with the right length and sum', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-zü]{1,12}\.txt$/), fc.string({ unit: 'binary', maxLength: 300 }), (name, text) => {
    const bytes = Buffer.from(toZipArchive(name, text));
    const content = Buffer.from(text);
    const end = bytes.length - 22;
    expect([bytes.readUInt32LE(end), bytes.readUInt16LE(end + 10)]).toStrictEqual([0x06054b50, 1]);
    const directory = bytes.readUInt32LE(end + 16);
    expect([bytes.readUInt32LE(directory), directory + bytes.readUInt32LE(end + 12)]).toStrictEqual([0x02014b50, end]);
    const local = bytes.readUInt32LE(directory + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const nameLength = bytes.readUInt16LE(local + 26);
    expect(bytes.subarray(local + 30, local + 30 + nameLength).toString()).toBe(name);
    expect(bytes.subarray(local + 30 + nameLength, directory).equals(content)).toBe(true);
    expect([bytes.readUInt32LE(local + 14), bytes.readUInt32LE(local + 22)]).toStrictEqual([crc32(content), content.length]);
  }));
});
