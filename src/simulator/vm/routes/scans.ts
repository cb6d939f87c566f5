/** Scans: their list and details, and how they are set up, copied, moved, imported and deleted. */
import { configure, copy, count, create, delete as remove, details, import as importFile, list, schedule, setReadStatus } from '../../../api/vm/scans.js';
import { ownValue } from '../../../internal/is-record.js';
import { toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toNextId } from '../../items-by-id.js';
import { runDurationMs } from '../../records/timed-run.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toChangedAtS, toFolderEntry, toScanDetails, toScanSummary, toSchedule } from '../records/scan-answers.js';
import { toCopyAnswer, toScanChanges, toScanSetup } from '../records/scan-setup.js';
import { createScan, isActive, toScanStatus, withRun } from '../records/scans.js';
import type { SimulatedScan } from '../records/scans.js';
import { forOperators } from '../route.js';
import type { Route, RouteRequest } from '../route.js';
import { changeScan, findRun, missing, withScan } from '../scan-route.js';
import type { World } from '../world.js';

/** A list without scans is `null`, not empty. */
function answerList({ nowMs, query, world }: RouteRequest): AnswerParts {
  const folderId = query.get('folder_id');
  const isWithin = (name: string, holds: (atS: number) => boolean): boolean => !query.has(name) || holds(Number(query.get(name)));
  const scans = world.scans
    .filter((scan) => !scan.isRemediation && (folderId === null || String(scan.folderId) === folderId))
    .filter((scan) => isWithin('last_modification_date', (atS) => toChangedAtS(scan) >= atS))
    .filter(({ runs }) => isWithin('started_from', (atS) => runs.some(({ startedAtMs }) => startedAtMs >= atS * 1000)))
    .filter(({ runs }) => isWithin('started_to', (atS) => runs.some(({ startedAtMs }) => startedAtMs <= atS * 1000)))
    .map((scan) => toScanSummary(scan, nowMs));
  return toJsonAnswer({ folders: world.folders.map(toFolderEntry), scans: scans.length === 0 ? null : scans, timestamp: Math.floor(nowMs / 1000) });
}

function answerDetails(request: RouteRequest): AnswerParts {
  return withScan(request, (scan) => {
    const run = findRun(scan, request);
    const isNamed = request.query.has('history_id') || request.query.has('history_uuid');
    return isNamed && run === undefined ? missing : toJsonAnswer(toScanDetails(scan, run, request.nowMs));
  });
}

/** What a folder's number refuses; `null` where there is such a folder, or none is named. */
function findFolderSlip(id: unknown, { folders }: World): AnswerParts | null {
  return id === undefined || id === null || folders.some((folder) => folder.id === id) ? null : toReasonRefusal(400, "Invalid 'folder_id' field");
}

const settingOf = (body: unknown, name: string): unknown => ownValue(ownValue(body, 'settings'), name);

function addScan(world: World, scan: SimulatedScan): SimulatedScan {
  world.scans = [...world.scans, scan];
  return scan;
}

/** Scans of both kinds are created alike. */
export function answerCreate({ body, nowMs, user, world }: RouteRequest, isRemediation = false): AnswerParts {
  const settings = ownValue(body, 'settings');
  if (toText(body, 'uuid') === '') return toReasonRefusal(400, "Invalid 'uuid' field");
  if (toText(settings, 'name') === '') return toReasonRefusal(400, "Invalid 'name' field");
  const slip = findFolderSlip(settingOf(body, 'folder_id'), world);
  if (slip !== null) return slip;
  const scan = { ...createScan(toNextId(world.scans), '', Math.floor(nowMs / 1000)), owner: user.username, isRemediation, ...toScanChanges(body, {}, nowMs) };
  addScan(world, settingOf(body, 'launch_now') === true ? withRun(scan, nowMs, scan.targets) : scan);
  return toJsonAnswer({ scan: toScanSetup(scan) });
}

function answerConfigure(request: RouteRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withScan(request, (scan) => {
    const slip = findFolderSlip(settingOf(body, 'folder_id'), world);
    if (slip !== null) return slip;
    const changed = { ...scan, ...toScanChanges(body, scan.settings, nowMs) };
    changeScan(request, changed);
    return toJsonAnswer(toScanSetup(changed));
  });
}

function answerCopy(request: RouteRequest): AnswerParts {
  const { body, nowMs, user, world } = request;
  return withScan(request, ({ name, ...scan }) => {
    const folderId = ownValue(body, 'folder_id');
    const slip = findFolderSlip(folderId, world);
    if (slip !== null) return slip;
    const { createdAtS, id, runCount, runs, scheduleUuid } = createScan(toNextId(world.scans), '', Math.floor(nowMs / 1000));
    const copied = addScan(world, {
      ...scan, createdAtS, id, runCount, runs, scheduleUuid, modifiedAtS: createdAtS, isImported: false, isRead: false,
      name: toText(body, 'name') || `Copy of ${name}`, owner: user.username, folderId: typeof folderId === 'number' ? folderId : scan.folderId,
    });
    return toJsonAnswer(toCopyAnswer(copied, nowMs));
  });
}

function answerDelete(request: RouteRequest): AnswerParts {
  return withScan(request, (scan) => {
    if (isActive(scan, request.nowMs)) return toReasonRefusal(409, `The scan is ${toScanStatus(scan, request.nowMs)}`);
    const answer = changeScan(request, scan);
    request.world.scans = request.world.scans.filter(({ id }) => id !== scan.id);
    return answer;
  });
}

function answerSchedule(request: RouteRequest): AnswerParts {
  return withScan(request, (scan) => {
    const isEnabled = ownValue(request.body, 'enabled') === true;
    changeScan(request, { ...scan, isEnabled });
    return toJsonAnswer({ enabled: isEnabled, control: !scan.isImported, ...toSchedule(scan) });
  });
}

function answerImport({ body, nowMs, user, world }: RouteRequest): AnswerParts {
  const file = toText(body, 'file');
  const folderId = ownValue(body, 'folder_id');
  const slip = file === '' ? toReasonRefusal(400, "Invalid 'file' field") : findFolderSlip(folderId, world);
  if (slip !== null) return slip;
  const scan = { ...createScan(toNextId(world.scans), file.replace(/\.\w+$/, ''), Math.floor(nowMs / 1000)), owner: user.username, isImported: true, isRead: false };
  const placed = addScan(world, withRun({ ...scan, ...(typeof folderId === 'number' ? { folderId } : {}) }, nowMs - runDurationMs, ''));
  return toJsonAnswer({ scan: { ...toScanSummary(placed, nowMs), folder_id: placed.folderId } });
}

function answerCount({ nowMs, query, world }: RouteRequest): AnswerParts {
  return toJsonAnswer({ count: world.scans.filter((scan) => query.get('active') !== 'true' || isActive(scan, nowMs)).length });
}

export const scansRoutes: readonly Route[] = [
  { operation: list, answer: answerList },
  { operation: details, answer: answerDetails },
  { operation: create, answer: forOperators(answerCreate) },
  { operation: configure, answer: forOperators(answerConfigure) },
  { operation: copy, answer: forOperators(answerCopy) },
  { operation: remove, answer: forOperators(answerDelete) },
  { operation: schedule, answer: forOperators(answerSchedule) },
  { operation: setReadStatus, answer: (request) => withScan(request, (scan) => changeScan(request, { ...scan, isRead: ownValue(request.body, 'read') === true })) },
  { operation: importFile, answer: forOperators(answerImport) },
  { operation: count, answer: answerCount },
];
