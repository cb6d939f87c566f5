import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import { LightSignal } from '../../src/transport/end-signal.js';
import { readBody, toLenientText } from '../../src/transport/read-body.js';
import type { ByteSource } from '../../src/transport/transport.js';

interface Source extends ByteSource {
  readonly calls: { reads: number; cancels: number };
}

const toSource = (parts: readonly Result<Uint8Array | null, ConnectionError>[]): Source => {
  const calls = { reads: 0, cancels: 0 };
  return {
    calls,
    next: () => Promise.resolve(parts[calls.reads++] ?? ok(null)),
    cancel: () => {
      calls.cancels += 1;
    },
  };
};

const pieces = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 10 });

describe('a body', () => {
  test('is the same however it was cut into pieces', async () => {
    await fc.assert(fc.asyncProperty(pieces, async (parts) => {
      const all = Uint8Array.from(parts.flatMap((part) => [...part]));
      const source = toSource(parts.map((part) => ok(part)));
      const read = await readBody(source, 1000);
      expect([...read.bytes]).toStrictEqual([...all]);
      expect(read).toMatchObject({ truncated: false, bytesSeen: all.byteLength });
      expect(source.calls.cancels).toBe(0);
    }));
  });

  test('is cut at the limit, and the rest is given up', async () => {
    await fc.assert(fc.asyncProperty(pieces, fc.nat(60), async (parts, maxBytes) => {
      const all = Uint8Array.from(parts.flatMap((part) => [...part]));
      const source = toSource(parts.map((part) => ok(part)));
      const read = await readBody(source, maxBytes);
      expect([...read.bytes]).toStrictEqual([...all.subarray(0, maxBytes)]);
      expect(read.truncated).toBe(all.byteLength > maxBytes);
      expect(source.calls.cancels).toBe(read.truncated ? 1 : 0);
      expect(read.bytesSeen).toBeLessThanOrEqual(all.byteLength);
    }));
  });

  test('that is endless is not followed beyond the limit', async () => {
    const calls = { reads: 0, cancels: 0 };
    const read = await readBody({
      next: () => {
        calls.reads += 1;
        return Promise.resolve(ok(new Uint8Array(1000)));
      },
      cancel: () => {
        calls.cancels += 1;
      },
    }, 5000);
    expect(read).toMatchObject({ truncated: true, bytesSeen: 6000 });
    expect(calls).toStrictEqual({ reads: 6, cancels: 1 });
  });

  test('that breaks off is what came before, and says what broke it off', async () => {
    const failure = ConnectionError({ reason: 'reset', delivery: 'answered' });
    const read = await readBody(toSource([ok(Uint8Array.of(1)), err(failure)]), 1000);
    expect(read).toMatchObject({ truncated: true, bytesSeen: 1, failure });
    expect([...read.bytes]).toStrictEqual([1]);
  });

  test.each(['timeout', 'aborted'] as const)('that never goes on ends with its call: %s', async (reason) => {
    const ending = new LightSignal();
    const source: ByteSource = { next: () => new Promise(() => undefined), cancel: () => undefined };
    const reading = readBody(source, 1000, ending);
    ending.end(reason);
    expect(await reading).toMatchObject({ truncated: true, failure: { reason, delivery: 'answered' } });
    expect(await readBody(source, 1000, ending)).toMatchObject({ failure: { reason } });
  });

  test('of a million pieces of one byte costs about its own size', async () => {
    let pieces = 1_000_000;
    const source: ByteSource = { next: () => Promise.resolve(ok(pieces-- > 0 ? Uint8Array.of(pieces & 0xff) : null)), cancel: () => undefined };
    const { bytes } = await readBody(source, 2_000_000);
    expect(bytes.byteLength).toBe(1_000_000);
    expect(bytes.buffer.byteLength).toBeLessThanOrEqual(2_000_000);
  });
});

test('bytes become text for people even where they are none', () => {
  expect(toLenientText(Uint8Array.of(0x61, 0xff, 0xc3, 0xbc, 0xe2))).toBe('a\ufffdü\ufffd');
});
