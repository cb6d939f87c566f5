import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findProxy } from '../../../src/transport/node/find-proxy.js';
import type { Variables } from '../../../src/transport/node/find-proxy.js';

const cloud = 'https://cloud.tenable.com';
const proxy = 'http://proxy.example:3128';

describe('the environment names a proxy', () => {
  test.each<readonly [string, string, Variables, string | null]>([
    ['in capitals', cloud, { HTTPS_PROXY: proxy }, proxy],
    ['in small letters', cloud, { https_proxy: proxy }, proxy],
    ['in both, of which small letters win', cloud, { HTTPS_PROXY: 'http://other.example', https_proxy: proxy }, proxy],
    ['without a scheme', cloud, { HTTPS_PROXY: 'proxy.example:3128' }, proxy],
    ['that is spoken to over TLS', cloud, { HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example'],
    ['for http alone, which is not for https', cloud, { HTTP_PROXY: proxy }, null],
    ['for http', 'http://127.0.0.1:8080', { HTTP_PROXY: proxy }, proxy],
    ['for https alone, which is not for http', 'http://127.0.0.1:8080', { HTTPS_PROXY: proxy }, null],
    ['by a name that an empty value has, which counts as not set', cloud, { https_proxy: '', HTTPS_PROXY: proxy }, proxy],
    ['not where nothing is set', cloud, {}, null],
    ['not where a visitor of a CGI program has set HTTP_PROXY', 'http://localhost', { HTTP_PROXY: proxy, REQUEST_METHOD: 'GET' }, null],
  ])('%s', (_title, origin, variables, url) => {
    expect(findProxy(origin, variables)?.url ?? null).toBe(url);
  });

  test.each(['socks5://proxy.example', 'http://', 'ftp://proxy.example', 'http://proxy:port'])('and says which variable is none: %s', (value) => {
    expect(findProxy(cloud, { HTTPS_PROXY: value })).toStrictEqual({ variable: 'HTTPS_PROXY', url: null });
  });
});

describe('NO_PROXY excepts', () => {
  test.each<readonly [string, string, boolean]>([
    ['*', cloud, true],
    ['cloud.tenable.com', cloud, true],
    ['CLOUD.Tenable.com', cloud, true],
    ['tenable.com', cloud, true],
    ['.tenable.com', cloud, true],
    ['*.tenable.com', cloud, true],
    ['nable.com', cloud, false],
    ['cloud.tenable.com.evil.example', cloud, false],
    ['loud.tenable.com', cloud, false],
    ['cloud.tenable.com:443', cloud, true],
    ['cloud.tenable.com:8443', cloud, false],
    ['tenable.com:8443', 'https://sc.tenable.com:8443', true],
    ['localhost, example.com ,tenable.com', cloud, true],
    ['localhost example.com\ttenable.com', cloud, true],
    ['', cloud, false],
    [',,.', cloud, false],
    ['10.0.0.0/8', 'https://10.1.2.3:8834', true],
    ['10.0.0.0/8', 'https://11.1.2.3:8834', false],
    ['10.1.2.3', 'https://10.1.2.3:8834', true],
    ['10.1.2.3:8834', 'https://10.1.2.3:8834', true],
    ['10.1.2.3:443', 'https://10.1.2.3:8834', false],
    ['1.2.3', 'https://10.1.2.3', false],
    ['::1', 'https://[::1]:8834', true],
    ['[::1]:8834', 'https://[::1]:8834', true],
    ['[::1]:1', 'https://[::1]:8834', false],
    ['fd00::/8', 'https://[fd12::7]', true],
    ['fd00::/8', 'https://10.0.0.1', false],
    ['10.0.0.0/99', 'https://10.0.0.1', false],
    ['cloud.tenable.com.', cloud, true],
  ])('%s for %s: %s', (exceptions, origin, isExcepted) => {
    for (const name of ['NO_PROXY', 'no_proxy']) expect(findProxy(origin, { HTTPS_PROXY: proxy, [name]: exceptions }) === null).toBe(isExcepted);
  });

  test('whatever it holds, without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(cloud, 'https://[::1]:1', 'https://10.0.0.1'), (exceptions, origin) => {
      expect([null, proxy]).toContain(findProxy(origin, { HTTPS_PROXY: proxy, NO_PROXY: exceptions })?.url ?? null);
    }), { numRuns: 200 });
  });
});
