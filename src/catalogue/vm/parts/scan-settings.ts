/** What scans and policies are made of. Each template has settings of its own, so those that are not named here pass, too. */
import { anything, count, flag, list, map, nonEmpty, number, oneOf, text, z } from '../../language/index.js';

export const ScanFilterInput = z.object({ filter: nonEmpty, quality: nonEmpty, value: z.union([text, number, flag]) });

export const ScanTrigger = z.object({
  type: oneOf('periodic', 'file-exists'),
  options: z.object({ periodic_hourly_interval: z.int().min(12).optional(), filename: text.optional() }).optional(),
});

export const ScanPart = map(anything).describe('A part of a scan or a policy, such as its plugins or credentials, in the form that `editor.details` shows.');

const yesNo = oneOf('yes', 'no').optional();
const named = {
  description: text.nullish(),
  policy_id: z.union([count, text]).nullish().describe('The policy that it follows, where the template is of a policy.'),
  folder_id: count.nullish(),
  scanner_id: z.union([count, text]).nullish().describe('The scanner or scanner group by number or UUID; `AUTO-ROUTED` chooses by target.'),
  target_network_uuid: text.nullish().describe('With `AUTO-ROUTED`: the network.'),
  text_targets: text.nullish().describe('What is scanned: addresses, ranges and host names, joined by commas.'),
  file_targets: text.nullish().describe('The name of a file with targets, as `files.upload` told it.'),
  target_groups: list(count).nullish().describe('Target groups, which are no longer to be used.'),
  tag_targets: list(text).nullish().describe('UUIDs of tag values whose assets are scanned.'),
  tag_targets_ip_selection: oneOf(2, 3).nullish(),
  use_tag_rules_as_targets: oneOf(0, 1).nullish().describe("1 takes addresses of the tags' rules, 0 those of the assets."),
  agent_group_id: list(text).nullish().describe('UUIDs of agent groups.'),
  agent_scan_launch_type: oneOf('scheduled', 'triggered').nullish(),
  triggers: list(ScanTrigger).nullish().describe('With `triggered`: what starts it on agents.'),
  scan_time_window: count.nullish().describe('Minutes after which results are taken as they are; 0 for no limit.'),
  include_aggregate: flag.nullish().describe('Whether the results show in dashboards.'),
  enabled: flag.nullish().describe('Whether the schedule is in force.'),
  launch: oneOf('ON_DEMAND', 'ONETIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').nullish().describe('How often the schedule starts it.'),
  launch_now: flag.nullish(),
  starttime: z.string().regex(/^\d{8}T\d{6}$/).meta({ expected: 'a time as YYYYMMDDThhmmss' }).nullish().describe('`YYYYMMDDThhmmss` in `timezone`.'),
  rrules: text.nullish().describe('`FREQ=WEEKLY;INTERVAL=1;BYDAY=MO`.'),
  timezone: text.nullish().describe('A name such as `Europe/London`; `scans.timezones` lists them.'),
  emails: text.nullish().describe('Addresses that get a message about results, joined by commas.'),
  acls: list(map(anything)).nullish().describe('Who may do what with it, as `permissions.list` shows it.'),
  filters: list(ScanFilterInput).nullish().describe('Which results are sent to `emails`.'),
  filter_type: oneOf('and', 'or').nullish(),
  host_tagging: yesNo,
  ping_the_remote_host: yesNo,
  safe_checks: yesNo,
  max_hosts_per_scan: text.nullish(),
  max_checks_per_host: text.nullish(),
  portscan_range: text.nullish().describe('`default`, `all`, or ports and ranges joined by commas.'),
};

const name = nonEmpty.meta({ example: 'Example' });
const ofTemplate = anything.describe('A setting of the template.');
const words = 'settings: the most used by their names, and any other of the template.';

export const ScanSettings = z.object({ name: name.nullish(), ...named }).catchall(ofTemplate).describe(`A scan's ${words}`);
export const NewScanSettings = z.object({ name, ...named }).catchall(ofTemplate).describe(`A new scan's ${words}`);
export const PolicySettings = z.object({ name: name.nullish(), description: text.nullish() }).catchall(ofTemplate).describe('The settings of a policy, by name.');

export const scanParts = {
  credentials: ScanPart.optional(),
  plugins: ScanPart.optional(),
  compliance: ScanPart.optional(),
  audits: ScanPart.optional(),
  scap: ScanPart.optional(),
  enabled_plugins: list(count).optional().describe('Of a remediation scan: the plugins that run.'),
};
