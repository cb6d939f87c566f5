/** Assets: what scans found, and what was imported. https://developer.tenable.com/reference/assets */
import { answerId, anything, flag, get, isoTime, list, nonEmpty, number, pathText, post, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetSource = z.object({
  name: text.nullish().describe('`NESSUS_SCAN`, `NESSUS_AGENT`, `AWS`, `PVS`, `WAS` and the like.'),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
});

export const AcrDriver = z.object({
  driver_name: text.nullish().describe('`device_type`, `device_capability` or `internet_exposure`.'),
  driver_value: list(text).nullish(),
}).describe('Why the criticality rating is what it is.');

export const ScanFrequency = z.object({
  interval: number.nullish().describe('Days.'),
  frequency: number.nullish().describe('Scans in these days.'),
  licensed: flag.nullish(),
});

export const AssetInterface = z.object({
  name: text,
  fqdn: list(anything).nullish(),
  mac_address: list(anything).nullish(),
  ipv4: list(text).nullish(),
  ipv6: list(anything).nullish(),
});

export const AssetTag = z.object({
  tag_uuid: text.nullish(),
  tag_key: text.nullish(),
  tag_value: text.nullish(),
  added_by: text.nullish(),
  added_at: text.nullish(),
});

export const AssetSummary = z.object({
  id: answerId,
  has_agent: flag.nullish(),
  last_seen: isoTime.nullish(),
  last_scan_target: text.nullish(),
  sources: list(AssetSource).nullish(),
  acr_score: number.nullish().describe('1 to 10.'),
  acr_drivers: list(AcrDriver).nullish(),
  exposure_score: number.nullish().describe('0 to 1000.'),
  scan_frequency: list(ScanFrequency).nullish(),
  ipv4: list(text).nullish(),
  ipv6: list(text).nullish(),
  fqdn: list(text).nullish(),
  netbios_name: list(text).nullish(),
  operating_system: list(text).nullish(),
  hostname: list(text).nullish(),
  agent_name: list(text).nullish(),
  aws_ec2_name: list(text).nullish(),
  security_protection_level: number.nullish(),
  security_protections: list(text).nullish(),
  exposure_confidence_value: number.nullish(),
  mac_address: list(text).nullish(),
});

export const AssetList = z.object({ assets: list(AssetSummary), total: number.nullish() });

export const Asset = z.object({
  id: answerId,
  has_agent: flag.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  first_seen: isoTime.nullish(),
  last_seen: isoTime.nullish(),
  last_scan_target: text.nullish(),
  last_authenticated_scan_date: isoTime.nullish(),
  last_licensed_scan_date: isoTime.nullish(),
  last_scan_id: text.nullish(),
  last_schedule_id: text.nullish(),
  sources: list(AssetSource).nullish(),
  tags: list(AssetTag).nullish(),
  acr_score: number.nullish().describe('1 to 10.'),
  acr_drivers: list(AcrDriver).nullish(),
  exposure_score: number.nullish().describe('0 to 1000.'),
  scan_frequency: list(ScanFrequency).nullish(),
  interfaces: list(AssetInterface).nullish(),
  network_id: list(text).nullish(),
  ipv4: list(text).nullish(),
  ipv6: list(text).nullish(),
  fqdn: list(text).nullish(),
  mac_address: list(text).nullish(),
  netbios_name: list(text).nullish(),
  operating_system: list(text).nullish(),
  system_type: list(text).nullish(),
  tenable_uuid: list(text).nullish(),
  hostname: list(text).nullish(),
  agent_name: list(text).nullish(),
  bios_uuid: list(text).nullish(),
  aws_ec2_instance_id: list(text).nullish(),
  aws_ec2_instance_ami_id: list(text).nullish(),
  aws_owner_id: list(text).nullish(),
  aws_availability_zone: list(text).nullish(),
  aws_region: list(text).nullish(),
  aws_vpc_id: list(text).nullish(),
  aws_ec2_instance_group_name: list(text).nullish(),
  aws_ec2_instance_state_name: list(text).nullish(),
  aws_ec2_instance_type: list(text).nullish(),
  aws_subnet_id: list(text).nullish(),
  aws_ec2_product_code: list(text).nullish(),
  aws_ec2_name: list(text).nullish(),
  azure_vm_id: list(text).nullish(),
  azure_resource_id: list(text).nullish(),
  gcp_project_id: list(text).nullish(),
  gcp_zone: list(text).nullish(),
  gcp_instance_id: list(text).nullish(),
  ssh_fingerprint: list(text).nullish(),
  mcafee_epo_guid: list(text).nullish(),
  mcafee_epo_agent_guid: list(text).nullish(),
  qualys_asset_id: list(text).nullish(),
  qualys_host_id: list(text).nullish(),
  servicenow_sysid: list(text).nullish(),
  installed_software: list(text).nullish(),
  bigfix_asset_id: list(anything).nullish(),
  security_protection_level: number.nullish(),
  security_protections: list(text).nullish(),
  exposure_confidence_value: number.nullish(),
  name: text.nullish(),
  terminated_at: isoTime.nullish(),
  deleted_at: isoTime.nullish(),
  aes_score_v3: number.nullish(),
  acr_score_v3: number.nullish(),
  last_authentication_attempt_date: isoTime.nullish(),
  last_authentication_success_date: isoTime.nullish(),
});

export const AssetImportJob = z.object({
  job_id: answerId,
  container_id: text.nullish(),
  source: text.nullish(),
  batches: number.nullish(),
  uploaded_assets: number.nullish(),
  failed_assets: number.nullish(),
  start_time: number.nullish().describe('Unix time in milliseconds.'),
  last_update_time: number.nullish().describe('Unix time in milliseconds.'),
  end_time: number.nullish().describe('Unix time in milliseconds.'),
  status: text.nullish().describe('`COMPLETE`, `IN_PROGRESS`, `ERROR` and the like.'),
  status_message: text.nullish(),
});

export const AssetImportJobList = z.object({ asset_import_jobs: list(AssetImportJob) });

export const AssetImport = z.object({ asset_import_job_uuid: answerId });

export const AssetCount = z.object({ response: z.object({ data: z.object({ asset_count: number.nullish() }).nullish() }).nullish() }).describe('How many assets it is about.');

export const AssetTagList = z.object({ tags: list(z.object({
  product: text.nullish(),
  value_uuid: text.nullish(),
  category_name: text.nullish(),
  container_uuid: text.nullish(),
  asset_uuid: text.nullish(),
  created_at: text.nullish(),
  source: text.nullish(),
  value: text.nullish(),
  created_by: text.nullish(),
  category_uuid: text.nullish(),
})) });

export const ImportedAsset = z.object({
  mac_address: list(text).optional(),
  netbios_name: text.optional(),
  fqdn: list(text).optional(),
  ip_address: list(text).optional(),
  ipv4: list(text).optional(),
  ipv6: list(text).optional(),
  hostname: list(text).optional(),
  operating_system: list(text).optional(),
  ssh_fingerprint: text.optional(),
  bios_uuid: text.optional(),
  manufacturer_tpm_id: text.optional(),
  mcafee_epo_guid: text.optional(),
  mcafee_epo_agent_guid: text.optional(),
  symantec_ep_hardware_key: text.optional(),
  qualys_asset_id: text.optional(),
  qualys_host_id: text.optional(),
  servicenow_sys_id: text.optional(),
  gcp_project_id: text.optional(),
  gcp_zone: text.optional(),
  gcp_instance_id: text.optional(),
  azure_vm_id: text.optional(),
  azure_resource_id: text.optional(),
  aws_availability_zone: text.optional(),
  aws_ec2_instance_id: text.optional(),
  aws_ec2_instance_ami_id: text.optional(),
  aws_ec2_instance_group_name: text.optional(),
  aws_ec2_instance_state_name: text.optional(),
  aws_ec2_instance_type: text.optional(),
  aws_ec2_name: text.optional(),
  aws_ec2_product_code: text.optional(),
  aws_owner_id: text.optional(),
  aws_region: text.optional(),
  aws_subnet_id: text.optional(),
  aws_vpc_id: text.optional(),
  installed_software: list(text).optional(),
  bigfix_asset_id: list(text).optional(),
}).catchall(anything);

export const AssetCondition = z.object({ field: nonEmpty, operator: nonEmpty, value: text }).describe('A condition of `GET /filters/workbenches/assets`.');

export const AssetConditions = z.object({ and: list(AssetCondition).optional(), or: list(AssetCondition).optional() });

export const AcrUpdate = z.object({
  acr_score: z.int().min(1).max(10),
  reason: list(nonEmpty).optional().describe('`Business Critical`, `In Scope For Compliance`, `Existing Mitigation Control`, `Dev only`, `Key drivers does not match` or `Other`.'),
  note: text.optional(),
  asset: list(z.object({ id: nonEmpty.optional(), fqdn: list(text).optional(), mac_address: list(text).optional(), netbios_name: list(text).optional(), ipv4: list(text).optional() })).describe('The assets, by their UUID or by what identifies them.'),
});

export const operations = {
  list: get('/assets', { doc: 'Assets, the first 5,000 at most; an export has all of them.', output: AssetList, never: ['NotFoundError'], page: 'assets-list-assets', pyTenable: 'tio.assets.list' }),
  details: get('/assets/{uuid}', { doc: 'One asset.', input: { uuid: pathText.describe("The asset's UUID.") }, output: Asset, page: 'assets-asset-info', pyTenable: 'tio.assets.details' }),
  import: post('/import/assets', {
    doc: 'Starts to import assets; `importJobDetails` follows it.',
    input: { assets: list(ImportedAsset).min(1).describe('Each has at least one of `fqdn`, `ipv4`, `netbios_name` and `mac_address`.'), source: nonEmpty.describe('Where they come from, as the assets shall tell.') },
    output: AssetImport,
    pyTenable: 'tio.assets.asset_import',
  }),
  listImportJobs: get('/import/asset-jobs', { doc: 'The imports of assets.', output: AssetImportJobList, never: ['NotFoundError'], pyTenable: 'tio.assets.list_import_jobs' }),
  importJobDetails: get('/import/asset-jobs/{uuid}', { doc: 'How far an import of assets is.', input: { uuid: pathText }, output: AssetImportJob, page: 'assets-import-job-info', pyTenable: 'tio.assets.import_job_details' }),
  moveToNetwork: post('/api/v2/assets/bulk-jobs/move-to-network', {
    doc: 'Moves assets from one network to another.',
    input: { source: uuid.describe('The network that they are in.'), destination: uuid, targets: nonEmpty.describe('Addresses, ranges and CIDR blocks, joined by commas.') },
    output: AssetCount,
    page: 'assets-bulk-move',
    pyTenable: 'tio.assets.move_assets',
  }),
  deleteBulk: post('/api/v2/assets/bulk-jobs/delete', {
    doc: 'Deletes the assets that conditions find.',
    input: { query: z.union([AssetCondition, AssetConditions]), hard_delete: flag.optional().describe('Whether nothing of them is kept. Default `false`.') },
    output: AssetCount,
    idempotent: true,
    page: 'assets-bulk-delete',
    pyTenable: 'tio.assets.bulk_delete',
  }),
  listTags: get('/tags/assets/{uuid}/assignments', { doc: 'The tags of an asset.', input: { uuid: pathText.describe("The asset's UUID.") }, output: AssetTagList, page: 'tags-list-asset-tags', pyTenable: 'tio.assets.tags' }),
  updateAcr: post('/api/v2/assets/bulk-jobs/acr', {
    doc: 'Sets how critical assets are.',
    input: { updates: list(AcrUpdate).min(1) },
    body: 'updates',
    idempotent: true,
    page: 'assets-bulk-update-acr',
    pyTenable: 'tio.assets.update_acr',
  }),
};
