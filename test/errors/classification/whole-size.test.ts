/** How large an error can be as a whole, made here or decoded from what somebody else sends. */
import { describe, expect, test } from 'vitest';

import { decodeTenableError, tenableErrorTags } from 'tenable-result';

import { constructors } from '../../support/arbitrary-errors.js';
import { expectOk } from '../../support/expect-result.js';

const maxCharacters = 2_097_152;

/** Characters that JSON and UTF-8 write longest. */
const texts = ['\u0001', '"', '\ud83d\ude00', '\u2028', 'x'].map((text) => text.repeat(1_000_000));
const number = Number.MAX_SAFE_INTEGER;

function blowUp(text: string): Readonly<Record<string, unknown>> {
  const many = <T>(item: T, length = 300_000): readonly T[] => Array.from({ length }, () => item);
  const issue = { path: text, expected: text, received: text };
  const summary = { tag: text, message: text, operation: text, status: number, reason: text, detail: text, uuid: text, issues: many(issue, 1000) };
  const names = ['content-type', 'retry-after', 'x-request-uuid', 'location', 'server', 'date', ...Array.from({ length: 1000 }, (_, at) => `x-${at}`)];
  return {
    message: text, operation: text, code: number, uuid: text, reason: text, detail: text, errorCode: number, retryAfterMs: number, username: text,
    activeJobId: text, attempts: number, origin: text, delivery: text, tlsProblem: text, package: text, feature: text, install: text, resource: text,
    resourceId: text, filename: text, bytesReceived: number, export: 'vulns', elapsedMs: number, status: text,
    issues: many(issue, 1000), attemptLog: many({ status: number, reason: text, waitedMs: number, uuid: text }, 1000),
    lostChunks: many({ chunk: number, cause: summary }, 1000), cause: summary, proxy: { origin: text, status: number },
    checkpoint: { version: 1, kind: 'vulns', uuid: text, done: many(number), failed: many(number), cancelled: many(number) },
    response: { status: number, headers: Object.fromEntries(names.map((name) => [name, text])), body: text, truncated: true, bytesSeen: number, url: `https://example.com/${text}`, method: text },
    defect: { name: text, message: text, stack: text },
  };
}

describe.each(tenableErrorTags)('a %s', (tag) => {
  test('is at most 2 MiB as JSON, whatever it is made of', () => {
    for (const text of texts) {
      const made = constructors[tag](blowUp(text));
      expect(JSON.stringify(made).length).toBeLessThan(maxCharacters);
      const sent = { ...made, ...blowUp(text), cause: made._tag === 'ConnectionError' ? null : blowUp(text)['cause'] };
      const decoded = decodeTenableError(sent);
      if (decoded.isOk()) expect(JSON.stringify(decoded.value).length).toBeLessThan(maxCharacters);
      expect(expectOk(decodeTenableError(made))).toStrictEqual(made);
    }
  }, 60_000);
});

test('a checkpoint of the largest job is kept whole', () => {
  const done = Array.from({ length: 99_990 }, (_, at) => at + 1);
  const checkpoint = { version: 1, kind: 'vulns', uuid: 'u', done, failed: [99_991], cancelled: [99_992, 99_993] };
  expect(constructors.TioExportsTimeout({ export: 'vulns', checkpoint }).checkpoint).toStrictEqual(checkpoint);
});

test('the chunks of a checkpoint are no more than one job may have, in three lists together', () => {
  const all = Array.from({ length: 90_000 }, (_, at) => at + 1);
  const { cancelled, done, failed } = constructors.TioExportsTimeout({ checkpoint: { version: 1, kind: 'vulns', uuid: 'u', done: all, failed: all, cancelled: all } }).checkpoint;
  expect([done.length, failed.length, cancelled.length]).toStrictEqual([90_000, 10_000, 0]);
});
