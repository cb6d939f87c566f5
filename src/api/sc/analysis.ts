/** Analysis: findings, events and logs, grouped by a tool. https://docs.tenable.com/security-center/api/Analysis.htm */
import * as v from 'valibot';

import { defineOperation, rangePaging } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { inWords } from '../../schema/own-words.js';
import { pageOffset } from '../../schema/shapes.js';
import { nonEmpty, objectId, optionalText } from './shapes.js';
import type { ObjectId } from './shapes.js';

export type { ObjectId } from './shapes.js';

export interface AnalysisFilter {
  /** Such as `severity`, `pluginID`, `repository` or `ip`. */
  readonly filterName: string;
  /** Such as `=`, `!=`, `>=` or `~=`. */
  readonly operator: string;
  /** Text, or for some filters an object with an `id`, or a list of such. */
  readonly value: unknown;
}

export interface AnalysisQuery {
  /** What a record is: `vulndetails`, `listvuln`, `sumip`, `sumid`, `sumseverity`, `listdata` and others. */
  readonly tool: string;
  /** Default: the `type` of the whole. */
  readonly type?: string | undefined;
  /** All of them must hold. */
  readonly filters?: readonly AnalysisFilter[] | undefined;
  readonly scanID?: ObjectId | undefined;
  readonly view?: string | undefined;
}

export interface AnalysisInput {
  /** `vuln`, `event`, `mobile`, `user`, `scLog` and others. */
  readonly type: string;
  /** `cumulative`, `patched` or `individual` for vulnerabilities, `lce` or `archive` for events. */
  readonly sourceType?: string | undefined;
  readonly query: AnalysisQuery;
  /** The first record, counted from 0. */
  readonly startOffset?: number | undefined;
  /** The one after the last record of a page. */
  readonly endOffset?: number | undefined;
  /** Findings in web applications beside those of hosts, alone, or not at all. Security Center includes them; pyTenable asks for `excludeWas`. */
  readonly wasVuln?: 'includeWas' | 'onlyWas' | 'excludeWas' | undefined;
  readonly sortField?: string | undefined;
  readonly sortDir?: 'ASC' | 'DESC' | 'asc' | 'desc' | undefined;
  /** For `individual`, which needs it: the scan result. Here or in `query`; it is sent in both places, as Security Center 6 wants it. */
  readonly scanID?: ObjectId | undefined;
  /** For `individual`: `all`, `new` or `patched`, here or in `query`; for `archive`: the silo. */
  readonly view?: string | undefined;
  /** For `archive`. */
  readonly lceID?: ObjectId | undefined;
  /** For `scLog`: a month as `YYYYMM`, or `all`. */
  readonly date?: string | undefined;
}

/** Its members depend on the tool. */
export type AnalysisRecord = Readonly<Record<string, unknown>>;

export interface AnalysisPage {
  /** Records in all; -1 where the server does not tell, as with the other counts. */
  readonly totalRecords: number;
  readonly returnedRecords: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly results: readonly AnalysisRecord[];
}

const querySchema: v.GenericSchema<AnalysisQuery> = /* @__PURE__ */ v.strictObject({
  tool: nonEmpty,
  type: v.optional(nonEmpty),
  filters: v.optional(v.array(v.strictObject({ filterName: nonEmpty, operator: nonEmpty, value: v.unknown() }))),
  scanID: v.optional(objectId),
  view: optionalText,
});

/** Security Center wants the offsets within `query`, where it is awkward for a caller to change them. */
const queryInput: v.GenericSchema<AnalysisInput, unknown> = /* @__PURE__ */ v.pipe(
  v.strictObject({
    type: nonEmpty,
    sourceType: v.optional(nonEmpty),
    query: querySchema,
    startOffset: v.optional(pageOffset),
    endOffset: v.optional(pageOffset),
    wasVuln: v.optional(v.picklist(['includeWas', 'onlyWas', 'excludeWas'])),
    sortField: v.optional(nonEmpty),
    sortDir: v.optional(v.picklist(['ASC', 'DESC', 'asc', 'desc'])),
    scanID: v.optional(objectId),
    view: optionalText,
    lceID: v.optional(objectId),
    date: optionalText,
  }),
  v.rawCheck(({ addIssue, dataset }) => {
    if (dataset.typed) checkScan(dataset.value, (keys, expected) => { addIssue({ message: inWords(expected), path: toValibotPath(keys) }); });
  }),
  v.transform(({ endOffset, query: asked, startOffset, ...rest }) => {
    const query = { ...asked, type: asked.type ?? rest.type, filters: asked.filters ?? [], startOffset, endOffset };
    if (rest.sourceType !== 'individual') return { ...rest, query };
    // Security Center 6 reads them in `query`, versions before it at the top. With one of them alone it answers for all scans.
    const ofScan = { scanID: rest.scanID ?? asked.scanID, view: rest.view ?? asked.view };
    return { ...rest, ...ofScan, query: { ...query, ...ofScan } };
  }),
);

type Refuse = (keys: readonly [string, ...string[]], expected: string) => void;

/** Without a scan's result `individual` means every scan, which nobody has asked for. */
function checkScan({ query: asked, scanID, sourceType, view }: AnalysisInput, refuse: Refuse): void {
  if (sourceType !== 'individual') return;
  if (scanID === undefined && asked.scanID === undefined) refuse(['scanID'], 'given with the source type individual');
  if (isOther(scanID, asked.scanID)) refuse(['query', 'scanID'], 'the same as scanID');
  if (isOther(view, asked.view)) refuse(['query', 'view'], 'the same as view');
}

function isOther(one: ObjectId | undefined, other: ObjectId | undefined): boolean {
  return one !== undefined && other !== undefined && String(one) !== String(other);
}

function toValibotPath([first, ...more]: readonly [string, ...string[]]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  const toItem = (key: string): v.IssuePathItem => ({ type: 'object', origin: 'value', input: {}, key, value: undefined });
  return [toItem(first), ...more.map(toItem)];
}

/** Servers write counts as numbers, as text, with decimals (returned records may be an average), or not at all. */
const count = /* @__PURE__ */ v.optional(/* @__PURE__ */ v.pipe(
  v.nullable(v.union([v.number(), v.string()])),
  v.check((value) => value === null || /^\s*(?:-?\d{1,15}(?:\.\d*)?)?\s*$/.test(String(value)), inWords('a number, as such or as text')),
  v.transform((value) => (value === null || String(value).trim() === '' ? unknownCount : Math.trunc(Number(value)))),
), null);

const unknownCount = -1;

const records = /* @__PURE__ */ v.array(/* @__PURE__ */ v.record(/* @__PURE__ */ v.string(), /* @__PURE__ */ v.unknown()));

/** Logs may come as a list alone; and there are tools that say `null` where they found nothing. */
const listedPage: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.looseObject({
  totalRecords: count,
  returnedRecords: count,
  startOffset: count,
  endOffset: count,
  results: v.pipe(v.nullable(records), v.transform((results) => results ?? [])),
});

const bareList: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.pipe(records, v.transform((results) => (
  { totalRecords: unknownCount, returnedRecords: results.length, startOffset: unknownCount, endOffset: unknownCount, results })));

/** The tool `iplist` answers with addresses and ranges by number, all at once, and with members that say nothing. */
const numberedPage: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((numbered) => Object.entries(numbered).filter(([name]) => /^\d{1,15}$/.test(name)).map(([, range]) => range)),
  v.array(v.string()),
  v.transform((ranges) => toPage(ranges)),
);

function toPage(addresses: readonly string[]): AnalysisPage {
  const { length } = addresses;
  return { totalRecords: length, returnedRecords: length, startOffset: 0, endOffset: length, results: addresses.map((ip) => ({ ip })) };
}

const page: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.lazy((answer) => {
  if (Array.isArray(answer)) return bareList;
  return typeof answer === 'object' && answer !== null && '0' in answer ? numberedPage : listedPage;
});

/** Records, page by page. */
export const query = /* @__PURE__ */ defineOperation({
  id: 'analysis.query',
  product: 'sc',
  method: 'POST',
  path: '/analysis',
  docs: 'https://docs.tenable.com/security-center/api/Analysis.htm',
  input: queryInput,
  output: /* @__PURE__ */ json<AnalysisPage>(page),
  removes: ['NotFoundError', 'UnsupportedError'],
  isIdempotent: true,
  paging: /* @__PURE__ */ rangePaging<AnalysisRecord>('results', 1000),
});
