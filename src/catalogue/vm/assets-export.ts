/** Exports of assets. https://developer.tenable.com/reference/export-assets-v1 */
import { flag, isoTime, list, number, post, text, z } from '../language/index.js';
import { assetFilters, toAssetsInput } from './parts/asset-filters.js';
import { tags } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetsFilters = z.object({ ...assetFilters, 'tag.*': tags });

export const AssetsExportInput = toAssetsInput(AssetsFilters);

export const AssetSource = z.object({ name: text.nullish().describe('`NESSUS_SCAN`, `NESSUS_AGENT`, `AWS`, `PVS`, `WAS` and the like.'), first_seen: isoTime.nullish(), last_seen: isoTime.nullish() });

export const AssetTag = z.object({ uuid: text.nullish(), key: text.nullish(), value: text.nullish(), added_by: text.nullish(), added_at: isoTime.nullish() });

export const AssetNetworkInterface = z.object({
  name: text.nullish(),
  virtual: flag.nullish(),
  aliased: flag.nullish(),
  fqdns: list(text).nullish(),
  mac_addresses: list(text).nullish(),
  ipv4s: list(text).nullish(),
  ipv6s: list(text).nullish(),
});

export const OpenPort = z.object({
  port: number.nullish(),
  protocol: text.nullish(),
  service_names: list(text).nullish(),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
});

export const AssetRecord = z.object({
  id: text,
  has_agent: flag.nullish(),
  has_plugin_results: flag.nullish(),
  created_at: isoTime.nullish(),
  terminated_at: isoTime.nullish(),
  terminated_by: text.nullish(),
  updated_at: isoTime.nullish(),
  deleted_at: isoTime.nullish(),
  deleted_by: text.nullish(),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
  first_scan_time: isoTime.nullish(),
  last_scan_time: isoTime.nullish(),
  last_authenticated_scan_date: isoTime.nullish(),
  last_licensed_scan_date: isoTime.nullish(),
  azure_vm_id: text.nullish(),
  azure_resource_id: text.nullish(),
  aws_ec2_instance_ami_id: text.nullish(),
  aws_ec2_instance_id: text.nullish(),
  agent_uuid: text.nullish(),
  bios_uuid: text.nullish(),
  environment_id: text.nullish(),
  aws_owner_id: text.nullish(),
  aws_availability_zone: text.nullish(),
  aws_region: text.nullish(),
  aws_vpc_id: text.nullish(),
  aws_ec2_instance_group_name: text.nullish(),
  aws_ec2_instance_state_name: text.nullish(),
  aws_ec2_instance_type: text.nullish(),
  aws_subnet_id: text.nullish(),
  aws_ec2_product_code: text.nullish(),
  aws_ec2_name: text.nullish(),
  mcafee_epo_guid: text.nullish(),
  mcafee_epo_agent_guid: text.nullish(),
  servicenow_sysid: text.nullish(),
  agent_names: list(text).nullish(),
  ipv4s: list(text).nullish(),
  ipv6s: list(text).nullish(),
  fqdns: list(text).nullish(),
  mac_addresses: list(text).nullish(),
  netbios_names: list(text).nullish(),
  operating_systems: list(text).nullish(),
  system_types: list(text).nullish(),
  hostnames: list(text).nullish(),
  ssh_fingerprints: list(text).nullish(),
  qualys_asset_ids: list(text).nullish(),
  qualys_host_ids: list(text).nullish(),
  manufacturer_tpm_ids: list(text).nullish(),
  symantec_ep_hardware_keys: list(text).nullish(),
  sources: list(AssetSource).nullish(),
  tags: list(AssetTag).nullish(),
  network_interfaces: list(AssetNetworkInterface).nullish(),
  last_scan_id: text.nullish(),
  last_schedule_id: text.nullish(),
  gcp_project_id: text.nullish(),
  gcp_zone: text.nullish(),
  gcp_instance_id: text.nullish(),
  network_id: text.nullish(),
  network_name: text.nullish(),
  bigfix_asset_id: text.nullish(),
  installed_software: list(text).nullish(),
  last_authentication_attempt_date: isoTime.nullish(),
  last_authentication_success_date: isoTime.nullish(),
  last_authentication_scan_status: text.nullish(),
  last_scan_target: text.nullish(),
  serial_number: text.nullish(),
  open_ports: list(OpenPort).nullish(),
  acr_score: text.nullish(),
  exposure_score: text.nullish(),
  ratings: z.object({ acr: z.object({ score: number.nullish() }).nullish(), aes: z.object({ score: number.nullish() }).nullish() }).nullish(),
  tenable_agent_days_since_active: number.nullish(),
  resource_tags: list(z.object({ key: text.nullish(), value: text.nullish() })).nullish(),
}).describe('One asset. Members without a value are `null` or empty lists. Open to members of your own, by augmentation.');

export const operations = {
  create: post('/assets/export', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError`.',
    input: AssetsExportInput,
    output: ExportCreated,
    page: 'export-assets-v1',
    pyTenable: 'part of tio.exports.assets',
  }),
  ...jobs('/assets/export', {
    record: AssetRecord,
    docs: {
      chunk: "One chunk's assets. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs, of both forms of assets.',
    },
    pages: { status: 'exports-assets-export-status', chunk: 'exports-assets-download-chunk', cancel: 'exports-assets-export-cancel', list: 'exports-assets-export-status-recent' },
  }),
};
