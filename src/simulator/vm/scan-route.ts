/** What routes about scans have alike: they find a scan, and put a changed one into its place. */
import { replace } from '../items-by-id.js';
import { emptyAnswer, toReasonRefusal } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';
import type { SimulatedRun, SimulatedScan } from './records/scans.js';
import type { RouteRequest } from './route.js';

/** The answer for the scan that the path names by its number or the UUID of its schedule, or 404. */
export function withScan({ params, world }: RouteRequest, answer: (scan: SimulatedScan) => AnswerParts): AnswerParts {
  const id = params['scan_id'] ?? params['schedule_uuid'];
  const scan = world.scans.find((one) => String(one.id) === id || one.scheduleUuid === id);
  return scan === undefined ? toReasonRefusal(404, 'Scan not found') : answer(scan);
}

export const missing: AnswerParts = toReasonRefusal(404, 'The requested file was not found');

/** The run that the query names; the last where it names none. */
export function findRun({ runs }: SimulatedScan, { query }: RouteRequest): SimulatedRun | undefined {
  const id = query.get('history_id') ?? query.get('history_uuid');
  return id === null ? runs.at(-1) : findRunById(runs, id);
}

export function findRunById(runs: readonly SimulatedRun[], id: string): SimulatedRun | undefined {
  return runs.find((run) => String(run.historyId) === id || run.uuid === id);
}

/** 200 without a body, after the scan was changed. */
export function changeScan({ world }: RouteRequest, scan: SimulatedScan): AnswerParts {
  world.scans = replace(world.scans, scan);
  return emptyAnswer;
}
