/** Results of scans: while a scan runs it can be steered, when it is over its file can be had. */
import * as operations from '../../../api/sc/scan-results.js';
import { ownValue } from '../../../internal/is-record.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toZipArchive } from '../../zip-archive.js';
import { toNessusFile } from '../../records/nessus-file.js';
import { toText } from '../../text-member.js';
import { toInvalid, toMissing, toScAnswer, toScFile } from '../answers.js';
import { answerDelete, createObjectRoutes, toListAnswer, withObject } from '../object-routes.js';
import type { ObjectArea } from '../object-routes.js';
import { toUserSummary } from '../objects.js';
import type { ScObject } from '../objects.js';
import { toBlankScanResult } from '../records/blanks.js';
import { forEditors } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';
import { createScanRun, isActive, toRunStatus, viewScanResult } from '../scan-runs.js';
import type { ScanRun } from '../scan-runs.js';

/** How far back lists go that name no time. */
const listedS = 30 * 86_400;

function toRun({ world }: ScRequest, { createdTime, id }: ScObject): ScanRun {
  return world.runs.get(id) ?? createScanRun(Number(createdTime) * 1000);
}

const area: ObjectArea = {
  kind: 'scanResult',
  operations: { details: operations.details },
  listFields: ['name', 'description', 'status'],
  isParted: true,
  rules: { plain: [] },
  toBlank: (id, { nowMs }) => toBlankScanResult(id, { owner: {}, nowS: Math.floor(nowMs / 1000) }),
  view: (result, request) => viewScanResult(result, toRun(request, result), request.nowMs),
};

function answerList(request: ScRequest): AnswerParts {
  const { nowMs, query, world } = request;
  const from = Number(query.get('startTime') ?? nowMs / 1000 - listedS);
  const until = Number(query.get('endTime') ?? nowMs / 1000);
  return toListAnswer(area, request, world.objects.scanResult.all().filter((result) => {
    const created = Number(result['createdTime']);
    return created >= from && created <= until;
  }));
}

/** Whom it is copied to must be there; the copies belong to them. */
function answerCopy(request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withObject('scanResult', request, (result) => {
    const users = ownValue(body, 'users');
    for (const reference of Array.isArray(users) ? users : []) {
      const id = ownValue(reference, 'id');
      const owner = world.objects.user.find(id);
      if (owner === undefined) return toMissing('User', String(id), nowMs);
      const copy = { ...result, id: world.objects.scanResult.nextId(), owner: toUserSummary(owner) };
      world.objects.scanResult.put(copy);
      world.runs.set(copy.id, toRun(request, result));
    }
    return toScAnswer('', nowMs);
  });
}

/** An address that cannot be reached is no error: the envelope says so in words. */
function answerEmail(request: ScRequest): AnswerParts {
  const { body, nowMs } = request;
  return withObject('scanResult', request, () => {
    const isLost = toText(body, 'email').split(',').some((address) => address.endsWith('.invalid'));
    return toScAnswer('', nowMs, isLost ? 'Scan Result email failed. The address cannot be reached.' : '');
  });
}

/** The change that a word makes to a run; `null` where it is in no state for that. */
const steering: { readonly [Name in 'pause' | 'resume' | 'stop']: (run: ScanRun, nowMs: number) => Partial<ScanRun> | null } = {
  pause: (run, nowMs) => (toRunStatus(run, nowMs) === 'Running' ? { pausedAtMs: nowMs } : null),
  resume: (run, nowMs) => (run.pausedAtMs !== null && run.ending === null ? { pausedAtMs: null, pausedMs: run.pausedMs + nowMs - run.pausedAtMs } : null),
  stop: (run, nowMs) => (isActive(run, nowMs) ? { ending: { status: 'Partial', atMs: nowMs } } : null),
};

function answerSteering(name: keyof typeof steering, request: ScRequest): AnswerParts {
  const { nowMs, world } = request;
  return withObject('scanResult', request, (result) => {
    const run = toRun(request, result);
    const change = steering[name](run, nowMs);
    if (change === null) return toInvalid(`Unable to ${name} Scan Result #${result.id}: it is ${toRunStatus(run, nowMs)}.`, nowMs);
    world.runs.set(result.id, { ...run, ...change });
    return toScAnswer('', nowMs);
  });
}

/** A result without a file is refused in an envelope, where a file was to come. */
function answerDownload(request: ScRequest): AnswerParts {
  const { body, nowMs } = request;
  return withObject('scanResult', request, (result) => {
    const status = toRunStatus(toRun(request, result), nowMs);
    if (status === 'Error') return toInvalid(`Scan Result #${result.id} failed.\n`, nowMs);
    if (status !== 'Completed' && status !== 'Partial') return toInvalid(`Scan Result #${result.id} has no file yet: it is ${status}.`, nowMs);
    const type = toText(body, 'downloadType') || 'v2';
    if (type !== 'v2') return toInvalid(`Invalid parameters specified. The download type '${type}' is invalid.`, nowMs);
    return toScFile(`${result.id}.zip`, 'application/zip', toZipArchive(`${result.id}.nessus`, toNessusFile({ name: String(result['name']), targets: '192.0.2.0/28', hosts: [0, 1, 2] })));
  });
}

const steer = (name: keyof typeof steering): ScRoute['answer'] => forEditors('the Scan Result', (request) => answerSteering(name, request));

export const scanResultsRoutes: readonly ScRoute[] = [
  { operation: operations.list, answer: answerList },
  ...createObjectRoutes(area),
  { operation: operations.delete, answer: forEditors('the Scan Result', (request) => answerDelete('scanResult', request)) },
  { operation: operations.copy, answer: forEditors('the Scan Result', answerCopy) },
  { operation: operations.email, answer: answerEmail },
  { operation: operations.stop, answer: steer('stop') },
  { operation: operations.pause, answer: steer('pause') },
  { operation: operations.resume, answer: steer('resume') },
  { operation: operations.download, answer: answerDownload },
];
