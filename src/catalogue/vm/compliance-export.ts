/** Exports of compliance findings. https://developer.tenable.com/reference/io-exports-compliance-create */
import { isoTime, list, needs, number, oneOf, post, text, uuid, withRules, z } from '../language/index.js';
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

export const ComplianceAsset = z.object({
  id: text.nullish(),
  ipv4_addresses: list(text).nullish(),
  ipv6_addresses: list(text).nullish(),
  fqdns: list(text).nullish(),
  name: text.nullish(),
  agent_name: text.nullish(),
  agent_uuid: text.nullish(),
  netbios_name: text.nullish(),
  mac_addresses: list(text).nullish(),
  operating_systems: list(text).nullish(),
  system_type: text.nullish(),
  network_id: text.nullish(),
  tags: list(z.object({ category: text.nullish(), values: list(text).nullish() })).nullish(),
});

export const ComplianceRecord = z.object({
  asset_uuid: text.nullish(),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
  audit_file: text.nullish(),
  check_id: text.nullish(),
  check_name: text.nullish(),
  check_info: text.nullish(),
  expected_value: text.nullish(),
  actual_value: text.nullish(),
  status: text.nullish().describe('`PASSED`, `FAILED`, `WARNING` and others.'),
  reference: list(z.object({ framework: text.nullish(), control: text.nullish() })).nullish(),
  see_also: text.nullish(),
  solution: text.nullish(),
  db_type: text.nullish(),
  plugin_id: number.nullish(),
  state: text.nullish(),
  check_error: text.nullish(),
  profile_name: text.nullish(),
  description: text.nullish(),
  compliance_benchmark_name: text.nullish(),
  compliance_benchmark_version: text.nullish(),
  compliance_control_id: text.nullish(),
  compliance_full_id: text.nullish(),
  compliance_functional_id: text.nullish(),
  compliance_informational_id: text.nullish(),
  synopsis: text.nullish(),
  last_fixed: isoTime.nullish(),
  last_observed: isoTime.nullish(),
  metadata_id: text.nullish(),
  uname_output: text.nullish(),
  indexed_at: isoTime.nullish(),
  plugin_name: text.nullish(),
  assets: ComplianceAsset.nullish(),
}).describe('One compliance finding. Open to members of your own, by augmentation.');

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
