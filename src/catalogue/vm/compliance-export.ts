/** Exports of compliance findings. https://developer.tenable.com/reference/io-exports-compliance-create */
import { isoTime, list, needs, number, oneOf, post, text, told, uuid, withRules, z } from '../language/index.js';
import { pluginIds, states, texts, time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const ComplianceResult = oneOf('PASSED', 'FAILED', 'WARNING', 'SKIPPED', 'ERROR', 'UNKNOWN');

export const ComplianceTag = z.object({ category: text, values: list(text) });

export const ComplianceFilters = withRules(z.object({
  last_seen: time.describe('Seen as present since then.'),
  first_seen: time.describe('Only together with `last_seen`.'),
  last_observed: time.describe('Seen as present or as fixed since then.'),
  indexed_at: time,
  since: time.describe('Present ones seen, and fixed ones fixed, since then.'),
  audit_name: text.optional().describe('With `*` for any text.'),
  audit_file_name: text.optional().describe('With `*` for any text.'),
  compliance_results: list(ComplianceResult).optional(),
  ipv4_addresses: texts,
  ipv6_addresses: texts,
  network_id: uuid.optional().describe('A UUID.'),
  plugin_id: pluginIds,
  state: states,
  tags: list(ComplianceTag).optional(),
}), needs(['first_seen'], 'last_seen'));

export const ComplianceExportInput = z.object({
  num_findings: z.int().min(50).max(10_000).optional().describe('Findings a chunk, 50 to 10000. Default 5000.'),
  asset: list(uuid).max(200).optional().describe('Only these assets; at most 200 UUIDs.'),
  filters: ComplianceFilters.optional(),
});

const words = told(text.nullable());
const when = told(isoTime.nullable());

export const ComplianceRecord = z.object({
  asset_uuid: words,
  audit_file: words,
  check_id: words,
  check_name: words,
  status: words.describe('`PASSED`, `FAILED`, `WARNING` and others.'),
  expected_value: words,
  actual_value: words,
  plugin_id: told(number.nullable()),
  first_seen: when,
  last_seen: when,
}).describe('One compliance finding.');

export const operations = {
  create: post('/compliance/export', {
    doc: 'Starts an export job.',
    input: ComplianceExportInput,
    output: ExportCreated,
    page: 'io-exports-compliance-create',
    pyTenable: 'part of tio.exports.compliance',
  }),
  ...jobs('/compliance/export', {
    record: ComplianceRecord,
    docs: {
      chunk: "One chunk's findings; an empty list is no error. An expired chunk is a `NotFoundError`.",
      list: 'The last 1000 jobs. Where there are none, it may be a `NotFoundError`.',
    },
    pages: { status: 'io-exports-compliance-status', chunk: 'io-exports-compliance-download', cancel: 'io-exports-compliance-cancel', list: 'exports-compliance-status-list' },
  }),
};
