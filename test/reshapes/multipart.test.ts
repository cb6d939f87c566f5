/** Files as forms: what any parser of forms reads of them is what was given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toMultipart } from '../../src/reshapes/multipart.js';
import { toUploadStream } from '../../src/internal/upload.js';
import type { FileContent, Upload } from '../../src/internal/upload.js';

const readForm = async (upload: Upload): Promise<Blob> => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a parser that we have not written, of small forms
  const form = await new Response(toUploadStream(upload), { headers: { 'content-type': upload.contentType } }).formData();
  const part = form.get('Filedata');
  return part instanceof Blob ? part : expect.fail('There is no file in the form.');
};

const bytesOf = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())];

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let start = 0; start < bytes.length; start += 3) yield bytes.subarray(start, start + 3);
}

describe('a file as a form', () => {
  test('comes out as it went in, whatever its name and bytes are', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), fc.uint8Array({ maxLength: 200 }), fc.constantFrom('bytes', 'blob', 'stream'), async (name, bytes, kind) => {
      const content: FileContent = kind === 'bytes' ? bytes : kind === 'blob' ? new Blob([bytes.slice()]) : inPieces(bytes);
      const file = await readForm(toMultipart('Filedata', { name, content }));
      expect(await bytesOf(file)).toStrictEqual([...bytes]);
    }), { numRuns: 200 });
  });

  test.each([
    ['a line that would be another header', 'a"\r\nx-evil: 1', 'a%22%0D%0Ax-evil: 1'],
    ['quotes', 'my "list".txt', 'my %22list%22.txt'],
  ])('keeps a name with %s within its header', async (_title, name, sent) => {
    const upload = toMultipart('Filedata', { name, content: new Uint8Array([1]) });
    expect(await new Response(toUploadStream(upload)).text()).toContain(`filename="${sent}"\r\n`);
  });

  test('says how long it is, where that is known', async () => {
    for (const upload of [
      toMultipart('Filedata', { name: 'a', content: new Uint8Array(100_000) }),
      toMultipart('Filedata', { name: 'a', content: new Blob(['text']) }),
      toMultipart('Filedata', { name: 'a', content: inPieces(new Uint8Array(10)), sizeBytes: 10 }),
    ]) expect((await new Response(toUploadStream(upload)).arrayBuffer()).byteLength).toBe(upload.sizeBytes);
    expect(toMultipart('Filedata', { name: 'a', content: inPieces(new Uint8Array(10)) }).sizeBytes).toBeNull();
  });

  test('of bytes or a Blob can be read again, of a stream once', async () => {
    const again = toMultipart('Filedata', { name: 'a', content: new Uint8Array([1, 2]) });
    expect([await bytesOf(await readForm(again)), await bytesOf(await readForm(again)), again.isSpent()]).toStrictEqual([[1, 2], [1, 2], false]);
    const once = toMultipart('Filedata', { name: 'a', content: inPieces(new Uint8Array([1, 2])) });
    expect(once.isSpent()).toBe(false);
    await readForm(once);
    expect([once.isSpent(), once.toBlob]).toStrictEqual([true, null]);
  });

  test('does not change with the bytes that it was made of', async () => {
    const bytes = new Uint8Array([1, 2]);
    const upload = toMultipart('Filedata', { name: 'a', content: bytes });
    bytes[0] = 9;
    expect(await bytesOf(await readForm(upload))).toStrictEqual([1, 2]);
  });
});
