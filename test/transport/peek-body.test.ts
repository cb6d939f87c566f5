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

const brace = 0x7b;
const wanted = (first: number): number => (first === brace ? Infinity : 1);
const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a look at a body', () => {
  test.each<readonly [string, readonly string[], string, boolean]>([
    ['a small object, whole', ['{"a":1}'], '{"a":1}', true],
    ['one in pieces, after white space', ['\r\n\t ', ' {', '"a":1}'], '\r\n\t  {"a":1}', true],
    ['an empty body, which is whole', [], '', true],
    ['blanks alone', [' ', '\n'], ' \n', true],
    ['the beginning of a list', ['[1', ']'], '[1', false],
    ['the beginning of a file', ['PK\u0003\u0004', 'rest'], 'PK\u0003\u0004', false],
    ['as much of an object as is allowed', ['{', '"a":', '1'.repeat(100), '}'], `{"a":${'1'.repeat(100)}`, false],
  ])('sees %s, and leaves all of it to be read', async (_title, pieces, start, isWhole) => {
    const { body } = await openBody({ pieces });
    const peeked = await peekBody(body, wanted, 64);
    expect(peeked.isWhole).toBe(isWhole);
    expect(toText(peeked.start)).toBe(start);
    expect(await readAll(peeked.source)).toBe(pieces.join(''));
  });

  test('takes no more of another body than its beginning', async () => {
    const { body } = await openBody({ pieces: ['PK'], end: 'never' });
    expect((await peekBody(body, wanted, 64)).isWhole).toBe(false);
  });

  test('lets go of what was not read when it is given up', async () => {
    const { body, openBodies } = await openBody({ pieces: ['PK', 'rest'] });
    const { source } = await peekBody(body, wanted, 64);
    source.cancel();
    expect(openBodies()).toBe(0);
  });

  test('leaves it to the reader to find that the body broke off, after what came', async () => {
    const { body } = await openBody({ pieces: ['{"a":'], end: 'reset' });
    const { isWhole, source } = await peekBody(body, wanted, 64);
    expect(isWhole).toBe(false);
    expect(toText(expectOk(await source.next()) ?? Uint8Array.of())).toBe('{"a":');
    expect(expectTag(await source.next(), 'ConnectionError').reason).toBe('reset');
  });

  test('changes no body, however it is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.constantFrom('{', ' ', '}', '')), { maxLength: 12 }), fc.nat(40), async (pieces, maxBytes) => {
      const queue = pieces.map((piece) => new TextEncoder().encode(piece));
      const whole = toText(Uint8Array.from(queue.flatMap((piece) => [...piece])));
      const source: ByteSource = { next: () => Promise.resolve(ok(queue.shift() ?? null)), cancel: () => undefined };
      const peeked = await peekBody(source, wanted, maxBytes);
      expect(await readAll(peeked.source)).toBe(whole);
      if (peeked.isWhole) expect(toText(peeked.start)).toBe(whole);
    }));
  });

  test('looks at each byte once: 300,000 blanks in pieces of one cost no more than some milliseconds a thousand', async () => {
    let left = 300_000;
    const source: ByteSource = { next: () => Promise.resolve(ok(left-- > 0 ? Uint8Array.of(0x20) : null)), cancel: () => undefined };
    expect((await peekBody(source, wanted, 1_000_000)).start.byteLength).toBe(300_000); // it took minutes when each piece was followed by a look at all
  });
});
