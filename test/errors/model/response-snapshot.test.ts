import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maxBodyLength, responseSnapshotField, toBareUrl } from '../../../src/errors/model/response-snapshot.js';
import { arbitrarySnapshot } from '../../support/arbitrary-errors.js';

const snapshot = {
  status: 404, headers: { 'content-type': 'application/json', 'x-request-uuid': 'a1' }, body: '{}', truncated: false,
  bytesSeen: 2, url: 'https://cloud.tenable.com/scans/7', method: 'GET',
};

test('keeps what is known of an answer as it is', () => {
  expect(responseSnapshotField.keep(snapshot)).toStrictEqual(snapshot);
});

test('keeps the headers that tell who answered, and when to come back', () => {
  const names = [
    'cf-ray', 'content-encoding', 'content-length', 'content-type', 'date', 'retry-after', 'securitycenter', 'server',
    'x-gateway-site-id', 'x-path-handler', 'x-request-uuid',
  ];
  const headers = Object.fromEntries(names.map((name) => [name, `of ${name}`]));
  expect(responseSnapshotField.keep({ ...snapshot, headers }).headers).toStrictEqual(headers);
});

test('keeps no header that is not on the list', () => {
  const headers = { ...snapshot.headers, 'set-cookie': 's=1', location: 'https://x/?token=1', authorization: 'a', 'X-Request-Uuid': 'b', constructor: 'c' };
  expect(responseSnapshotField.keep({ ...snapshot, headers }).headers).toStrictEqual(snapshot.headers);
});

test('keeps what it kept, unchanged', () => {
  fc.assert(fc.property(arbitrarySnapshot, (any) => {
    const kept = responseSnapshotField.keep(any);
    expect(responseSnapshotField.keep(kept)).toStrictEqual(kept);
    expect(kept.body.length).toBeLessThanOrEqual(maxBodyLength);
    expect(kept.url.length).toBeLessThanOrEqual(2048);
  }));
});

test('a URL that is cut inside a character of its query is kept unchanged the next time', () => {
  const kept = responseSnapshotField.keep({ ...snapshot, url: `https://h/?${'🙂'.repeat(2000)}` });
  expect(responseSnapshotField.keep(kept).url).toBe(kept.url);
});

describe('toBareUrl', () => {
  test.each([
    ['https://cloud.tenable.com/scans/7', 'https://cloud.tenable.com/scans/7'],
    ['https://h/scans?history_id=5&format=csv', 'https://h/scans?history_id=&format='],
    ['https://h/scans?flag&x=1=2', 'https://h/scans?flag=&x='],
    ['https://h/scans#token=abc', 'https://h/scans'],
    ['https://h/scans?x=1#token=abc', 'https://h/scans?x='],
    ['https://user:pass@h:8834/scans', 'https://h:8834/scans'],
    ['HTTPS://user@h/', 'HTTPS://h/'],
    ['https://user:p@ss@h/scans', 'https://h/scans'],
    ['https://h/users/ann@example.com', 'https://h/users/ann@example.com'],
    ['https://h?next=https://user:pass@h2/', 'https://h?next='],
    ['/scans/7?x=1', '/scans/7?x='],
    ['//user:pass@h/scans', '//h/scans'],
    ['', ''],
  ])('shows %s as %s', (url, bare) => {
    expect(toBareUrl(url)).toBe(bare);
  });

  test('shows no query value, no fragment and no user information of any URL', () => {
    const secret = fc.stringMatching(/^[A-Z0-9@:]{8}$/);
    fc.assert(fc.property(fc.webUrl(), secret, secret, secret, (url, user, value, fragment) => {
      const bare = toBareUrl(`${url.replace('://', `://${user}@`)}?key=${value}#${fragment}`);
      expect(bare).toBe(`${url}?key=`);
      expect(toBareUrl(bare)).toBe(bare);
    }));
  });
});
