/** Scans: set up, run by the clock, exported through files. */
import * as operations from '../../../api/nessus/scans.js';
import { isRecord, ownValue } from '../../../internal/is-record.js';
import { toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { replace, toNextId } from '../../items-by-id.js';
import { toCsvFile, toNessusFile } from '../../records/nessus-file.js';
import { pauseRun, resumeRun, stopRun } from '../../records/timed-run.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { prepareFile } from '../prepared-file.js';
import { toChangedAtS, toFolderEntry, toScanDetails, toScanHosts, toScanSchedule, toScanSummary } from '../records/scan-answers.js';
import { createNessusRun, toScanStatus } from '../records/scans.js';
import type { NessusRun, NessusScan } from '../records/scans.js';
import { templates } from '../records/templates.js';
import { done, forEditors, missing, toInvalidField, withItem, withScanApi } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

function withScan(request: NessusRequest, answer: (scan: NessusScan) => AnswerParts): AnswerParts {
  return withItem(request.world.scans, request.params['scan_id'], answer);
}

function put(request: NessusRequest, scan: NessusScan): void {
  request.world.scans = replace(request.world.scans, scan);
}

/** A list without scans is `null`, not empty. */
function answerList({ nowMs, query, world }: NessusRequest): AnswerParts {
  const folderId = query.get('folder_id');
  const scans = world.scans
    .filter((scan) => folderId === null || String(scan.folderId) === folderId)
    .filter((scan) => toChangedAtS(scan) >= Number(query.get('last_modification_date') ?? 0))
    .map((scan) => toScanSummary(scan, nowMs));
  return toJsonAnswer({ folders: world.folders.map(toFolderEntry), scans: scans.length === 0 ? null : scans, timestamp: Math.floor(nowMs / 1000) });
}

function findRun({ runs }: NessusScan, { query }: NessusRequest): NessusRun | undefined {
  const historyId = query.get('history_id');
  return historyId === null ? runs.at(-1) : runs.find((run) => String(run.historyId) === historyId);
}

function answerDetails(request: NessusRequest): AnswerParts {
  return withScan(request, (scan) => {
    const run = findRun(scan, request);
    if (run === undefined && request.query.has('history_id')) return toReasonRefusal(404, 'The requested file was not found.');
    return toJsonAnswer(toScanDetails(scan, run, request.nowMs));
  });
}

/** What the settings of a request change. */
function toChanges({ body, nowMs, world }: NessusRequest): Partial<NessusScan> {
  const given = ownValue(body, 'settings');
  const settings = isRecord(given) ? given : {};
  const { folder_id: folderId, name, text_targets: targets } = settings;
  return {
    modifiedAtS: Math.floor(nowMs / 1000),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof targets === 'string' ? { targets } : {}),
    ...(world.folders.some(({ id }) => id === folderId) ? { folderId: Number(folderId) } : {}),
    settings,
  };
}

function answerCreate(request: NessusRequest): AnswerParts {
  const { body, nowMs, user, world } = request;
  const templateUuid = toText(body, 'uuid');
  if (!templates.some(({ uuid }) => uuid === templateUuid)) return toInvalidField('uuid');
  if (toText(ownValue(body, 'settings'), 'name') === '') return toInvalidField('name');
  const scan: NessusScan = {
    id: toNextId(world.scans), name: '', templateUuid, folderId: 3, targets: '', owner: user.username, isExportBroken: false,
    createdAtS: Math.floor(nowMs / 1000), modifiedAtS: 0, settings: {}, runs: [], ...toChanges(request),
  };
  world.scans = [...world.scans, scan];
  return toJsonAnswer({ scan: toScanSchedule(scan) });
}

function answerConfigure(request: NessusRequest): AnswerParts {
  return withScan(request, (scan) => {
    const { settings, ...changes } = toChanges(request);
    put(request, { ...scan, ...changes, settings: { ...scan.settings, ...settings } });
    return toJsonAnswer(toScanSchedule({ ...scan, ...changes }));
  });
}

function answerCopy(request: NessusRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withScan(request, (scan) => {
    const folderId = Number(ownValue(body, 'folder_id') ?? scan.folderId);
    const copy = { ...scan, id: toNextId(world.scans), name: toText(body, 'name') || `Copy of ${scan.name}`, folderId, runs: [] };
    world.scans = [...world.scans, copy];
    return toJsonAnswer(toScanSummary(copy, nowMs));
  });
}

function answerMove(request: NessusRequest): AnswerParts {
  const folderId = Number(ownValue(request.body, 'folder_id'));
  return withScan(request, (scan) => (request.world.folders.some(({ id }) => id === folderId) ? done(() => {
    put(request, { ...scan, folderId });
  }) : missing));
}

const isActive = (scan: NessusScan, nowMs: number): boolean => ['running', 'paused'].includes(toScanStatus(scan, nowMs));

function answerLaunch(request: NessusRequest): AnswerParts {
  const { body, nowMs } = request;
  return withScan(request, (scan) => {
    if (isActive(scan, nowMs)) return toReasonRefusal(409, 'The scan is running already');
    const targets = ownValue(body, 'alt_targets');
    const run = createNessusRun(scan.id, scan.runs.length + 1, nowMs, Array.isArray(targets) ? targets.join() : scan.targets);
    put(request, { ...scan, runs: [...scan.runs, run] });
    return toJsonAnswer({ scan_uuid: run.uuid });
  });
}

/** The change that a word makes to a run; `null` where it is in no state for that. */
const steering: { readonly [Name in 'kill' | 'pause' | 'resume' | 'stop']: (run: NessusRun, status: string, nowMs: number) => Partial<NessusRun> | null } = {
  pause: (_run, status, nowMs) => (status === 'running' ? pauseRun(nowMs) : null),
  resume: (run, status, nowMs) => (status === 'paused' ? resumeRun(run, nowMs) : null),
  kill: (_run, status, nowMs) => (status === 'running' || status === 'paused' ? stopRun(nowMs) : null),
  stop: (_run, status, nowMs) => (status === 'running' || status === 'paused' ? stopRun(nowMs) : null),
};

const steer = (name: keyof typeof steering): NessusRoute['answer'] => forEditors((request) => withScan(request, (scan) => {
  const run = scan.runs.at(-1);
  const change = run === undefined ? null : steering[name](run, toScanStatus(scan, request.nowMs), request.nowMs);
  if (run === undefined || change === null) return toReasonRefusal(409, `The scan is in no state to ${name}`);
  return done(() => {
    put(request, { ...scan, runs: [...scan.runs.slice(0, -1), { ...run, ...change }] });
  });
}));

const formats: readonly string[] = ['nessus', 'html', 'pdf', 'csv', 'db'];

function answerExport(request: NessusRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withScan(request, (scan) => {
    const format = toText(body, 'format');
    if (!formats.includes(format)) return toInvalidField('format');
    if (isActive(scan, nowMs)) return toReasonRefusal(409, 'Can not export running scans');
    if (findRun(scan, request) === undefined) return toReasonRefusal(404, 'The requested file was not found.');
    const hosts = toScanHosts(scan);
    const text = format === 'csv' ? toCsvFile({ hosts }) : toNessusFile({ name: scan.name, targets: scan.targets, hosts });
    const filename = `${scan.name.replaceAll(/\W+/g, '_')}_${scan.id}.${format}`;
    const { file, token } = prepareFile(world, { filename, text, isBroken: scan.isExportBroken });
    return toJsonAnswer(Number.parseInt(world.version, 10) < 8 ? { file } : { token, file });
  });
}

function answerDelete(request: NessusRequest): AnswerParts {
  return withScan(request, (scan) => (isActive(scan, request.nowMs) ? toReasonRefusal(409, 'Can not delete running scans') : done(() => {
    request.world.scans = request.world.scans.filter(({ id }) => id !== scan.id);
  })));
}

const change = (answer: NessusRoute['answer']): NessusRoute['answer'] => withScanApi(forEditors(answer));

export const scansRoutes: readonly NessusRoute[] = [
  { operation: operations.list, answer: answerList },
  { operation: operations.details, answer: answerDetails },
  { operation: operations.create, answer: change(answerCreate) },
  { operation: operations.configure, answer: change(answerConfigure) },
  { operation: operations.copy, answer: change(answerCopy) },
  { operation: operations.move, answer: forEditors(answerMove) },
  { operation: operations.launch, answer: change(answerLaunch) },
  { operation: operations.pause, answer: steer('pause') },
  { operation: operations.resume, answer: steer('resume') },
  { operation: operations.stop, answer: steer('stop') },
  { operation: operations.kill, answer: steer('kill') },
  { operation: operations.exportRequest, answer: answerExport },
  { operation: operations.delete, answer: forEditors(answerDelete) },
];
