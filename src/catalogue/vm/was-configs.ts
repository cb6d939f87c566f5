/** Configurations of scans of web applications. https://developer.tenable.com/reference/was-v2-config-search */
import { answerId, anything, asRead, byOffset, count, flag, get, isoTime, list, map, nonEmpty, number, patch, post, put, remove, text, uuid, z } from '../language/index.js';
import { WasPagination, pageMembers, wasPage, wasSearch } from './parts/was.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasConfigSummary = z.object({
  target: text.nullish(),
  config_id: answerId,
  owner_id: text.nullish(),
  is_shared: flag.nullish(),
  user_permissions: text.nullish().describe('`no_access`, `view`, `control` or `configure`.'),
  name: text,
  target_count: number.nullish(),
  description: text.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  schedule: map(anything).nullish(),
  in_trash: flag.nullish(),
  imported: flag.nullish(),
  template_id: text.nullish(),
  last_scan: z.object({
    scan_id: text.nullish(),
    user_id: text.nullish(),
    config_id: answerId,
    created_at: isoTime.nullish(),
    updated_at: isoTime.nullish(),
    started_at: isoTime.nullish(),
    finalized_at: isoTime.nullish(),
    requested_action: text.nullish().describe('`start` or `stop`.'),
    status: text.nullish().describe('`aborted`, `canceled`, `completed`, `pending`, `processing`, `ready`, `running` or `stopping`.'),
    metadata: z.object({
      finalized_children: number.nullish(),
      total_children: number.nullish(),
      queued_urls: number.nullish(),
      crawled_urls: number.nullish(),
      queued_pages: number.nullish(),
      audited_pages: number.nullish(),
      request_count: number.nullish(),
      response_time: number.nullish(),
    }).nullish(),
    template_name: text.nullish(),
    config_metadata: z.object({ template: map(anything).nullish(), user_template: map(anything).nullish() }).nullish(),
    target_scans: z.object({ completed: number.nullish() }).nullish(),
    parent_id: text.nullish(),
    asset_id: text.nullish(),
    target: text.nullish(),
  }).nullish(),
  user_template: map(anything).nullish(),
  container_id: text.nullish(),
});

export const WasConfigPage = z.object({ items: list(WasConfigSummary), pagination: WasPagination });

export const WasConfig = z.object({
  config_id: answerId,
  container_id: text.nullish(),
  owner_id: text.nullish(),
  template_id: text.nullish(),
  user_template_id: text.nullish(),
  name: text.nullish(),
  targets: list(text).nullish(),
  applications: list(text).nullish(),
  tag_targets: list(text).nullish(),
  target: text.nullish(),
  description: text.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  settings: map(anything).nullish().describe("By name, as the template has them."),
  scanner_id: number.nullish(),
  schedule: map(anything).nullish(),
  folder: z.object({ folder_id: text.nullish(), name: text.nullish() }).nullish(),
  in_trash: flag.nullish(),
  default_permissions: text.nullish().describe('`no_access`, `view`, `control` or `configure`.'),
  results_visibility: text.nullish().describe('`private` or `dashboard`.'),
  permissions: list(map(anything)).nullish(),
  notifications: map(anything).nullish(),
  pause_window: map(anything).nullish(),
  schedule_windows: z.object({
    enabled: flag.nullish(),
    time_zone: text.nullish(),
    windows: list(z.object({
      type: text.nullish().describe('`scan` or `pause`.'),
      start: z.object({
        day_of_week: text.nullish().describe('`monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday` or `sunday`.'),
        time: text.nullish(),
      }).nullish(),
      end: z.object({
        day_of_week: text.nullish().describe('`monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday` or `sunday`.'),
        time: text.nullish(),
      }).nullish(),
    })).nullish(),
  }).nullish(),
});

export const WasTracking = z.object({ tracking_status: text.nullish().describe('`processing`, `completed` or `failed`.') });

const config_id = uuid.describe("The configuration's UUID.");
const settings = {
  name: nonEmpty,
  targets: list(nonEmpty).describe('Addresses of web applications.'),
  owner_id: uuid,
  template_id: uuid,
  description: text.optional(),
  tag_targets: list(uuid).optional(),
  applications: list(uuid).optional(),
  target: nonEmpty.optional(),
  folder_id: uuid.optional(),
  user_template_id: uuid.optional(),
  scanner_id: count.optional(),
  schedule: map(anything).optional().describe('`rrule`, `starttime`, `timezone`, `enabled` and `launch`.'),
  pause_window: map(anything).optional(),
  notifications: map(anything).optional(),
  permissions: list(map(anything)).optional(),
  settings: map(anything).optional().describe('By name, as the template has them.'),
};

export const operations = {
  search: post('/was/v2/configs/search', {
    doc: 'Configurations that conditions find, page by page.',
    input: { ...wasSearch, ...wasPage },
    output: WasConfigPage,
    query: [...pageMembers],
    never: ['NotFoundError'],
    paging: { ...byOffset('items'), size: 200 },
    idempotent: true,
    page: 'was-v2-config-search',
    pyTenable: 'part of tio.was.export',
  }),
  details: get('/was/v2/configs/{config_id}', { doc: 'One configuration.', input: { config_id }, output: WasConfig, page: 'was-v2-config-details' }),
  create: post('/was/v2/configs', { doc: 'Creates a configuration.', input: z.object(settings).catchall(anything), output: WasConfig, page: 'was-v2-config-create' }),
  upsert: put('/was/v2/configs/{config_id}', {
    doc: 'Replaces a configuration, or creates it. Takes it as it was read.',
    input: asRead(WasConfig, { config_id, ...settings }),
    output: WasConfig,
    page: 'was-v2-config-upsert',
  }),
  move: patch('/was/v2/configs/{config_id}', { doc: 'Moves a configuration into a folder.', input: { config_id, folder_name: nonEmpty }, idempotent: true, page: 'was-v2-config-move' }),
  delete: remove('/was/v2/configs/{config_id}', { doc: 'Deletes a configuration with its scans.', input: { config_id }, page: 'was-v2-config-delete' }),
  status: get('/was/v2/configs/{config_id}/status/{tracking_id}', {
    doc: 'How far a change of a configuration is.',
    input: { config_id, tracking_id: uuid },
    output: WasTracking,
    page: 'was-v2-config-status',
  }),
  remediation: get('/api/v3/export/configs/remediation/{vuln_id}', {
    doc: 'The configuration of a scan that looks for one finding again.',
    input: { vuln_id: uuid },
    output: WasConfig,
    page: 'was-v3-config-remediation',
  }),
  exportFile: get('/api/v3/export/configs/{config_id}', {
    doc: 'A configuration as a file, for a scanner in a build.',
    input: { config_id },
    file: { id: 'config_id' },
    page: 'was-v3-config-export-cicd',
  }),
};
