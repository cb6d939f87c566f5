import { describe, expect, test } from 'vitest';

import type { ScConfig } from 'tenable-result';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedSc, inEnvelope, testKeys, testLogIn } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

describe('first contact with a Security Center', () => {
  test.each<readonly [string, ScriptedAnswer, object]>([
    ['that says which it is', inEnvelope({ version: '6.2.0', licenseStatus: 'Valid', token: 1 }), { version: '6.2.0', licenseStatus: 'Valid' }],
    ['of 5.20 and later, which does not', inEnvelope({ PasswordComplexity: 'true' }), { version: null, licenseStatus: null }],
    ['that refuses without a word', inEnvelope('', { status: 403 }), { version: null, licenseStatus: null }],
    ['that calls it HTML', { ...Object(inEnvelope({ version: '5.13.0' })) as object, headers: { 'content-type': 'text/html' } }, { version: '5.13.0' }],
    ['whose version is no version', inEnvelope({ version: { major: 6 } }), { version: null }],
  ])('%s', async (_title, answer, server) => {
    const { clock, lines, requests, sc } = createScriptedSc([answer]);
    expect(expectOk(await clock.settle(sc.connect()))).toMatchObject({ product: 'sc', ...server });
    expect(lines()).toStrictEqual(['GET /rest/system']);
    expect(Object.keys(requests[0]?.headers ?? {})).toStrictEqual(['user-agent', 'accept']);
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['a page for people', { pieces: ['<html>'] }], ['Nessus', { status: 404, json: { error: 'The requested file was not found.' } }], ['nothing', {}],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example.com' } }], ['other JSON', { json: { version: '6.2.0' } }],
    ['a server that fails', { status: 500 }],
  ])('where %s answers is a ConnectionError', async (_title, answer) => {
    const { clock, sc } = createScriptedSc([answer]);
    expect(expectTag(await clock.settle(sc.connect()), 'ConnectionError'))
      .toMatchObject({ operation: 'sc.connect', reason: 'not-tenable', delivery: 'answered', origin: 'https://sc.example.com' });
  });

  test.each(['refused', 'dns', 'tls', 'reset'] as const)('where nothing answers says why: %s', async (failure) => {
    const { clock, sc } = createScriptedSc([{ failure }], { ...testKeys, retry: { maxRetries: 0 } });
    expect(expectTag(await clock.settle(sc.connect()), 'ConnectionError').reason).toBe(failure);
  });

  test.each<readonly [string, ScConfig, string, boolean]>([
    ['keys under 5.13', testKeys, '5.12.9', false], ['keys far under it', testKeys, '4.20.0', false], ['keys with 5.13', testKeys, '5.13.0', true],
    ['keys with 6', testKeys, '6.0.0', true], ['keys with words', testKeys, 'unknown', true], ['a log-in under 5.13', testLogIn, '5.8.0', true],
  ])('with %s is refused only where keys do not work', async (_title, config, version, isFine) => {
    const { clock, sc } = createScriptedSc([inEnvelope({ version })], config);
    const result = await clock.settle(sc.connect());
    if (isFine) expect(expectOk(result).version).toBe(version);
    else expect(expectErr(result)).toMatchObject({ _tag: 'ConnectionError', reason: 'unsupported-version', delivery: 'answered' });
  });

  test('changes nothing for the calls after it: their failures are ordinary ones', async () => {
    const { clock, sc } = createScriptedSc([inEnvelope({ version: '6.2.0' }), { pieces: ['<html>'] }]);
    expectOk(await clock.settle(sc.connect()));
    expect(expectErr(await clock.settle(sc.status.details()))._tag).toBe('APIError');
  });
});
