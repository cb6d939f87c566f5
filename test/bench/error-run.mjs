// What errors cost, in a process of its own: making, classifying and matching them, in nanoseconds of CPU time an operation.
import { match } from 'ts-pattern';

import * as api from 'tenable-result';

const { NotFoundError, UnexpectedValueError, fromResponse, matchError, tenableErrorTags } = api;

/** CPU time of one run of `work`, in nanoseconds: the median of rounds, after a warm-up. */
function measure(work, rounds = 7, least = 60) {
  let count = 1_000;
  const cpuMs = (times) => {
    const before = process.cpuUsage();
    for (let at = 0; at < times; at += 1) work(at);
    const { system, user } = process.cpuUsage(before);
    return (system + user) / 1000;
  };
  while (cpuMs(count) < least) count *= 2;
  const figures = Array.from({ length: rounds }, () => (cpuMs(count) * 1e6) / count).sort((a, b) => a - b);
  return figures[Math.floor(rounds / 2)];
}

const answer = {
  status: 404,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-uuid': '0123456789abcdef0123456789abcdef', date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
  body: JSON.stringify({ statusCode: 404, error: 'Not Found', message: `Scan not found. ${'It may have been removed meanwhile. '.repeat(26)}` }),
  url: 'https://cloud.tenable.com/scans/404',
  method: 'GET',
};
const request = { product: 'vm', method: 'GET', path: '/scans/404', operation: 'scans.details', attemptLog: [{ status: 404, reason: null, waitedMs: 0, uuid: '0123456789abcdef0123456789abcdef' }] };
const errors = tenableErrorTags.map((tag) => api[tag]({}));
const handlers = Object.fromEntries(tenableErrorTags.map((tag) => [tag, (error) => error.message.length]));

/** The same 17 cases as code, so that each is written inline as people write them. */
const inline = (toCase, before, after) => new Function('error', 'match', 'matchError', `return ${before}${tenableErrorTags.map(toCase).join('')}${after};`);
const byPattern = inline((tag) => `.with({ _tag: '${tag}' }, (e) => e.message.length)`, 'match(error)', '.exhaustive()');
const byTag = inline((tag) => `.with('${tag}', () => error.message.length)`, 'match(error._tag)', '.exhaustive()');
const byRecord = inline((tag) => `${tag}: (e) => e.message.length,`, 'matchError(error, {', '})');
const bySwitch = new Function('error', `switch (error._tag) {${tenableErrorTags.map((tag) => `case '${tag}': return error.message.length;`).join('')} default: return 0; }`);

const { fields } = { fields: fromResponse(answer, request)._unsafeUnwrapErr() };
const at = (index) => errors[index % errors.length];
const figures = {
  'construct UnexpectedValueError': measure(() => UnexpectedValueError({ operation: 'scans.details', issues: [{ path: 'scan_id', expected: 'number', received: 'string' }] })),
  'construct NotFoundError with its answer': measure(() => NotFoundError(fields)),
  'classify a 404 with 1 KB of JSON': measure(() => fromResponse(answer, request)),
  'ts-pattern, 17 cases on { _tag }': measure((index) => byPattern(at(index), match)),
  'ts-pattern, 17 cases on the tag': measure((index) => byTag(at(index), match)),
  'matchError, handlers inline': measure((index) => byRecord(at(index), match, matchError)),
  'matchError, handlers kept': measure((index) => matchError(at(index), handlers)),
  'switch': measure((index) => bySwitch(at(index))),
};

/** 100,000 errors made and handled, one after the other: what is left of them. */
function measureHeap() {
  const handleMany = (count) => {
    for (let index = 0; index < count; index += 1) byRecord(fromResponse(answer, request)._unsafeUnwrapErr(), match, matchError);
  };
  handleMany(20_000);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  handleMany(100_000);
  globalThis.gc();
  return process.memoryUsage().heapUsed - before;
}

process.send?.({ figures, heapGrowthBytes: measureHeap() });
