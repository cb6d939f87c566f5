import { err, ok } from 'neverthrow';
import { describe, expect, test, vi } from 'vitest';

import { openDestination } from '../../src/export-jobs/ndjson-destination.js';
import type { ByteStream, NdjsonChunk, NdjsonDestination } from '../../src/export-jobs/ndjson-destination.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { checkpoint } from './export-lab.js';

const border = { operation: 'vulnsExport.create' };
const { signal } = new AbortController();
const raise = (message: string): never => { throw new Error(message); };
const chunkOf = (text: string): NdjsonChunk => ({ id: 1, records: 1, bytes: new TextEncoder().encode(text), checkpoint: () => checkpoint([1]) });

interface Written {
  readonly stream: WritableStream<Uint8Array>;
  readonly text: () => string;
  readonly ends: readonly string[];
}

function openStream(): Written {
  const parts: string[] = [];
  const ends: string[] = [];
  const stream = new WritableStream<Uint8Array>({
    write: (bytes) => { parts.push(new TextDecoder().decode(bytes)); },
    close: () => { ends.push('closed'); },
    abort: (reason) => { ends.push(`aborted: ${String(reason)}`); },
  });
  return { stream, text: () => parts.join(''), ends };
}

describe('a function as a destination', () => {
  test('is given each chunk and the signal as they are; its answer is passed on', async () => {
    const take = vi.fn(() => err('full'));
    const destination = expectOk(openDestination(take, border));
    const chunk = chunkOf('{}\n');
    expect(await destination.take(chunk, signal)).toStrictEqual(err('full'));
    expect(take.mock.calls).toStrictEqual([[chunk, signal]]);
  });

  test('has nothing to end', async () => {
    const take = vi.fn(() => ok(undefined));
    const destination = expectOk(openDestination(take, border));
    expect([(await destination.finish()).isOk(), (await destination.fail()).isOk(), take.mock.calls.length]).toStrictEqual([true, true, 0]);
  });
});

describe('a stream as a destination', () => {
  test('gets the bytes of each chunk, and is closed', async () => {
    const { ends, stream, text } = openStream();
    const destination = expectOk(openDestination(stream, border));
    for (const line of ['{"a":1}\n', '{"a":2}\n']) await destination.take(chunkOf(line), signal);
    expect((await destination.finish()).isOk()).toBe(true);
    expect([text(), ends]).toStrictEqual(['{"a":1}\n{"a":2}\n', ['closed']]);
  });

  test('is aborted where the job fails', async () => {
    const { ends, stream } = openStream();
    await expectOk(openDestination(stream, border)).fail();
    expect(ends).toStrictEqual(['aborted: the export ended early']);
  });

  test('may keep what it was given: that memory is its own', async () => {
    const kept: Uint8Array[] = [];
    const stream: ByteStream = { getWriter: () => ({ write: (bytes) => Promise.resolve(kept.push(bytes)), close: () => Promise.resolve(), abort: () => Promise.resolve() }) };
    const chunk = chunkOf('{"a":1}\n');
    await expectOk(openDestination(stream, border)).take(chunk, signal);
    chunk.bytes.fill(0);
    expect(new TextDecoder().decode(kept[0])).toBe('{"a":1}\n');
  });

  test('that is locked is a defect at once', () => {
    const { stream } = openStream();
    stream.getWriter();
    expect(expectErr(openDestination(stream, border))).toMatchObject({ _tag: 'TenableException', operation: 'vulnsExport.create' });
  });

  test.each<readonly [string, NdjsonDestination<never>]>([
    ['has no getWriter', {} as ByteStream], // not typed: that is the test
    ['throws for its writer', { getWriter: () => raise('hostile') }],
  ])('that %s is a defect at once', (_title, stream) => {
    expect(expectErr(openDestination(stream, border))._tag).toBe('TenableException');
  });

  test.each<readonly [string, () => PromiseLike<unknown>]>([['throws', () => raise('hostile')], ['rejects', () => Promise.reject(new Error('hostile'))]])(
    'that %s when it is ended makes for a defect and no throw', async (_title, end) => {
      const destination = expectOk(openDestination({ getWriter: () => ({ write: () => Promise.resolve(), close: end, abort: end }) }, border));
      const defect = { _tag: 'TenableException', defect: { message: 'hostile' } };
      expect([expectErr(await destination.finish()), expectErr(await destination.fail())]).toMatchObject([defect, defect]);
    });
});
