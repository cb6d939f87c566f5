/** Scans: their list, their runs, and their export files. */
import { details, exportDownload, exportRequest, exportStatus, launch, list } from '../../../api/vm/scans.js';
import { ownValue } from '../../../internal/is-record.js';
import { bytesType, toJsonAnswer, toReasonRefusal, withHeaders } from '../../answers.js';
import { toUuid } from '../../invented-ids.js';
import { toNamedRefusal } from '../answers.js';
import { toScanDetails, toScanSummary } from '../records/scan-answers.js';
import { toScanFileText } from '../records/scan-file.js';
import { createRun, folders, toScanStatus } from '../records/scans.js';
import type { ScanFile, SimulatedScan } from '../records/scans.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

/** Tenable allows a container so many active scans. */
export const maxActiveScans = 25;

function withScan(request: RouteRequest, answer: (scan: SimulatedScan) => AnswerParts): AnswerParts {
  const id = request.params['scan_id'];
  const scan = request.world.scans.find((one) => String(one.id) === id || one.scheduleUuid === id);
  return scan === undefined ? toReasonRefusal(404, 'Scan not found') : answer(scan);
}

/** A list without scans is `null`, not empty. */
function answerList({ nowMs, query, world }: RouteRequest): AnswerParts {
  const folderId = query.get('folder_id');
  const changedSinceS = Number(query.get('last_modification_date') ?? 0);
  const scans = world.scans
    .filter((scan) => folderId === null || String(scan.folderId) === folderId)
    .map((scan) => toScanSummary(scan, nowMs))
    .filter(({ last_modification_date }) => last_modification_date >= changedSinceS);
  return toJsonAnswer({
    folders: Object.entries(folders).map(([type, id]) => ({
      unread_count: 0, custom: type === 'custom' ? 1 : 0, default_tag: type === 'main' ? 1 : 0, type, name: type === 'main' ? 'My Scans' : type, id,
    })),
    scans: scans.length === 0 ? null : scans,
    timestamp: Math.floor(nowMs / 1000),
  });
}

function answerDetails(request: RouteRequest): AnswerParts {
  const { nowMs, query } = request;
  return withScan(request, (scan) => {
    const historyId = query.get('history_id') ?? query.get('history_uuid');
    const run = historyId === null ? scan.runs.at(-1) : scan.runs.find((one) => String(one.historyId) === historyId || one.uuid === historyId);
    if (historyId !== null && run === undefined) return toReasonRefusal(404, 'The requested file was not found');
    return toJsonAnswer(toScanDetails(scan, run, nowMs));
  });
}

function answerLaunch(request: RouteRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withScan(request, (scan) => {
    // It has `control: false`. No answer is recorded; the words are those of a scan that one may not control.
    if (scan.isImported) return toReasonRefusal(403, 'You are not authorized to perform this request');
    const active = world.scans.filter((one) => toScanStatus(one, nowMs) === 'running');
    if (active.includes(scan)) return toReasonRefusal(409, 'The scan is running already'); // nothing is documented for it
    if (active.length >= maxActiveScans) {
      return withHeaders(toNamedRefusal(429, `There are ${maxActiveScans} active scans already.`), { 'retry-after': '30' });
    }
    const targets = ownValue(body, 'alt_targets');
    const run = createRun(scan.id, scan.runs.length + 1, Math.floor(nowMs / 1000), Array.isArray(targets) ? targets.join() : scan.targets);
    scan.runs.push(run);
    return toJsonAnswer({ scan_uuid: run.uuid });
  });
}

const formats: readonly unknown[] = ['nessus', 'html', 'pdf', 'csv', 'db'];

function answerExportRequest(request: RouteRequest): AnswerParts {
  const { scanFiles } = request.world;
  return withScan(request, (scan) => {
    const format = ownValue(request.body, 'format');
    if (typeof format !== 'string' || !formats.includes(format)) return toReasonRefusal(400, "Invalid 'format' field");
    if (scan.runs.length === 0) return toReasonRefusal(400, 'The scan has no results');
    const file = `SSE-${toUuid('file', scanFiles.size + 1)}-${format}`;
    scanFiles.set(file, { scan, format, polls: 0 });
    return toJsonAnswer({ file });
  });
}

function withFile(request: RouteRequest, answer: (file: ScanFile) => AnswerParts): AnswerParts {
  return withScan(request, (scan) => {
    const file = request.world.scanFiles.get(request.params['file_id'] ?? '');
    return file?.scan === scan ? answer(file) : toReasonRefusal(404, 'The requested file was not found');
  });
}

function toFileStatus({ polls, scan }: ScanFile, pollsUntilReady: number): string {
  if (polls < pollsUntilReady) return 'loading';
  return scan.isExportBroken ? 'error' : 'ready';
}

function answerExportStatus(request: RouteRequest): AnswerParts {
  return withFile(request, (file) => {
    file.polls += 1;
    return toJsonAnswer({ status: toFileStatus(file, request.world.pollsUntilReady) });
  });
}

/** A client that takes nothing but JSON is refused: documented for downloads. */
function answerExportDownload(request: RouteRequest): AnswerParts {
  const accept = request.headers['accept'] ?? '*/*';
  return withFile(request, (file) => {
    if (!/\*\/\*|application\/(?:\*|octet-stream)/.test(accept)) return toNamedRefusal(406);
    if (toFileStatus(file, request.world.pollsUntilReady) !== 'ready') return toReasonRefusal(400, 'File not ready for download');
    const name = `${file.scan.name.replaceAll(' ', '_')}_${file.scan.id}.${file.format}`;
    const headers = { 'content-type': bytesType, 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, headers, body: toScanFileText(file.scan, file.format) };
  });
}

export const scansRoutes: readonly Route[] = [
  { operation: list, answer: answerList },
  { operation: details, answer: answerDetails },
  { operation: launch, answer: answerLaunch },
  { operation: exportRequest, answer: answerExportRequest },
  { operation: exportStatus, answer: answerExportStatus },
  { operation: exportDownload, answer: answerExportDownload },
];
