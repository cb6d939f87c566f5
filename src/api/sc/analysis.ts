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
  readonly sortField?: string | undefined;
  readonly sortDir?: 'ASC' | 'DESC' | 'asc' | 'desc' | undefined;
  /** For `individual`: the scan result. */
  readonly scanID?: ObjectId | undefined;
  /** For `individual`: `all`, `new` or `patched`; for `archive`: the silo. */
  readonly view?: string | undefined;
  /** For `archive`. */
  readonly lceID?: ObjectId | undefined;
  /** For `scLog`: a month as `YYYYMM`, or `all`. */
  readonly date?: string | undefined;
}

/** Its members depend on the tool. */
export type AnalysisRecord = Readonly<Record<string, unknown>>;

export interface AnalysisPage {
  /** Records in all; -1 where the tool does not tell. */
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
    sortField: v.optional(nonEmpty),
    sortDir: v.optional(v.picklist(['ASC', 'DESC', 'asc', 'desc'])),
    scanID: v.optional(objectId),
    view: optionalText,
    lceID: v.optional(objectId),
    date: optionalText,
  }),
  v.transform(({ endOffset, query: asked, startOffset, ...rest }) => ({
    ...rest,
    query: { ...asked, type: asked.type ?? rest.type, filters: asked.filters ?? [], startOffset, endOffset },
  })),
);

const wholeNumber = /* @__PURE__ */ v.pipe(
  v.union([v.number(), v.string()]),
  v.check((value) => /^-?\d{1,15}$/.test(String(value)), inWords('a whole number, as such or as text')),
  v.transform(Number),
);

const listedPage: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.looseObject({
  totalRecords: wholeNumber,
  returnedRecords: wholeNumber,
  startOffset: wholeNumber,
  endOffset: wholeNumber,
  results: v.array(v.record(v.string(), v.unknown())),
});

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

const page: v.GenericSchema<unknown, AnalysisPage> = /* @__PURE__ */ v.lazy((answer) =>
  (typeof answer === 'object' && answer !== null && '0' in answer ? numberedPage : listedPage));

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
