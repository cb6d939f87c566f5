/** Analysis: findings, events and logs, grouped by a tool. https://docs.tenable.com/security-center/api/Analysis.htm */
import { answerText, answerTime, anything, byRange, list, map, nonEmpty, oneOf, pageOffset, post, text, z } from '../language/index.js';
import { AnalysisFilter } from './parts/analysis-filter.js';
import { ObjectId } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Analysis.htm';

export const AnalysisQuery = z.object({
  id: ObjectId.optional().describe('A query that was saved, in place of a tool and filters.'),
  tool: nonEmpty.optional().describe('What a record is: `vulndetails`, `listvuln`, `sumip`, `sumid`, `sumseverity`, `listdata` and others. Needed unless `id` names a saved query.').meta({ example: 'listvuln' }),
  type: nonEmpty.optional().describe('Default: the `type` of the whole.'),
  filters: list(AnalysisFilter).optional().describe('All of them must hold.'),
  scanID: ObjectId.optional(),
  view: text.optional(),
});

const analysis = {
  type: nonEmpty.describe('`vuln`, `event`, `mobile`, `user`, `scLog` and others.').meta({ example: 'vuln' }),
  sourceType: nonEmpty.optional().describe('`cumulative`, `patched` or `individual` for vulnerabilities, `lce` or `archive` for events.'),
  query: AnalysisQuery,
  startOffset: pageOffset.optional().describe('The first record, counted from 0.'),
  endOffset: pageOffset.optional().describe('The one after the last record of a page.'),
  wasVuln: oneOf('includeWas', 'onlyWas', 'excludeWas').optional()
    .describe('Findings in web applications beside those of hosts, alone, or not at all. Security Center includes them; pyTenable asks for `excludeWas`.'),
  sortField: nonEmpty.optional(),
  sortDir: oneOf('ASC', 'DESC', 'asc', 'desc').optional(),
  scanID: ObjectId.optional().describe('For `individual`, which needs it: the scan result. Here or in `query`; it is sent in both places, as Security Center 6 wants it.'),
  view: text.optional().describe('For `individual`: `all`, `new` or `patched`, here or in `query`; for `archive`: the silo.'),
  lceID: ObjectId.optional().describe('For `archive`.'),
  date: text.optional().describe('For `scLog`: a month as `YYYYMM`, or `all`.'),
};

export const AnalysisInput = z.object(analysis);

export const AnalysisRecord = map(anything).describe('Its members depend on the tool.');

const total = z.int().meta({ expected: 'a number, as such or as text' });

export const AnalysisPage = z.object({
  totalRecords: total.describe('Records in all; -1 where the server does not tell, as with the other counts.'),
  returnedRecords: total,
  startOffset: total,
  endOffset: total,
  results: list(AnalysisRecord),
  matchingDataElementCount: answerText.nullish(),
  startTime: answerTime.nullish(),
  endTime: answerTime.nullish(),
});

export const operations = {
  query: post('/analysis', {
    doc: 'Records, page by page.',
    input: AnalysisInput,
    output: AnalysisPage,
    never: ['NotFoundError', 'UnsupportedError'],
    idempotent: true,
    paging: byRange('results'),
    custom: { check: 'checkAnalysis', request: 'toAnalysisRequest', answer: 'toAnalysisPage' },
    pyTenable: 'sc.analysis.vulns, .scan, .events, .console, .mobile',
  }),
  download: post('/analysis/download', {
    doc: 'Records as a CSV file.',
    input: { ...analysis, columns: list(z.object({ name: nonEmpty })).min(1).describe('The columns of the file, by the names of members of records.') },
    file: { mayBeHtml: false },
    idempotent: true,
    page: 'https://docs.tenable.com/security-center/api/Analysis.htm',
  }),
};
