/** What scans and policies are made of. Each template has settings of its own, so those that are not named here pass, too. */
import { answerId, anything, count, flag, list, map, nonEmpty, oneOf, text, z } from '../../language/index.js';
import { AccessEntryInput } from './access.js';

/** Without it, newer servers leave `plugins` out of answers and ignore it in requests. Older ones ignore the header. */
export const takesPlugins = { 'x-api-version': '2' } as const;

export const EditorPart = map(anything).describe('A part of a scan or a policy by name, such as `plugins`, in the form that `editor.details` shows.');

export const EditorForm = z.object({
  uuid: answerId.describe("The template's."),
  name: text.nullish(),
  title: text.nullish(),
  settings: anything.optional(),
  plugins: anything.optional().describe('By family: `{ families: { … } }`.'),
}).describe('The form of a template, a scan or a policy: its parts in the terms of the web interface.');

const name = nonEmpty.meta({ example: 'Example' });
const ofTemplate = anything.describe('A setting of the template.');
const policy = { name: name.optional(), description: text.optional() };

export const MessageFilter = z.object({ filter: text, quality: text, value: text });

const scan = {
  ...policy,
  text_targets: text.optional().describe('What is scanned: addresses, ranges and host names, joined by commas.'),
  file_targets: text.optional().describe('What `files.upload` calls a file with targets.'),
  agent_group_id: list(z.union([count, text])).optional().describe('Groups of agents, of scans for agents.'),
  policy_id: count.optional(),
  folder_id: count.optional(),
  scanner_id: z.union([count, text]).optional(),
  enabled: z.union([flag, oneOf(0, 1)]).optional().describe('Whether the schedule is in force.'),
  launch_now: flag.optional().describe('Whether it is started at once.'),
  launch: oneOf('ON_DEMAND', 'ONETIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').optional().describe('How often the schedule starts it.'),
  starttime: z.string().regex(/^\d{8}T\d{6}$/).meta({ expected: 'a time as YYYYMMDDThhmmss' }).optional().describe('`YYYYMMDDThhmmss` in `timezone`.'),
  rrules: text.optional().describe('`FREQ=WEEKLY;INTERVAL=1;BYDAY=MO`.'),
  timezone: text.optional().describe('A name such as `Europe/London`.'),
  emails: text.optional().describe('Addresses that get a message about results, joined by commas.'),
  filter_type: oneOf('and', 'or').optional(),
  filters: list(MessageFilter).optional().describe('Which results messages are sent of.'),
  attach_report: oneOf('yes', 'no').optional(),
  acls: list(AccessEntryInput).optional().describe('Who may do what with it, as `permissions.edit` takes it.'),
};

const settings = 'settings: those that every template has by their names, and any other.';

export const ScanSettings = z.object(scan).catchall(ofTemplate).describe(`A scan's ${settings}`);
export const NewScanSettings = z.object({ ...scan, name }).catchall(ofTemplate).describe('The settings of a scan that is created.');
export const PolicySettings = z.object(policy).catchall(ofTemplate).describe(`A policy's ${settings}`);
export const NewPolicySettings = z.object({ ...policy, name }).catchall(ofTemplate).describe('The settings of a policy that is created.');

export const parts = {
  plugins: EditorPart.optional(),
  compliance: EditorPart.optional(),
  credentials: EditorPart.optional().describe("`{ add: { Host: { SSH: [{ … }] } } }`, with what each template's form names; `edit` and `delete` besides, for those that are there."),
};
