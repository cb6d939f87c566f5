import { describe, expect, test } from 'vitest';

import { createSimulator, usernames } from 'tenable-result/simulator';
import type { SimulatedAnswer } from 'tenable-result/simulator';

const simulator = createSimulator({ accessKey: 'AK=1', secretKey: 'SK' });

const session = (headers: Readonly<Record<string, string>>): SimulatedAnswer => simulator.handle({ method: 'GET', url: '/session', headers });
const asAdministrator = (impersonated: string): SimulatedAnswer =>
  session({ 'x-apikeys': 'accessKey=AK=1; secretKey=SK', 'x-impersonate': impersonated });

describe('keys', () => {
  test.each([
    'accessKey=AK=1; secretKey=SK', 'accessKey=AK=1;secretKey=SK', 'accessKey=AK=1; secretKey=SK;', 'SECRETKEY=SK; accesskey=AK=1',
  ])('%s are taken', (header) => {
    expect(session({ 'X-APIKeys': header })).toMatchObject({ status: 200 });
  });

  test.each(['', 'accessKey=AK=1', 'accessKey=AK=1; secretKey=sk', 'accessKey=; secretKey=', 'nonsense'])('"%s" are 401 in plain text', (header) => {
    expect(session({ 'x-apikeys': header })).toMatchObject({
      status: 401,
      headers: { 'content-type': 'application/octet-stream', 'x-path-handler': 'blacklisted' },
      body: expect.stringMatching(/^[^{<]+$/) as unknown,
    });
  });

  test('of a user who is switched off are 401', () => {
    const keys = simulator.keysOf(usernames.disabled);
    expect(session({ 'x-apikeys': `accessKey=${keys?.accessKey ?? ''}; secretKey=${keys?.secretKey ?? ''}` })).toMatchObject({ status: 401 });
  });
});

describe('impersonation', () => {
  test('by an administrator acts as the user', () => {
    expect(asAdministrator(`username=${usernames.standard}`)).toMatchObject({
      status: 200, body: expect.stringContaining('"permissions":32') as unknown,
    });
  });

  const forbidden = { status: 403, body: '{"statusCode":403,"error":"Forbidden","message":"Forbidden"}' };

  test.each(['username=nobody@example.com', 'nonsense', `username=${usernames.disabled}`])('with "%s" is 403 Forbidden', (header) => {
    expect(asAdministrator(header)).toMatchObject(forbidden);
  });

  test('by anybody else is 403 Forbidden', () => {
    const keys = simulator.keysOf(usernames.scanManager);
    const headers = { 'x-apikeys': `accessKey=${keys?.accessKey ?? ''}; secretKey=${keys?.secretKey ?? ''}`, 'x-impersonate': `username=${usernames.basic}` };
    expect(session(headers)).toMatchObject(forbidden);
  });
});
