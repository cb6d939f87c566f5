import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toOfferedFilename } from '../../src/call/offered-filename.js';

describe('the name that a server offers for a file', () => {
  test.each<readonly [string | undefined, string | null]>([
    [undefined, null],
    ['inline', null],
    ['attachment', null],
    ['attachment; filename="scan 1.csv"', 'scan 1.csv'],
    ['attachment; filename=a.nessus; x=y', 'a.nessus'],
    ['ATTACHMENT;FILENAME="a.csv"', 'a.csv'],
    ['attachment; x="filename=b.csv"; filename="a;b.csv"', 'a;b.csv'],
    ['attachment; filename="a.csv"; filename="b.csv"', 'a.csv'],
    ['attachment; filename=""', null],
    // Folders
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\evil\\a.csv"', 'a.csv'],
    ['attachment; filename=".."', null],
    ['attachment; filename="..."', null],
    ['attachment; filename="a/"', null],
    // RFC 8187
    ["attachment; filename=\"no.csv\"; filename*=UTF-8''%E2%82%AC%20rates.csv", '€ rates.csv'],
    ["attachment; filename*=utf-8'en'a%2Fb.csv; filename=x.csv", 'b.csv'],
    ["attachment; filename*=ISO-8859-1''%E9t%E9.csv", 'été.csv'],
    ["attachment; filename*=UTF-8''%ff.csv; filename=x.csv", 'x.csv'],
    ["attachment; filename*=UTF-16''a.csv", null],
    ["attachment; filename*=UTF-8''%2e%2e%2fb", 'b'],
    // Devices of Windows, whatever their ending
    ['attachment; filename=CON', '_CON'],
    ['attachment; filename=nul.csv', '_nul.csv'],
    ['attachment; filename="com1.tar.gz"', '_com1.tar.gz'],
    ['attachment; filename="LPT¹"', '_LPT¹'],
    ['attachment; filename="console.csv"', 'console.csv'],
    ['attachment; filename="aux "', '_aux'],
    // What no name may hold
    ['attachment; filename="a<b>:|?*.csv"', 'a_b_____.csv'],
    ["attachment; filename*=UTF-8''a%0D%0AX-Evil%3A%201.csv", 'a X-Evil_ 1.csv'],
    ["attachment; filename*=UTF-8''a%C2%9B31m%1b%5b2J.csv", 'a 31m [2J.csv'],
    ["attachment; filename*=UTF-8''report%E2%80%AEvsc.exe", 'report vsc.exe'],
    ["attachment; filename*=UTF-8''%00", null],
    ['attachment; filename="a.csv. . "', 'a.csv'],
  ])('%s is %j', (disposition, name) => {
    expect(toOfferedFilename(disposition)).toBe(name);
  });

  test('is cut to what file systems take, with its ending', () => {
    const name = toOfferedFilename(`attachment; filename*=UTF-8''${'%E2%82%AC'.repeat(200)}.nessus`);
    expect(name).toMatch(/^€+\.nessus$/u);
    expect(new TextEncoder().encode(name ?? '').byteLength).toBeLessThanOrEqual(255);
  });

  test('chooses no folder, no device and no line, whatever the header', () => {
    const part = fc.oneof(fc.constantFrom('filename=', 'filename*=', "UTF-8''", '"', ';', '\\', '/', '%2f', '%00', 'CON', '..', 'attachment', '%C2%85', ' '), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(fc.property(fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')), (disposition) => {
      const name = toOfferedFilename(disposition);
      if (name === null) return;
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*]|^\.*$|[. ]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(255);
    }), { numRuns: 500 });
  });

  test.each([';a="', '; filename="\\"', "filename*=UTF-8''%", ';;;;', '"', ' ;x=y'])('is found in linear time, also in 64 KiB of %j', (piece) => {
    const began = performance.now();
    toOfferedFilename(`attachment${piece.repeat(65_536 / piece.length)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
