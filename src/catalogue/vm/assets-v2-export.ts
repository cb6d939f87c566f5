/** Exports of assets in their second form: nested records, web applications too. https://developer.tenable.com/reference/export-assets-v2 */
import { flag, isoTime, list, number, oneOf, post, text, z } from '../language/index.js';
import { assetFilters, toAssetsInput } from './parts/asset-filters.js';
import { time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetType = oneOf('host', 'webapp');

export const AssetsV2Filters = z.object({
  ...assetFilters,
  since: time.describe('Assets updated, deleted or terminated since then.'),
  types: list(AssetType).optional().describe("Default: `['host']`."),
}).describe('Unlike `assetsExport`, this one has no filters by tag.');

export const AssetsV2ExportInput = toAssetsInput(AssetsV2Filters);

export const AssetV2Scan = z.object({
  first_scan_time: isoTime.nullish(),
  last_scan_time: isoTime.nullish(),
  last_authenticated_scan_date: isoTime.nullish(),
  last_licensed_scan_date: isoTime.nullish(),
  last_scan_id: text.nullish(),
  last_schedule_id: text.nullish(),
  last_authentication_attempt_date: isoTime.nullish(),
  last_authentication_success_date: isoTime.nullish(),
  last_authentication_scan_status: text.nullish(),
  last_scan_target: text.nullish(),
});

export const AssetV2Cloud = z.object({
  azure: z.object({ vm_id: text.nullish(), resource_id: text.nullish() }).nullish(),
  gcp: z.object({ project_id: text.nullish(), zone: text.nullish(), instance_id: text.nullish() }).nullish(),
  aws: z.object({
    ec2_instance_ami_id: text.nullish(),
    ec2_instance_id: text.nullish(),
    owner_id: text.nullish(),
    availability_zone: text.nullish(),
    region: text.nullish(),
    vpc_id: text.nullish(),
    ec2_instance_group_name: text.nullish(),
    ec2_instance_state_name: text.nullish(),
    ec2_instance_type: text.nullish(),
    subnet_id: text.nullish(),
    ec2_product_code: text.nullish(),
    ec2_name: text.nullish(),
  }).nullish(),
});

export const AssetV2ThirdPartyIds = z.object({
  mcafee_epo_guid: text.nullish(),
  mcafee_epo_agent_guid: text.nullish(),
  servicenow_sysid: text.nullish(),
  bigfix_asset_id: text.nullish(),
  qualys_asset_ids: list(text).nullish(),
  qualys_host_ids: list(text).nullish(),
  symantec_ep_hardware_keys: list(text).nullish(),
});

export const AssetV2Network = z.object({
  network_id: text.nullish(),
  network_name: text.nullish(),
  bios_uuid: text.nullish(),
  ipv4s: list(text).nullish(),
  ipv6s: list(text).nullish(),
  fqdns: list(text).nullish(),
  mac_addresses: list(text).nullish(),
  netbios_names: list(text).nullish(),
  hostnames: list(text).nullish(),
  ssh_fingerprints: list(text).nullish(),
  network_interfaces: list(z.object({
    name: text.nullish(),
    mac_addresses: list(text).nullish(),
    ipv4s: list(text).nullish(),
    ipv6s: list(text).nullish(),
    fqdns: list(text).nullish(),
    virtual: flag.nullish(),
    aliased: flag.nullish(),
  })).nullish(),
  open_ports: list(z.object({
    port: number.nullish(),
    protocol: text.nullish(),
    service_names: list(text).nullish(),
    first_seen: text.nullish(),
    last_seen: text.nullish(),
  })).nullish(),
});

export const AssetV2Timestamps = z.object({
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  deleted_at: isoTime.nullish(),
  terminated_at: isoTime.nullish(),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
});

export const AssetV2Record = z.object({
  id: text,
  has_agent: flag.nullish(),
  has_plugin_results: flag.nullish(),
  agent_uuid: text.nullish(),
  is_licensed: flag.nullish(),
  terminated_by: text.nullish(),
  deleted_by: text.nullish(),
  types: list(text).nullish().describe('`host`, `webapp`, `cloud` and others.'),
  agent_names: list(text).nullish(),
  operating_systems: list(text).nullish(),
  system_types: list(text).nullish(),
  manufacturer_tpm_ids: list(text).nullish(),
  installed_software: list(text).nullish(),
  is_public: flag.nullish(),
  network_device_serial_identifier: text.nullish(),
  custom_attributes: list(z.object({ id: text, value: text.nullish() })).nullish(),
  sources: list(z.object({ name: text.nullish(), first_seen: text.nullish(), last_seen: text.nullish() })).nullish(),
  tags: list(z.object({ uuid: text.nullish(), key: text.nullish(), value: text.nullish(), added_by: text.nullish(), added_at: text.nullish() })).nullish(),
  scan: AssetV2Scan.nullish(),
  cloud: AssetV2Cloud.nullish(),
  third_party_ids: AssetV2ThirdPartyIds.nullish(),
  network: AssetV2Network.nullish(),
  timestamps: AssetV2Timestamps.nullish(),
  tenable_agent_days_since_active: number.nullish(),
  ratings: z.object({ acr: z.object({ score: number.nullish() }).nullish(), aes: z.object({ score: number.nullish() }).nullish() }).nullish().describe('Asset criticality, 1 to 10, and asset exposure, 0 to 1000.'),
  resource_tags: list(z.object({ key: text.nullish(), value: text.nullish() })).nullish(),
}).describe('One asset. Members without a value are left out by Tenable. Open to members of your own, by augmentation.');

export const operations = {
  create: post('/assets/v2/export', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError`.',
    input: AssetsV2ExportInput,
    output: ExportCreated,
    page: 'export-assets-v2',
    pyTenable: 'part of tio.exports.assets_v2',
  }),
  ...jobs('/assets/export', {
    record: AssetV2Record,
    docs: {
      chunk: "One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs, of both forms of assets.',
    },
    pages: { status: 'exports-assets-export-status', chunk: 'exports-assets-download-chunk', cancel: 'exports-assets-export-cancel', list: 'exports-assets-export-status-recent' },
  }),
};
