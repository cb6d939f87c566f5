/** The invented assets of the assets export. Every member is there, `null` or empty without a value, as Tenable does. */
import { toUuid } from '../../invented-ids.js';
import { isAmong, isSince } from '../selection.js';
import type { RecordFilter } from '../selection.js';
import { toHost, toSeenDays } from '../../records/hosts.js';
import { toIso, toUnixSeconds } from '../../records/invented-time.js';

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

const isSinceFirstSeen = isSince((number) => toUnixSeconds(toSeenDays(number).first, number % 86_400));
const isSinceLastSeen = isSince((number) => toUnixSeconds(toSeenDays(number).last, number % 86_400));

/** What filters can select by. */
export const assetFilters: Readonly<Record<string, RecordFilter>> = {
  sources: isAmong(toSource),
  created_at: isSinceFirstSeen,
  first_scan_time: isSinceFirstSeen,
  updated_at: isSinceLastSeen,
  last_assessed: isSinceLastSeen,
  last_authenticated_scan_time: isSinceLastSeen,
};

/** What filters of the second form can select by: with `since`, and a type that all of these have. */
export const assetV2Filters: Readonly<Record<string, RecordFilter>> = {
  ...assetFilters,
  since: isSinceLastSeen,
  types: isAmong(() => 'host'),
};

/** Asset number `number`, counted from 0. */
export function toAsset(number: number): object {
  const host = toHost(number);
  const { firstSeen, lastSeen } = toSeen(number);
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
    sources: [{ name: toSource(number), first_seen: firstSeen, last_seen: lastSeen }],
    network_interfaces: [{
      name: 'eth0', virtual: null, aliased: null, fqdns: [host.fqdn], mac_addresses: [host.macAddress], ipv4s: [host.ipv4], ipv6s: [],
    }],
  };
}

/** The same asset in the second form: nested, and what has no value is left out. */
export function toAssetV2(number: number): object {
  const host = toHost(number);
  const { firstSeen, lastSeen } = toSeen(number);
  return {
    id: host.uuid,
    types: ['host'],
    has_agent: host.hasAgent,
    has_plugin_results: true,
    is_licensed: true,
    is_public: false,
    operating_systems: [host.operatingSystem],
    system_types: ['general-purpose'],
    ...(host.hasAgent ? { agent_names: [host.netbiosName], agent_uuid: toUuid('agent', Math.floor(number / 3)) } : {}),
    sources: [{ name: toSource(number), first_seen: firstSeen, last_seen: lastSeen }],
    network: {
      network_id: '00000000-0000-0000-0000-000000000000',
      network_name: 'Default',
      ipv4s: [host.ipv4],
      fqdns: [host.fqdn],
      hostnames: [host.fqdn],
      mac_addresses: [host.macAddress],
      netbios_names: [host.netbiosName],
      network_interfaces: [{ name: 'eth0', fqdns: [host.fqdn], mac_addresses: [host.macAddress], ipv4s: [host.ipv4] }],
    },
    scan: { first_scan_time: firstSeen, last_scan_time: lastSeen, last_authenticated_scan_date: lastSeen, last_scan_id: toUuid('run', 1) },
    timestamps: { created_at: firstSeen, updated_at: lastSeen, first_seen: firstSeen, last_seen: lastSeen },
  };
}

function toSeen(number: number): { readonly firstSeen: string; readonly lastSeen: string } {
  const { first, last } = toSeenDays(number);
  return { firstSeen: toIso(first, number % 86_400), lastSeen: toIso(last, number % 86_400) };
}

function toSource(number: number): string {
  return number % 3 === 0 ? 'NESSUS_AGENT' : 'NESSUS_SCAN'; // as in `hasAgent` of the machine
}
