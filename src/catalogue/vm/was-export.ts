/** Exports of findings in web applications. https://developer.tenable.com/reference/was-export-findings */
import { excludes, flag, isoTime, list, needs, number, oneOf, post, text, told, uuid, withRules, z } from '../language/index.js';
import { assetCount, modifications, percentage, pluginIds, score, states, texts, time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const OwaspChapter = oneOf('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10').describe("A chapter of OWASP's list of risks of web applications.");
export const OwaspApiChapter = oneOf('API1', 'API2', 'API3', 'API4', 'API5', 'API6', 'API7', 'API8', 'API9', 'API10').describe("A chapter of OWASP's list of risks of APIs.");
export const WasSeverity = oneOf('info', 'low', 'medium', 'high', 'critical', 'INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL').meta({ send: 'capitals' })
  .describe('Findings of web applications have it in capitals, other findings do not. Both are taken; capitals are sent.');

const chapters = list(OwaspChapter).optional();

export const WasFilters = withRules(z.object({
  since: time.describe('Findings seen, or where they are fixed: fixed, since then. Not with `first_found`, `last_found` or `last_fixed`.'),
  first_found: time.describe('First found since then. Needs `state`, as the next two do.'),
  last_found: time,
  last_fixed: time,
  indexed_at: time,
  asset_uuid: list(uuid).optional().describe('UUIDs.'),
  asset_name: text.optional(),
  ipv4s: texts,
  plugin_ids: pluginIds,
  owasp_2010: chapters,
  owasp_2013: chapters,
  owasp_2017: chapters,
  owasp_2021: chapters,
  owasp_api_2019: list(OwaspApiChapter).optional(),
  severity: list(WasSeverity).optional(),
  severity_modification_type: modifications,
  state: states.describe('Without it: open and reopened ones, and with `since` the fixed ones, too.'),
  cvss4_base_score: score,
  epss_score: percentage,
  vpr_score: score,
  vpr_v2_score: score.describe('0 to 10. Tenable gives it up; `vpr_score` takes over its model.'),
}), excludes('since', ['first_found', 'last_found', 'last_fixed']), needs(['first_found', 'last_found', 'last_fixed'], 'state'));

export const WasExportInput = z.object({
  num_assets: assetCount.describe('Assets a chunk, 50 to 5000. Default 50.'),
  include_unlicensed: flag.optional().describe('Findings of assets without a license, too. Default `false` (pyTenable sends `true`).'),
  filters: WasFilters.optional().describe('Without any time filter, only findings of the last 30 days come; `since: 1` asks for all.'),
});

export const WasRecord = z.object({
  finding_id: text,
  url: told(text),
  asset: told(z.object({ uuid: text.optional(), fqdn: text.optional(), ipv4: text.optional() })),
  plugin: told(z.object({ id: number.optional(), name: text.optional(), family: text.optional(), cve: list(text).optional() })),
  severity: told(text).describe('`INFO`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`.'),
  severity_id: told(number),
  state: told(text).describe('`OPEN`, `REOPENED` or `FIXED`.'),
  http_method: told(text),
  input_type: told(text),
  input_name: told(text),
  output: told(text),
  proof: told(text),
  payload: told(text),
  first_found: told(isoTime),
  last_found: told(isoTime),
  last_fixed: told(isoTime),
}).describe('One finding in a web application. Members without a value are left out by Tenable.');

export const operations = {
  create: post('/was/v1/export/vulns', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError` with `activeJobId`.',
    input: WasExportInput,
    output: ExportCreated,
    page: 'was-export-findings',
    pyTenable: 'part of tio.exports.was',
  }),
  ...jobs('/was/v1/export/vulns', {
    record: WasRecord,
    docs: {
      chunk: "One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs; of those that have finished, the ones of the last three days.',
    },
    pages: { status: 'was-export-findings-status', chunk: 'was-export-findings-download-chunk', cancel: 'was-export-findings-cancel', list: 'was-export-findings-jobs-list' },
  }),
};
