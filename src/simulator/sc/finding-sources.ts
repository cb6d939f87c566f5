/** What an analysis of vulnerabilities is about: all findings that are there, those that were mended, or those of one scan. */
import { ownValue } from '../../internal/is-record.js';
import { toText } from '../text-member.js';
import { toFinding } from './findings.js';
import type { Finding } from './findings.js';
import { toWord } from './objects.js';
import type { ScRequest } from './route.js';
import { createScanRun, toRunStatus } from './scan-runs.js';

/** The findings that are asked for, or why they cannot be had. */
export type Sourced = readonly Finding[] | { readonly refusal: string };

const views = ['all', 'new', 'patched'];

export function toSourcedFindings(request: ScRequest): Sourced {
  const sourceType = toText(request.body, 'sourceType') || 'cumulative';
  const view = toView(request);
  if (!views.includes(view)) return { refusal: `The view '${view}' is invalid (valid views: ${views.join(', ')}).` };
  switch (sourceType) {
    case 'cumulative':
      return toNumbers(request).map(toFinding);
    case 'patched':
      return toNumbers(request).filter(wasMended).map(toFinding);
    case 'individual':
      return toFindingsOfScan(request, view);
    default:
      return { refusal: `The source type '${sourceType}' is invalid (valid source types: cumulative, patched, individual).` };
  }
}

const toNumbers = ({ world }: ScRequest): readonly number[] => Array.from({ length: world.vulns }, (_, number) => number);

function toView({ body }: ScRequest): string {
  return toText(ownValue(body, 'query'), 'view') || toText(body, 'view') || 'all';
}

const wasMended = (number: number): boolean => number % 5 === 2;
const isNew = (number: number): boolean => number % 5 === 1;

/** From version 6 on, a scan that stands at one of the two places only is passed over, and all findings come. */
function toFindingsOfScan(request: ScRequest, view: string): Sourced {
  const { body, nowMs, world } = request;
  const query = ownValue(body, 'query');
  const [atTop, inQuery] = [toWord(ownValue(body, 'scanID')), toWord(ownValue(query, 'scanID'))];
  const scanId = Number.parseInt(world.version, 10) < 6 ? atTop : atTop === inQuery ? atTop : '';
  if (atTop === '' && inQuery === '') return { refusal: 'Please specify a scanID.' };
  if (scanId === '') return toNumbers(request).map(toFinding);
  const result = world.objects.scanResult.find(scanId);
  if (result === undefined) return { refusal: `Scan Result #${scanId} does not exist.` };
  const status = toRunStatus(world.runs.get(scanId) ?? createScanRun(Number(result['createdTime']) * 1000), nowMs);
  if (status !== 'Completed' && status !== 'Partial') return { refusal: `Scan Result #${scanId} has no findings yet: it is ${status}.` };
  const found = toNumbers(request).filter((number) => number % 2 === Number(scanId) % 2);
  const viewed = found.filter((number) => (view === 'patched' ? wasMended(number) : view === 'all' ? !wasMended(number) : isNew(number)));
  return viewed.map((number) => ({ ...toFinding(number), isOfOneScan: true }));
}
