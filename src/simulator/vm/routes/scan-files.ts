/** Export files of scans. */
import { exportDownload, exportRequest, exportStatus, listExports } from '../../../api/vm/scans.js';
import { ownValue } from '../../../internal/is-record.js';
import { bytesType, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toUuid } from '../../invented-ids.js';
import { toNamedRefusal } from '../answers.js';
import { toListPage } from '../list-page.js';
import { toScanFileText } from '../records/scan-file.js';
import type { ScanFile, SimulatedScan } from '../records/scans.js';
import type { Route, RouteRequest } from '../route.js';
import { findRun, missing, withScan } from '../scan-route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

const formats: readonly unknown[] = ['nessus', 'html', 'pdf', 'csv', 'db'];

/** Ids of pages have a part more than others, behind a colon. */
function toFileId(number: number, format: string): string {
  const id = toUuid('file', number);
  return format === 'html' || format === 'pdf' ? `SSEUF-${id}-C:${toUuid('page', number)}-${format}` : `SSE-${id}-${format}`;
}

function answerRequest(request: RouteRequest): AnswerParts {
  const { scanFiles } = request.world;
  return withScan(request, (scan) => {
    const format = ownValue(request.body, 'format');
    if (typeof format !== 'string' || !formats.includes(format)) return toReasonRefusal(400, "Invalid 'format' field");
    if (scan.runs.length === 0) return toReasonRefusal(400, 'The scan has no results');
    if (findRun(scan, request) === undefined) return missing;
    const file = toFileId(scanFiles.size + 1, format);
    scanFiles.set(file, { scanId: scan.id, format, isBroken: scan.isExportBroken, polls: 0 });
    return toJsonAnswer({ file });
  });
}

function withFile(request: RouteRequest, answer: (file: ScanFile, scan: SimulatedScan) => AnswerParts): AnswerParts {
  return withScan(request, (scan) => {
    const file = request.world.scanFiles.get(request.params['file_id'] ?? '');
    return file?.scanId === scan.id ? answer(file, scan) : missing;
  });
}

function toFileStatus({ isBroken, polls }: ScanFile, pollsUntilReady: number): string {
  if (polls < pollsUntilReady) return 'loading';
  return isBroken ? 'error' : 'ready';
}

function answerStatus(request: RouteRequest): AnswerParts {
  return withFile(request, (file) => {
    file.polls += 1;
    return toJsonAnswer({ status: toFileStatus(file, request.world.pollsUntilReady) });
  });
}

/** A client that takes nothing but JSON is refused: documented for downloads. */
function answerDownload(request: RouteRequest): AnswerParts {
  const accept = request.headers['accept'] ?? '*/*';
  return withFile(request, (file, scan) => {
    if (!/\*\/\*|application\/(?:\*|octet-stream)/.test(accept)) return toNamedRefusal(406);
    if (toFileStatus(file, request.world.pollsUntilReady) !== 'ready') return toReasonRefusal(400, 'File not ready for download');
    const name = `${scan.name.replaceAll(' ', '_')}_${scan.id}.${file.format}`;
    const headers = { 'content-type': bytesType, 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, headers, body: toScanFileText(scan, file.format) };
  });
}

function answerList({ query, world }: RouteRequest): AnswerParts {
  const files = Array.from(world.scanFiles, ([export_id, file]) => {
    const status = toFileStatus(file, world.pollsUntilReady);
    const scan = world.scans.find(({ id }) => id === file.scanId);
    return {
      export_id, scan_uuid: scan?.runs.at(-1)?.uuid ?? null, schedule_id: String(file.scanId), schedule_uuid: scan?.scheduleUuid ?? null,
      ready: status === 'ready', error: status === 'error', format: file.format, metadata: { filters: {} },
    };
  });
  return toListPage(files.reverse(), query, 20).match(({ items }) => toJsonAnswer(items), (refusal) => refusal);
}

export const scanFilesRoutes: readonly Route[] = [
  { operation: exportRequest, answer: answerRequest },
  { operation: exportStatus, answer: answerStatus },
  { operation: exportDownload, answer: answerDownload },
  { operation: listExports, answer: answerList },
];
