import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';
import { fromFetchResponse } from 'tenable-result';
import type { RequestContext } from 'tenable-result';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const scan: RequestContext = { product: 'vm', method: 'GET', path: '/scans/7', operation: 'scans.details' };
const sc: RequestContext = { product: 'sc', method: 'GET', path: '/rest/scan/7' };
const envelope = (error_code: number): string => JSON.stringify({ type: 'regular', response: {}, error_code, error_msg: 'words', warnings: [], timestamp: 1 });

/** A body that gives these pieces and then neither goes on nor ends, or breaks off. */
const stream = (pieces: readonly string[], end?: Error): ReadableStream<Uint8Array> => new ReadableStream({
  start: (controller) => {
    for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    if (end !== undefined) controller.error(end);
  },
});

describe('a good Response', () => {
  test('comes back itself, unread', async () => {
    const response = new Response('{"a":1}');
    expect(expectOk(await fromFetchResponse(response, scan))).toBe(response);
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toStrictEqual({ a: 1 });
  });

  test('of Security Center, too, although its start had to be read', async () => {
    const response = new Response(envelope(0));
    expect(expectOk(await fromFetchResponse(response, sc))).toBe(response);
    expect(await response.json()).toMatchObject({ error_code: 0 });
  });
});

describe('any other Response', () => {
  test.each([[400, 'InvalidInputError'], [401, 'PermissionError'], [404, 'NotFoundError'], [429, 'RetryError'], [500, 'ServerError'], [302, 'UnknownError'], [206, 'APIError']] as const)(
    'of status %i is a %s', async (status, tag) => {
      const response = new Response('{"error":"words"}', { status, headers: { 'X-Request-Uuid': '"u-1"', 'Set-Cookie': 'CANARY' } });
      expect(expectTag(await fromFetchResponse(response, scan), tag)).toMatchObject({ code: status, uuid: 'u-1', detail: 'words', operation: 'scans.details' });
    });

  test('of Security Center says no inside its 200', async () => {
    expect(expectTag(await fromFetchResponse(new Response(envelope(143)), sc), 'APIError')).toMatchObject({ reason: 'error-code', errorCode: 143, detail: 'words' });
  });

  test('has its body kept up to 64 KiB, and the rest is not waited for', async () => {
    const error = expectTag(await fromFetchResponse(new Response(stream(['x'.repeat(70_000)]), { status: 404 }), scan), 'NotFoundError');
    expect(error.response).toMatchObject({ truncated: true, bytesSeen: 70_000 });
    expect(error.response.body).toHaveLength(65_536);
  });

  test('has as much of its body as came before it broke off', async () => {
    const broken = new Response(stream([], new Error('broken')), { status: 404 });
    expect(expectTag(await fromFetchResponse(broken, scan), 'NotFoundError').response).toMatchObject({ body: '', bytesSeen: 0 });
  });

  test('has as much of its body as came in the time that it may take', async () => {
    const slow = new Response(stream(['{"error":', '"slow"}']), { status: 404 });
    expect(expectTag(await fromFetchResponse(slow, scan, { bodyTimeoutMs: 20 }), 'NotFoundError').detail).toBe('slow');
  });

  test('has no secret of its request in it', async () => {
    const secret = 'CANARY-7f3a/+=';
    const body = JSON.stringify({ error: `no ${secret} ${encodeURIComponent(secret)} ${btoa(secret)}` });
    const error = expectErr(await fromFetchResponse(new Response(body, { status: 400, headers: { 'x-request-uuid': secret } }), scan, { secrets: [secret] }));
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) expect(shown).not.toContain(form);
  });

  test('is a defect where its body was taken before', async () => {
    const response = new Response('x', { status: 404 });
    response.body?.getReader();
    expect(expectErr(await fromFetchResponse(response, scan))).toMatchObject({ _tag: 'TenableException', operation: 'scans.details' });
  });
});
