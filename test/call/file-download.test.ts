import { describe, expect, test } from 'vitest';
import type { FileDownload, FileFailure } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const download = ({ clock, vm }: ScriptedClient, deadlineMs?: number): Promise<FileDownload> =>
  clock.settle(vm.scans.exportDownload({ scan_id: 7, file_id: 'file-1' }, { deadlineMs })).then(expectOk);
const failure = (reason: FileFailure, bytesReceived: number): object =>
  ({ _tag: 'FileDownloadError', operation: 'scans.exportDownload', resource: 'scans', resourceId: '7', filename: 'file-1', reason, bytesReceived });
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Everything released: the connection and the deadline. */
const expectReleased = ({ clock, openBodies }: ScriptedClient): void => {
  expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
};

describe('a file', () => {
  test('comes piece by piece, and releases all at its end', async () => {
    const client = createScriptedClient([{ pieces: ['ab', 'c'], headers: { 'content-length': '3', 'content-type': 'text/csv' } }]);
    const file = await download(client);
    expect(file).toMatchObject({ contentLength: 3, contentType: 'text/csv', filename: null });
    const pieces: string[] = [];
    for await (const piece of file) pieces.push(text(expectOk(piece)));
    expect(pieces).toStrictEqual(['ab', 'c']);
    expectReleased(client);
  });

  test('comes whole with toBytes, which may be empty', async () => {
    const client = createScriptedClient([{ pieces: ['ab', 'c'] }, { headers: { 'content-length': '0' } }]);
    expect(text(expectOk(await (await download(client)).toBytes()))).toBe('abc');
    expect(expectOk(await (await download(client)).toBytes())).toHaveLength(0);
    expectReleased(client);
  });

  test('is read once: whoever comes second is told so', async () => {
    const client = createScriptedClient([{ pieces: ['abc'] }, { pieces: ['abc'] }]);
    const file = await download(client);
    expectOk(await file.toBytes());
    expect(expectErr(await file.toBytes())).toMatchObject(failure('already-read', 0));
    const again: object[] = [];
    for await (const piece of file) again.push(expectErr(piece));
    expect(again).toMatchObject([failure('already-read', 0)]);
    const other = await download(client);
    for await (const piece of other) expectOk(piece);
    expect(expectErr(await other.toBytes())).toMatchObject(failure('already-read', 0));
  });

  test('gives up the connection and the deadline when its loop is left early', async () => {
    const client = createScriptedClient([{ pieces: ['ab', 'c'], end: 'never' }]);
    for await (const piece of await download(client)) {
      expectOk(piece);
      break;
    }
    expectReleased(client);
  });

  test('is called what the server offers, as a name that may be used', async () => {
    const client = createScriptedClient([{ headers: { 'content-disposition': 'attachment; filename="../nul.csv"' } }]);
    const file = await download(client);
    expect(file.filename).toBe('_nul.csv');
    expectOk(await file.toBytes());
  });
});

describe('a file that does not come whole', () => {
  const headers = { 'content-length': '5' };
  const zipped = { 'content-encoding': 'gzip' };
  test.each<readonly [string, ScriptedAnswer, FileFailure, number, string | null]>([
    ['shorter than announced', { pieces: ['abc'], headers }, 'broken-off', 3, null],
    ['longer than announced', { pieces: ['abc', 'def'], headers }, 'unexpected-content', 6, null],
    ['broken off', { pieces: ['ab'], end: 'reset' }, 'broken-off', 2, 'reset'],
    ['broken off before it began', { end: 'reset' }, 'broken-off', 0, 'reset'],
    ['no HTTP in its middle', { pieces: ['ab'], end: 'protocol' }, 'broken-off', 2, 'protocol'],
    ['compressed and damaged', { pieces: ['ab'], headers: zipped, end: 'protocol' }, 'checksum', 2, 'protocol'],
    ['not there when the time is up', { pieces: ['abcd'], end: 'never' }, 'timeout', 4, 'timeout'],
  ])('is a FileDownloadError after the bytes that came: %s', async (_title, answer, reason, bytesReceived, cause) => {
    const client = createScriptedClient([answer, answer]);
    const pieces: string[] = [];
    const errors: object[] = [];
    const work = download(client, 1000).then(async (file) => {
      for await (const piece of file) {
        if (piece.isOk()) pieces.push(text(piece.value));
        else errors.push(piece.error);
      }
    });
    await client.clock.settle(work);
    expect(errors).toMatchObject([{ ...failure(reason, bytesReceived), cause: cause === null ? null : { tag: 'ConnectionError', reason: cause, operation: 'scans.exportDownload' } }]);
    expect(pieces.join('')).toHaveLength(bytesReceived);
    expect(expectErr(await client.clock.settle(download(client, 1000).then((file) => file.toBytes())))).toMatchObject(failure(reason, bytesReceived));
    expect(client.clock.pendingTimers()).toBe(0);
  });

  test('may announce what it likes where the transfer is compressed', async () => {
    const client = createScriptedClient([{ pieces: ['abc'], headers: { 'content-length': '99', 'content-encoding': 'gzip' } }, { pieces: ['abc'], headers: { 'content-length': '3x' } }]);
    for (let file = 1; file <= 2; file += 1) {
      const { contentLength, toBytes } = await download(client);
      expect([contentLength, text(expectOk(await toBytes()))]).toStrictEqual([null, 'abc']);
    }
  });

  test.each([[5, 6], [0, 4], [NaN, 4]])('is not taken beyond maxBytes %i', async (maxBytes, bytesReceived) => {
    const client = createScriptedClient([{ pieces: ['abcd', 'ef', 'never asked for'] }]);
    expect(expectErr(await (await download(client)).toBytes({ maxBytes }))).toMatchObject(failure('too-large', bytesReceived));
    expectReleased(client);
  });

  test('is told at once where the answer can hold none', async () => {
    const client = createScriptedClient([{ status: 204 }]);
    expect(expectTag(await client.clock.settle(client.vm.scans.exportDownload({ scan_id: 7, file_id: 'file-1' })), 'FileDownloadError')).toMatchObject(failure('not-prepared', 0));
    expect(client.clock.pendingTimers()).toBe(0);
  });

  test.each([[404, 'NotFoundError'], [400, 'InvalidInputError'], [206, 'APIError'], [302, 'UnknownError'], [409, 'UnknownError']] as const)(
    'is what its answer means where that is %i', async (status, tag) => {
      const client = createScriptedClient([{ status, json: { error: 'words' } }]);
      expect(expectTag(await client.clock.settle(client.vm.scans.exportDownload({ scan_id: 7, file_id: 'file-1' })), tag)).toMatchObject({ detail: 'words' });
      expectReleased(client);
    });
});
