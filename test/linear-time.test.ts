/** Whatever reads foreign text takes time in proportion to it: no server buys seconds of CPU with 64 KiB. */
import { expect, test } from 'vitest';

import { isPage } from '../src/call/is-page.js';
import { toOfferedFilename } from '../src/call/offered-filename.js';
import { guardFormulas } from '../src/cli/formula-guard.js';
import { toScPasswordScheme } from '../src/clients/sc-session.js';
import { checkApiKeys } from '../src/connection/api-keys.js';
import { digDetail } from '../src/errors/classification/dig-detail.js';
import { toRequestUuid } from '../src/errors/classification/exchange.js';
import { fromResponse } from '../src/errors/classification/from-response.js';
import { createRedactor, redactMembers } from '../src/errors/classification/redact.js';
import { toEnvelope } from '../src/errors/classification/security-center-envelope.js';
import { toBareUrl } from '../src/errors/model/response-snapshot.js';
import { describeError } from '../src/errors/projections/describe-error.js';
import { toLogRecord } from '../src/errors/projections/to-log-record.js';
import { toProblemDetails } from '../src/errors/projections/to-problem-details.js';
import { compareFilters } from '../src/export-jobs/compare-filters.js';
import { boundText } from '../src/internal/bound-text.js';
import { cleanLines, cleanText } from '../src/internal/clean-text.js';
import { isDeeperThan } from '../src/internal/is-deeper-than.js';
import { isServerId } from '../src/internal/is-server-id.js';
import { isWellFormed } from '../src/internal/is-well-formed.js';
import { measureJson } from '../src/internal/measure-json.js';
import { parseJsonInSteps } from '../src/internal/parse-json-in-steps.js';
import { parseRetryAfter } from '../src/internal/parse-retry-after.js';
import { isBadName } from '../src/node/bad-name.js';
import { readCodings } from '../src/transport/content-coding.js';
import { checkHeaders } from '../src/transport/header-safety.js';
import { findProxy } from '../src/transport/node/find-proxy.js';
import { toThrownError } from '../src/transport/connection-failure.js';

const secrets = ['aaaaaaaab', 'a\\b%c&d+e f', '\\abcd', `${'\\'.repeat(8)}abcd`, 'keykeykeykey1', `${'a1'.repeat(100)}b`, '1111111112', '/w==+w==+w=='];
const redact = createRedactor(secrets);
const scheme = toScPasswordScheme({ origin: 'https://sc.example.com', username: 'u', password: 'p' }, false);
const run = <T>(steps: Generator<undefined, T, undefined>): T => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  redact,
  redactMembers,
  'digDetail, text': (text) => digDetail(text, undefined, redact),
  'digDetail, JSON': (text) => digDetail('', { error: `{${text}`, message: text }, redact),
  fromResponse: (text) => fromResponse({ status: 400, body: text }, { product: 'vm', method: 'PUT', path: '/users/1/chpasswd', sentPassword: 'breaks-rule' }, redact),
  'fromResponse, header': (text) => fromResponse({ status: 429, body: '', headers: { 'retry-after': text, 'x-request-uuid': text, server: text } }, { product: 'sc', method: 'PATCH', path: `/user/${text}` }),
  'error to what others read': (text) => {
    const error = fromResponse({ status: 500, body: text }, { product: 'vm', method: 'GET', path: '/' })._unsafeUnwrapErr();
    return [describeError(error), toLogRecord(error), toProblemDetails(error)];
  },
  toThrownError: (text) => toThrownError({ url: 'https://host/' }, Object.assign(new Error(text), { code: text }), 'unknown'),
  toBareUrl: (text) => toBareUrl(`https://u@host/${text}?${text}`),
  toEnvelope: (text) => toEnvelope({ error_code: text, response: text, error_msg: text }),
  toRequestUuid: (text) => toRequestUuid({ 'x-request-uuid': text }),
  'a session cookie': (text) => scheme.toProof({ status: 200, headers: { 'set-cookie': text }, text: '{"error_code":0,"response":{"token":12345}}' }),
  toOfferedFilename,
  'toOfferedFilename, name': (text) => toOfferedFilename(`attachment; filename="${text}"`),
  'toOfferedFilename, extended': (text) => toOfferedFilename(`attachment; filename*=iso-8859-1''${text}`),
  isPage: (text) => isPage(new TextEncoder().encode(text), { 'content-type': text, 'content-disposition': text }, { resource: 'scan', resourceId: 'scan_id', filename: 'scan.nessus' }),
  guardFormulas,
  checkApiKeys: (text) => checkApiKeys({ accessKey: text, secretKey: text }),
  checkHeaders: (text) => checkHeaders({ [text]: text, a: text }),
  compareFilters: (text) => compareFilters({ a: text }, text),
  findProxy: (text) => findProxy('https://host.example', { HTTPS_PROXY: text, NO_PROXY: text }),
  readCodings,
  boundText: (text) => boundText(text, 500),
  cleanText,
  cleanLines,
  isDeeperThan: (text) => isDeeperThan(text, 256),
  isServerId,
  isWellFormed,
  isBadName: (text) => isBadName(text, 'win32'),
  measureJson: (text) => run(measureJson(new TextEncoder().encode(text), { maxDepth: 256, maxValues: 1_000_000 })),
  parseJsonInSteps: (text) => run(parseJsonInSteps(new TextEncoder().encode(text))),
  parseRetryAfter: (text) => parseRetryAfter(text, 0),
};

const openings = ['', '\\"token\\":\\"', '"token":"', '[{"a":"'];
const pieces = [
  'a', 'A', '1', 'a1', ' ', '\t', '\n', '.', ',', ';', '/', '//', '\\', '\\\\', '"', '\\"', "'", '=', '+', '%', '%25', '%2525', '&', '&amp;', '&#38;', '\\u0061', '\\x61', '\\u{61}', '-', 'key-', 'key', 'token',
  '"token":"', '\\"token\\":\\"', 'token=', 'token="', '"key":1111', '<', '<title', '<!--', '-->', '<!-- -', '?a&', 'a@', '//a@', '{"', '[', '[[],', '{"a":', 'aaaaaaaa', 'keykeykeykey', '\u200b', '\ufffd', '\ud83d', 'é', '; a="', ';a=b', 'TNS_SESSIONID=a;', '/w==+', '\u0007',
];
const endings = ['\\x'];

const time = (read: () => unknown): number => {
  const began = performance.now();
  read();
  return performance.now() - began;
};

/** What takes less for 16 KiB is no matter, however it grows. Eight times the text may take 24 times as long, on a machine with neighbours; what is quadratic takes 64 times as long. */
const noMatterMs = 15;

test.each(Object.entries(readers))('%s takes time in proportion to the length of what it reads', (_name, read) => {
  const slow: string[] = [];
  for (const opening of openings) for (const piece of pieces) for (const ending of endings) {
    const toText = (length: number): string => opening + piece.repeat(Math.ceil(length / piece.length)) + ending;
    const long = toText(16_384);
    if (time(() => read(long)) < noMatterMs) continue;
    const [short, longer] = [toText(4_096), toText(32_768)];
    const measure = (): number => time(() => read(longer)) / time(() => read(short));
    // A neighbour on the machine makes one measurement wrong, and rarely three.
    if ([measure, measure, measure].every((again) => again() >= 24)) slow.push(JSON.stringify([opening, piece, ending]));
  }
  expect(slow).toStrictEqual([]);
}, 120_000);
