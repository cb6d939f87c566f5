/** The invented assets of the assets export. Every member is there, `null` or empty without a value, as Tenable does. */
import { toHost } from './hosts.js';
import { toIso } from './invented-time.js';
import { toUuid } from '../invented-ids.js';

/** Names of members that are `null` on machines that are in no cloud and no inventory. */
const absent = [
  'terminated_at', 'terminated_by', 'deleted_at', 'deleted_by', 'azure_vm_id', 'azure_resource_id', 'gcp_project_id', 'gcp_zone',
  'gcp_instance_id', 'aws_ec2_instance_ami_id', 'aws_ec2_instance_id', 'bios_uuid', 'environment_id', 'aws_owner_id',
  'aws_availability_zone', 'aws_region', 'aws_vpc_id', 'aws_ec2_instance_group_name', 'aws_ec2_instance_state_name',
  'aws_ec2_instance_type', 'aws_subnet_id', 'aws_ec2_product_code', 'aws_ec2_name', 'mcafee_epo_guid', 'mcafee_epo_agent_guid',
  'servicenow_sysid', 'bigfix_asset_id',
] as const;

/** Names of lists that are empty on all of them. */
const none = [
  'ipv6s', 'ssh_fingerprints', 'qualys_asset_ids', 'qualys_host_ids', 'manufacturer_tpm_ids', 'symantec_ep_hardware_keys',
  'installed_software', 'tags',
] as const;

/** Asset number `number`, counted from 0. */
export function toAsset(number: number): object {
  const host = toHost(number);
  const firstSeen = toIso(-60, number % 86_400);
  const lastSeen = toIso(-2, number % 86_400);
  return {
    id: host.uuid,
    has_agent: host.hasAgent,
    has_plugin_results: true,
    created_at: firstSeen,
    updated_at: lastSeen,
    first_seen: firstSeen,
    last_seen: lastSeen,
    first_scan_time: firstSeen,
    last_scan_time: lastSeen,
    last_authenticated_scan_date: lastSeen,
    last_licensed_scan_date: lastSeen,
    last_scan_id: toUuid('run', 1),
    last_schedule_id: `template-${toUuid('schedule', 1)}`,
    ...Object.fromEntries(absent.map((name) => [name, null])),
    ...Object.fromEntries(none.map((name) => [name, []])),
    agent_uuid: host.hasAgent ? toUuid('agent', Math.floor(number / 3)) : null,
    network_id: '00000000-0000-0000-0000-000000000000',
    network_name: 'Default',
    agent_names: host.hasAgent ? [host.netbiosName] : [],
    ipv4s: [host.ipv4],
    fqdns: [host.fqdn],
    mac_addresses: [host.macAddress],
    netbios_names: [host.netbiosName],
    operating_systems: [host.operatingSystem],
    system_types: ['general-purpose'],
    hostnames: [host.fqdn],
    sources: [{ name: host.hasAgent ? 'NESSUS_AGENT' : 'NESSUS_SCAN', first_seen: firstSeen, last_seen: lastSeen }],
    network_interfaces: [{
      name: 'eth0', virtual: null, aliased: null, fqdns: [host.fqdn], mac_addresses: [host.macAddress], ipv4s: [host.ipv4], ipv6s: [],
    }],
  };
}
