import type { ExportKind } from '../index.js';

/** Names of members with what is inside of them in brackets. Members of lists have no names of their own. */
const plugin =
  'bid canvas_package checks_for_default_account checks_for_malware cpe cve cvss2_base_score cvss2_temporal_score ' +
  'cvss2_temporal_vector(exploitability raw remediation_level report_confidence) cvss2_vector(access_complexity access_vector ' +
  'authentication availability_impact confidentiality_impact integrity_impact raw) cvss3_base_score cvss3_temporal_score ' +
  'cvss3_temporal_vector(exploitability raw remediation_level report_confidence) cvss3_vector(access_complexity access_vector ' +
  'authentication availability_impact confidentiality_impact integrity_impact raw) cvss4_base_score ' +
  'cvss4_threat_vector(exploit_maturity raw threat_score) cvss4_vector(attack_complexity attack_requirements attack_vector ' +
  'privileges_required raw subsequent_system_availability subsequent_system_confidentiality subsequent_system_integrity ' +
  'user_interaction vulnerable_system_availability vulnerable_system_confidentiality vulnerable_system_integrity) cvss_base_score ' +
  'cvss_temporal_score cvss_temporal_vector(exploitability raw remediation_level report_confidence) cvss_vector(access_complexity ' +
  'access_vector authentication availability_impact confidentiality_impact integrity_impact raw) cwe d2_elliot_name description ' +
  'epss_score exploit_available exploit_framework_canvas exploit_framework_core exploit_framework_d2_elliot ' +
  'exploit_framework_exploithub exploit_framework_metasploit exploit_frameworks exploitability_ease exploited_by_malware ' +
  'exploited_by_nessus exploithub_sku family family_id has_patch has_workaround id in_the_news intel_type locale metasploit_name ' +
  'modification_date ms_bulletin name original_risk_factor_num owasp_2010 owasp_2013 owasp_2017 owasp_2021 owasp_api_2019 ' +
  'patch_publication_date policy public_display publication_date risk_factor see_also solution stig_severity synopsis type ' +
  'unsupported_by_vendor usn vendor_severity vendor_unpatched version vpr(drivers(age_of_vuln(lower_bound upper_bound) ' +
  'cvss3_impact_score cvss_impact_score_predicted exploit_code_maturity product_coverage threat_intensity_last28 ' +
  'threat_recency(lower_bound upper_bound) threat_sources_last28) score updated) vpr_v2(cve_id exploit_chain exploit_code_maturity ' +
  'exploit_probability in_the_news_intensity_last30 in_the_news_recency in_the_news_sources_last30 ' +
  'malware_observations_intensity_last30 malware_observations_recency on_cisa_kev remediation score targeted_industries ' +
  'targeted_regions threat_summary vpr_percentile vpr_severity) vuln_publication_date wasc workaround workaround_published ' +
  'workaround_type xrefs';

/** What Tenable's reference and recorded answers name in the records of each kind. */
const members: Readonly<Record<ExportKind, string>> = {
  vulns:
    'asset(agent_uuid bios_uuid device_type fqdn hostname ipv4 ipv6 last_authenticated_results last_unauthenticated_results mac_address ' +
    'netbios_name netbios_workgroup network_id operating_system serial_number tracked uuid) finding_id first_found indexed last_fixed ' +
    'last_found output plugin(' + plugin + ') port(port protocol service) recast_reason recast_rule_uuid resurfaced_date scan(completed_at ' +
    'last_scan_target schedule_uuid started_at uuid) severity severity_default_id severity_id severity_modification_type software_vulns ' +
    'source state time_taken_to_fix',
  assets:
    'acr_score agent_names agent_uuid aws_availability_zone aws_ec2_instance_ami_id aws_ec2_instance_group_name aws_ec2_instance_id ' +
    'aws_ec2_instance_state_name aws_ec2_instance_type aws_ec2_name aws_ec2_product_code aws_owner_id aws_region aws_subnet_id ' +
    'aws_vpc_id azure_resource_id azure_vm_id bigfix_asset_id bios_uuid created_at deleted_at deleted_by environment_id exposure_score ' +
    'first_scan_time first_seen fqdns gcp_instance_id gcp_project_id gcp_zone has_agent has_plugin_results hostnames id ' +
    'installed_software ipv4s ipv6s last_authenticated_scan_date last_authentication_attempt_date last_authentication_scan_status ' +
    'last_authentication_success_date last_licensed_scan_date last_scan_id last_scan_target last_scan_time last_schedule_id last_seen ' +
    'mac_addresses manufacturer_tpm_ids mcafee_epo_agent_guid mcafee_epo_guid netbios_names network_id network_interfaces network_name ' +
    'open_ports operating_systems qualys_asset_ids qualys_host_ids ratings(acr(score) aes(score)) resource_tags serial_number ' +
    'servicenow_sysid sources ssh_fingerprints symantec_ep_hardware_keys system_types tags tenable_agent_days_since_active ' +
    'terminated_at terminated_by updated_at',
  'assets-v2':
    'agent_names agent_uuid cloud(aws(availability_zone ec2_instance_ami_id ec2_instance_group_name ec2_instance_id ' +
    'ec2_instance_state_name ec2_instance_type ec2_name ec2_product_code owner_id region subnet_id vpc_id) azure(resource_id vm_id) ' +
    'gcp(instance_id project_id zone)) custom_attributes deleted_by has_agent has_plugin_results id installed_software is_licensed ' +
    'is_public manufacturer_tpm_ids network(bios_uuid fqdns hostnames ipv4s ipv6s mac_addresses netbios_names network_id ' +
    'network_interfaces network_name open_ports ssh_fingerprints) network_device_serial_identifier operating_systems ratings(acr(score) ' +
    'aes(score)) resource_tags scan(first_scan_time last_authenticated_scan_date last_authentication_attempt_date ' +
    'last_authentication_scan_status last_authentication_success_date last_licensed_scan_date last_scan_id last_scan_target ' +
    'last_scan_time last_schedule_id) sources system_types tags tenable_agent_days_since_active terminated_by ' +
    'third_party_ids(bigfix_asset_id mcafee_epo_agent_guid mcafee_epo_guid qualys_asset_ids qualys_host_ids servicenow_sysid ' +
    'symantec_ep_hardware_keys) timestamps(created_at deleted_at first_seen last_seen terminated_at updated_at) types',
  compliance:
    'actual_value asset_uuid assets(agent_name agent_uuid fqdns id ipv4_addresses ipv6_addresses mac_addresses name netbios_name ' +
    'network_id operating_systems system_type tags) audit_file check_error check_id check_info check_name compliance_benchmark_name ' +
    'compliance_benchmark_version compliance_control_id compliance_full_id compliance_functional_id compliance_informational_id db_type ' +
    'description expected_value first_seen indexed_at last_fixed last_observed last_seen metadata_id plugin_id plugin_name profile_name ' +
    'reference see_also solution state status synopsis uname_output',
  was:
    'asset(fqdn ipv4 ipv4s uuid) finding_id first_found http_method indexed_at input_name input_type last_fixed last_found ' +
    'last_observed output payload plugin(' + plugin + ') proof recast_reason recast_rule_uuid scan(completed_at schedule_uuid started_at uuid) severity ' +
    'severity_default_id severity_id severity_modification_type state url',
};

/** Paths of all members of a kind's records, in brackets or not: `plugin`, `plugin.vpr`, `plugin.vpr.score`. */
export function toColumnNames(kind: ExportKind): readonly string[] {
  const names: string[] = [];
  const inside: string[] = [];
  let last = '';
  for (const word of members[kind].match(/[()]|[^\s()]+/g) ?? []) {
    if (word === '(') inside.push(last);
    else if (word === ')') last = inside.pop() ?? '';
    else names.push([...inside, (last = word)].join('.'));
  }
  return names;
}
