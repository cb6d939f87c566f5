import { describe, expect, test } from 'vitest';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedNessus, testKeys, testLogIn } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const ready = { json: { status: 'ready', progress: null } };
const loading = { json: { status: 'loading', progress: 40 } };
const unavailable = { status: 503, json: { code: 503, status: 'loading' } };
const compiling = { json: { code: 503, status: 'ready', pluginData: false, detailed_status: { engine_status: { status: 'loading', progress: 40 } } } };
const properties = { json: { nessus_type: 'Nessus Professional', server_version: '19.18.4', nessus_ui_version: '10.12.4' } };
const told = (answer: object): ScriptedAnswer => ({ json: answer });

describe('first contact with a Nessus', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['that is ready', [ready, properties], { version: '10.12.4', type: 'Nessus Professional', status: 'ready' }],
    ['that tells its version after a log-in only', [ready, told({ nessus_type: 'Nessus Expert', paid: false })], { version: null, type: 'Nessus Expert' }],
    ['of an old version', [ready, told({ nessus_type: 'Nessus', server_version: '6.0.2' })], { version: '6.0.2', type: 'Nessus' }],
    ['that could not fetch its plugins', [told({ code: 503, status: 'download-failed', pluginData: true, detailed_status: { engine_status: { status: 'ready' } } }), properties], { status: 'download-failed' }],
    ['that waits for somebody', [{ json: { status: 'register' } }, properties], { status: 'register' }],
    ['that does not tell how it is', [{ status: 404, json: { error: 'no' } }, properties], { status: null }],
    ['that says it in other words', [{ json: {} }, properties], { status: null }],
  ])('%s', async (_title, answers, server) => {
    const { clock, lines, nessus, requests } = createScriptedNessus(answers, testLogIn);
    expect(expectOk(await clock.settle(nessus.connect()))).toMatchObject({ product: 'nessus', ...server });
    expect(lines()).toStrictEqual(['GET /server/status', 'GET /server/properties']);
    for (const { headers } of requests) expect(Object.keys(headers)).toStrictEqual(['user-agent', 'accept']);
  });

  test('waits while it loads, whichever way it says so', async () => {
    const { clock, elapsedMs, nessus } = createScriptedNessus([loading, unavailable, compiling, ready, properties]);
    expect(expectOk(await clock.settle(nessus.connect()))).toMatchObject({ status: 'ready' });
    expect([elapsedMs() > 4000, clock.pendingTimers()]).toStrictEqual([true, 0]);
  });

  test('waits no longer than a call may take', async () => {
    const { clock, elapsedMs, nessus } = createScriptedNessus(Array.from({ length: 3 }, () => loading), { ...testKeys, deadlineMs: 5000 });
    expect(expectTag(await clock.settle(nessus.connect()), 'ConnectionError')).toMatchObject({ operation: 'nessus.connect', reason: 'timeout', delivery: 'answered' });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([5000, 0]);
  });

  test('tries again where the connection fails, as the policy of the client says', async () => {
    const { clock, nessus } = createScriptedNessus([{ failure: 'refused', delivery: 'not-sent' }, ready, properties]);
    expectOk(await clock.settle(nessus.connect()));
    const once = createScriptedNessus([{ failure: 'refused', delivery: 'not-sent' }], { ...testKeys, retry: { maxRetries: 0 } });
    expect(expectTag(await once.clock.settle(once.nessus.connect()), 'ConnectionError')).toMatchObject({ operation: 'nessus.connect', reason: 'refused' });
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['a page for people', { pieces: ['<html>'] }], ['JSON of another kind', { json: { nessus_type: 'Scanner', server_version: '1' } }], ['JSON without a kind', { json: { server_version: '10.8.3' } }], ['a redirect', { status: 301 }], ['nothing', {}],
    ['Security Center', { status: 403, json: { error_code: 0, response: '', error_msg: '' } }],
  ])('where %s answers is a ConnectionError', async (_title, answer) => {
    const { clock, nessus } = createScriptedNessus([answer, answer]);
    expect(expectTag(await clock.settle(nessus.connect()), 'ConnectionError')).toMatchObject({ reason: 'not-tenable', origin: 'https://localhost:8834' });
  });

  test('changes nothing for the calls after it: their failures are ordinary ones', async () => {
    const { clock, nessus } = createScriptedNessus([ready, properties, { status: 404, pieces: ['<html>'] }]);
    expectOk(await clock.settle(nessus.connect()));
    expect(expectErr(await clock.settle(nessus.users.details({ user_id: 1 })))._tag).toBe('NotFoundError');
  });
});
