import { describe, expect, test } from 'vitest';
import type { ApiKeyConfig } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { createScriptedNessus } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectTag } from '../support/expect-result.js';

describe('a deadline', () => {
  test('is the client\'s unless the call has one of its own', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence', 'silence', 'silence'], { deadlineMs: 7000 });
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(7000);
    expect(expectErr(await clock.settle(vm.session.details({}, { deadlineMs: 100 })))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(7100);
    expect(expectErr(await clock.settle(vm.session.details({}, { deadlineMs: 20_000 })))).toMatchObject({ reason: 'timeout' });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([27_100, 0]);
  });

  test('covers attempts, waits and the body together', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503 }, { pieces: ['{'], end: 'never' }], { deadlineMs: 7000 });
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ reason: 'timeout', attempts: 2 });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([7000, 0]);
  });

  test('that nobody set is two minutes', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(120_000);
  });
});

describe('an error of a call that was ended tells how far it got', () => {
  const noKeys: ApiKeyConfig = { credentials: () => new Promise(() => undefined) };
  test.each<readonly [string, readonly ScriptedAnswer[], ApiKeyConfig, object]>([
    ['before it had its keys', [], noKeys, { delivery: 'not-sent', attempts: 0, attemptLog: [] }],
    ['while it waited for an answer', ['silence'], {}, { delivery: 'unknown', attempts: 0, attemptLog: [] }],
    ['while it read the body', [{ pieces: ['{'], end: 'never' }], {}, { delivery: 'answered', attempts: 1, attemptLog: [{ status: 200 }] }],
    ['after a connection that was refused', [{ failure: 'refused', delivery: 'not-sent' }, 'silence'], {}, { delivery: 'unknown', attempts: 1, attemptLog: [{ reason: 'refused' }] }],
  ])('%s', async (_title, script, config, fields) => {
    const { clock, vm } = createScriptedClient(script, { deadlineMs: 5000, ...config });
    const error = expectTag(await clock.settle(vm.session.details()), 'ConnectionError');
    expect(error).toMatchObject({ operation: 'session.details', reason: 'timeout', origin: 'https://cloud.tenable.com', ...fields });
  });

  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['with nothing sent, while it waited to connect again', [{ failure: 'refused', delivery: 'not-sent' }], { delivery: 'not-sent', attempts: 1 }],
    ['with an answer, while it waited to ask again', [{ status: 503 }], { delivery: 'answered', attempts: 1 }],
    ['with an attempt that may have been carried out', [{ failure: 'reset' }], { delivery: 'unknown', attempts: 1 }],
  ])('by its caller %s', async (_title, script, fields) => {
    const { clock, elapsedMs, vm } = createScriptedClient(script);
    const controller = new AbortController();
    clock.schedule(400, () => { controller.abort(); });
    const error = expectErr(await clock.settle(vm.session.details({}, { signal: controller.signal })));
    expect(error).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted', ...fields });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([400, 0]);
  });

  test('by its caller before it began: nothing is sent', async () => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(vm.scans.launch({ scan_id: 1 }, { signal: AbortSignal.abort() }))))
      .toMatchObject({ _tag: 'ConnectionError', reason: 'aborted', delivery: 'not-sent', attempts: 0, attemptLog: [] });
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('an attempt that may have been carried out is not forgotten over later ones that were not sent', () => {
  const refused = { failure: 'refused', delivery: 'not-sent' } as const;
  test.each<readonly [string, readonly ScriptedAnswer[], string]>([
    ['all were refused', [refused, refused], 'not-sent'],
    ['the first was lost', [{ failure: 'reset', delivery: 'unknown' }, refused], 'unknown'],
    ['the first was answered', [{ status: 504 }, refused], 'answered'],
  ])('%s', async (_title, script, delivery) => {
    const { clock, vm } = createScriptedClient(script, { retry: { maxRetries: 1 } });
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ _tag: 'ConnectionError', reason: 'refused', delivery });
  });
});

describe('a secret that is an object', () => {
  test('is told nowhere, whatever member of it a server repeats', async () => {
    const credentials = { add: { Host: { SSH: [{ username: 'root', private_key: 'CANARY-private-key', password: 'CANARY-password' }] } } };
    const { clock, nessus } = createScriptedNessus([{ status: 400, json: { error: 'CANARY-private-key and CANARY-password do not fit' } }]);
    const error = expectErr(await clock.settle(nessus.policies.update({ policy_id: 4, credentials })));
    expect(error).toMatchObject({ _tag: 'InvalidInputError' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });
});
