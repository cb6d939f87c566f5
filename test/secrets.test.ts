import { inspect } from 'node:util';

import type { Result } from 'neverthrow';
import { describeError, toLogRecord, toProblemDetails, toSpanAttributes, toThrowable } from 'tenable-result';
import type { ApiKeyConfig, TenableError, Transport, VmClient } from 'tenable-result';
import { describe, expect, test } from 'vitest';

import { expectErr } from './support/expect-result.js';
import { createScriptedClient } from './support/scripted-client.js';
import type { ScriptedAnswer } from './support/scripted-transport.js';

/** Secrets with all that encodings change. In whatever form they are echoed, some part of it says CANARY. */
const accessKey = 'CANARY1/a+b=c&d%41?';
const secretKey = 'CANARY2"\\\'<k>/~!@#$^*(){}[]|';
const password = 'CANARY3 "pass"\\wörd/€😀';
const currentPassword = 'CANARY4\tcurrent\n/ü';
const header = 'CANARY5 header; value="x"';
const keys = [accessKey, secretKey];
const all = [...keys, password, currentPassword, header];

const bytesOf = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** The forms in which servers echo what they were sent. */
function toEchoes(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const php = json.replaceAll('/', '\\/').replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const url = encodeURIComponent(value);
  const base64 = btoa(bytesOf(value));
  return [
    value, json, php, JSON.stringify(json).slice(1, -1),
    url, url.replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase()), new URLSearchParams({ v: value }).toString().slice(2),
    base64, base64.replace(/=+$/, ''), base64.replaceAll('+', '-').replaceAll('/', '_'), btoa(bytesOf(`user:${value}`)), btoa(bytesOf(`me:${value}:x`)),
  ];
}

/** What gives a secret away: the word itself, and what base64 makes of it at each of the three places it may start at. */
const marks = [/canary/i, /Q0FOQVJZ/, /NBTkFSW/, /DQU5BUl/];
const isMarked = (text: string): boolean => marks.some((mark) => mark.test(text));

const bodiesOf = (secrets: readonly string[]): readonly (readonly [string, string])[] => {
  const echo = secrets.flatMap(toEchoes).join(' ');
  const inJson = secrets.flatMap(toEchoes).filter((form) => !/\\["\\tn]/.test(form)).join(' '); // JSON escapes it once more
  const echoed = { error: inJson, message: secrets, token: 'CANARY6token', session: { cookie: 'CANARY7cookie' } };
  return [
    ['text', echo],
    ['JSON', JSON.stringify(echoed)],
    ['JSON inside JSON', JSON.stringify({ error: JSON.stringify({ error: secrets.join(' '), token: 'CANARY6token' }) })],
    ['names of members', JSON.stringify(Object.fromEntries(secrets.map((name) => [name, 1])))],
    ['a page for people', `<html><title>${echo}</title>${echo}</html>`],
    ['more than is kept, cut inside a secret', 'x'.repeat(65_536 - 5) + secretKey.repeat(50)],
  ];
};
const headersOf = (secrets: readonly string[]): Readonly<Record<string, string>> => ({
  'x-request-uuid': `"${secretKey}"`, 'retry-after': accessKey, 'content-type': `text/html; x=${accessKey}`, 'set-cookie': 'sid=CANARY7cookie', date: btoa(bytesOf(secretKey)),
  location: `https://evil.example/?key=${accessKey}`, 'x-echo': secretKey, server: secrets.flatMap(toEchoes).filter((text) => /^[\x20-\x7e]+$/.test(text)).join(' '),
});

type Call = (vm: VmClient) => Promise<Result<unknown, TenableError>>;

/** Knows all five secrets. */
const change: Call = async (vm) => vm.users.changePassword({ user_id: 1, password, current_password: currentPassword }, { headers: { 'x-trace': header } });

/** Runs a call and looks for secrets in all that a caller, a hook or a log may come to see. */
async function expectNoSecret(answers: readonly ScriptedAnswer[], call: Call, config: ApiKeyConfig = {}): Promise<TenableError['_tag']> {
  const events: unknown[] = [];
  const note = (event: unknown): void => void events.push(event);
  const { clock, vm } = createScriptedClient(answers, {
    accessKey, secretKey, retry: { maxRetries: 2, baseDelayMs: 1 }, deadlineMs: 1000,
    hooks: { onRequest: note, onResponse: note, onRetry: note, onDefect: note }, ...config,
  });
  const error = expectErr(await clock.settle(call(vm)));
  const deep = { depth: Infinity, showHidden: true, getters: true, maxStringLength: null, maxArrayLength: null } as const;
  const shown = {
    json: JSON.stringify(error), inspected: inspect(error, deep), message: error.message, described: describeError(error),
    problem: JSON.stringify(toProblemDetails(error, { include: ['tag', 'operation', 'reason', 'requestUuid', 'tenableDetail', 'issues'] })),
    record: JSON.stringify(toLogRecord(error, { bodyLength: 2000 })), span: JSON.stringify(toSpanAttributes(error)),
    thrown: inspect(toThrowable(error), deep),
    events: inspect(events, deep) + JSON.stringify(events), client: inspect(vm, deep),
  };
  expect(Object.entries(shown).filter(([, text]) => isMarked(text)).map(([place, text]) => [place, text.slice(0, 5000)])).toStrictEqual([]);
  return error._tag;
}

test('the marks stand in every form of an echo, so that finding none means something', () => {
  expect(all.flatMap(toEchoes).filter((form) => !isMarked(form))).toStrictEqual([]);
});

describe('a server that echoes every secret in every encoding', () => {
  const headers = headersOf(all);
  const statuses = [
    [400, 'InvalidInputError'], [401, 'PermissionError'], [403, 'PermissionError'], [404, 'NotFoundError'], [409, 'UnsupportedError'], [429, 'RetryError'],
    [500, 'ServerError'], [302, 'UnknownError'], [418, 'UnknownError'], [206, 'APIError'],
  ] as const;
  describe.each(bodiesOf(all))('as %s', (_form, body) => {
    const refusals: readonly string[] = ['InvalidInputError', 'PasswordComplexityError'];
    test.each(statuses)('leaves none in the error of status %i', async (status, tag) => {
      const sent = Array.from({ length: status === 429 ? 3 : 1 }, () => ({ status, headers, pieces: [body] }));
      expect(status === 400 ? refusals : [tag]).toContain(await expectNoSecret(sent, change));
    });

    test('leaves none in the error of a later attempt, nor in the log of the earlier ones', async () => {
      const first = { status: 429, headers, pieces: [body] };
      expect(refusals).toContain(await expectNoSecret([first, first, { status: 400, headers, pieces: [body] }], change));
      expect(await expectNoSecret([first, { failure: 'tls' }], change)).toBe('ConnectionError');
      expect(await expectNoSecret([first, 'silence'], change)).toBe('ConnectionError');
    });
  });

  describe.each(bodiesOf([...keys, password, header]))('as %s where data is due', (_form, body) => {
    const create: Call = async (vm) => vm.users.create({ username: 'u@example.com', password, permissions: 16 }, { headers: { 'x-trace': header } });
    test.each<readonly [string, ScriptedAnswer, ApiKeyConfig, string]>([
      ['of another shape', { headers: headersOf(keys), pieces: [body] }, {}, 'APIError'],
      ['too large', { headers: headersOf(keys), pieces: [body] }, { maxBodyBytes: 100 }, 'APIError'],
      ['broken off', { headers: headersOf(keys), pieces: [body], end: 'reset' }, {}, 'ConnectionError'],
    ])('leaves none: %s', async (_title, answer, config, tag) => {
      expect(await expectNoSecret([answer], create, config)).toBe(tag);
    });
  });
});

describe('a failure on this side shows none', () => {
  const raise = (): never => {
    throw Object.assign(new Error(all.flatMap(toEchoes).join(' ')), { name: secretKey, stack: `Error\n    at ${secretKey} (${password}:1:1)` });
  };
  const rejects = (): Promise<never> => Promise.reject(new Error(all.flatMap(toEchoes).join(' ')));
  test.each<readonly [string, readonly ScriptedAnswer[], ApiKeyConfig, string]>([
    ['a transport that throws', [], { transport: raise }, 'TenableException'],
    ['a transport that rejects', [], { transport: rejects as unknown as Transport }, 'TenableException'],
    ['jitter that throws', [{ status: 429, headers: headersOf(all) }], { random: raise }, 'TenableException'],
    ['keys that cannot be sent', [], { credentials: () => ({ accessKey: `${accessKey}\n`, secretKey: `${secretKey}\n` }) }, 'UnexpectedValueError'],
  ])('%s', async (_title, answers, config, tag) => {
    expect(await expectNoSecret(answers, change, config)).toBe(tag);
  });

  test('keys that were fetched before and then do not come', async () => {
    let turn = 0;
    const credentials = (): { accessKey: string; secretKey: string } => (turn++ === 0 ? { accessKey, secretKey } : raise());
    expect(await expectNoSecret([{ status: 429, headers: headersOf(all) }], change, { credentials })).toBe('TenableException');
  });

  test('what a hook that throws is reported with', async () => {
    const defects: unknown[] = [];
    await expectNoSecret([{ status: 404 }], change, { hooks: { onRequest: raise, onResponse: rejects, onDefect: (defect) => void defects.push(defect) } });
    expect(defects).toHaveLength(2);
    expect(isMarked(inspect(defects, { depth: Infinity }))).toBe(false);
  });

  test.each<readonly [string, Call]>([
    ['a password of another type', async (vm) => vm.users.create({ username: 'u', password: { plain: password } as unknown as string, permissions: 16 })],
    ['a header that cannot be sent', async (vm) => vm.session.details({}, { headers: { 'x-a': `${header}\n` } })],
    ['a header that is not the caller\'s', async (vm) => vm.session.details({}, { headers: { cookie: 'CANARY7cookie' } })],
    ['a token where a number is due', async (vm) => vm.scans.list({ folder_id: 'CANARY6token' as unknown as number })],
    ['a path that would lead elsewhere', async (vm) => vm.scans.details({ scan_id: '../CANARY6token\u0000' })],
  ])('%s', async (_title, call) => {
    expect(await expectNoSecret([], call)).toBe('UnexpectedValueError');
  });
});

describe('work of several requests shows none', () => {
  const echo = [accessKey, encodeURIComponent(secretKey), btoa(secretKey), secretKey].join(' ');
  const refused = (status: number, json: object = { error: echo }): ScriptedAnswer => ({ status, headers: headersOf(keys), json });
  const last = async (items: AsyncIterable<Result<unknown, TenableError>>): Promise<Result<unknown, TenableError>> => {
    let seen: Result<unknown, TenableError> | undefined;
    for await (const item of items) seen = item;
    return seen ?? expect.fail('no item came');
  };
  test.each<readonly [string, readonly ScriptedAnswer[], Call, string]>([
    ['an export whose job says why', [{ json: { export_uuid: 'e' } }, { json: { status: 'ERROR', reason: echo } }], async (vm) => last(vm.exports.vulns()), 'TioExportsError'],
    ['an export that is refused', [refused(409, { failure_reason: echo, active_job_id: secretKey })], async (vm) => last(vm.exports.vulns()), 'UnsupportedError'],
    ['a list that fails', [refused(403)], async (vm) => vm.agents.list({ scanner_id: 1 }).toArray(), 'PermissionError'],
    ['a file that cannot be had', [refused(404)], async (vm) => vm.scans.exportDownload({ scan_id: 1, file_id: 'f' }), 'NotFoundError'],
    ['a user who cannot be impersonated', [refused(404)], async (vm) => vm.impersonate('u').asyncAndThen((other) => other.scans.details({ scan_id: 1 })), 'NotFoundError'],
    ['a file that is encrypted with a password', [refused(400, { error: `${password} ${encodeURIComponent(password)} ${echo}` })],
      async (vm) => vm.scans.export({ scan_id: 1, format: 'db', password }), 'InvalidInputError'],
  ])('%s', async (_title, answers, call, tag) => {
    expect(await expectNoSecret(answers, call)).toBe(tag);
  });
});
