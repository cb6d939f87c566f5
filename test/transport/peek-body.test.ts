import { ok } from 'neverthrow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { peekBody } from '../../src/transport/peek-body.js';
import type { ByteSource } from '../../src/transport/transport.js';
import { expectOk, expectTag } from '../support/expect-result.js';
import { createScript } from '../support/scripted-transport.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const get = { method: 'GET', url: 'https://example.com/', headers: {}, body: null, isIdempotent: true } as const;

async function openBody(answer: ScriptedAnswer): Promise<{ readonly body: ByteSource; readonly openBodies: () => number }> {
  const { openBodies, transport } = createScript([answer]);
  const { body } = expectOk(await transport(get, new AbortController().signal));
  return { body, openBodies };
}

async function readAll(source: ByteSource): Promise<string> {
  const parts: number[] = [];
  for (let piece = expectOk(await source.next()); piece !== null; piece = expectOk(await source.next())) parts.push(...piece);
  return new TextDecoder().decode(Uint8Array.from(parts));
}

const toText = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

describe('a look at a body', () => {
  test.each<readonly [string, readonly string[], string | null]>([
    ['a small object', ['{"a":1}'], '{"a":1}'],
    ['one in pieces, after white space', ['\r\n\t ', ' {', '"a":1}'], ' {"a":1}'],
    ['an empty body', [], ''],
    ['a list', ['[1]'], null],
    ['a file', ['PK\u0003\u0004', 'rest'], null],
    ['an object that is too large', ['{', '"a":', '1'.repeat(100), '}'], null],
  ])('finds %s, and leaves all of it to be read', async (_title, pieces, object) => {
    const { body } = await openBody({ pieces });
    const peeked = expectOk(await peekBody(body, 64));
    expect(toText(peeked.object)?.trim()).toBe(object?.trim());
    expect(await readAll(peeked.source)).toBe(pieces.join(''));
  });

  test('takes no more of another body than its beginning', async () => {
    const { body } = await openBody({ pieces: ['PK'], end: 'never' });
    expect(expectOk(await peekBody(body, 64)).object).toBeNull();
  });

  test('lets go of what was not read when it is given up', async () => {
    const { body, openBodies } = await openBody({ pieces: ['PK', 'rest'] });
    const { source } = expectOk(await peekBody(body, 64));
    source.cancel();
    expect(openBodies()).toBe(0);
  });

  test('tells that the body broke off', async () => {
    const { body } = await openBody({ pieces: ['{"a":'], end: 'reset' });
    expect(expectTag(await peekBody(body, 64), 'ConnectionError').reason).toBe('reset');
  });

  test('changes no body, however it is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.constantFrom('{', ' ', '}', '')), { maxLength: 12 }), fc.nat(40), async (pieces, maxBytes) => {
      const queue = pieces.map((piece) => new TextEncoder().encode(piece));
      const whole = new TextDecoder().decode(Uint8Array.from(queue.flatMap((piece) => [...piece])));
      const source: ByteSource = { next: () => Promise.resolve(ok(queue.shift() ?? null)), cancel: () => undefined };
      const peeked = expectOk(await peekBody(source, maxBytes));
      expect(await readAll(peeked.source)).toBe(whole);
      if (peeked.object !== null) expect(peeked.object.byteLength).toBeLessThanOrEqual(maxBytes);
    }));
  });
});
