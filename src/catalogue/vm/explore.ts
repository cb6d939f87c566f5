/** Explore: searches of assets and findings of the third version. Retired; exports have all of it. https://developer.tenable.com/reference/exports-vulns-request-export */
import { answerId, answerText, anything, count, flag, isoTime, list, map, nonEmpty, number, post, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/exports-vulns-request-export';

export const ExplorePagination = z.object({ total: number.nullish(), next: text.nullish().describe('What to ask the next page with.'), limit: number.nullish(), offset: number.nullish() });

export const ExploreAsset = z.object({
  aws_availability_zone: text.nullish(),
  aws_subnet_id: text.nullish(),
  ipv6_addresses: list(text).nullish(),
  sources: list(text).nullish(),
  aws_ec2_instance_id: text.nullish(),
  aws_owner_id: text.nullish(),
  ipv4_addresses: list(text).nullish(),
  display_mac_address: text.nullish(),
  network: z.object({ id: answerId, name: text.nullish() }).nullish(),
  display_ipv4_address: text.nullish(),
  first_observed: isoTime.nullish(),
  is_deleted: flag.nullish(),
  last_observed: isoTime.nullish(),
  aws_ec2_instance_state_name: text.nullish(),
  id: answerId,
  aws_vpc_id: text.nullish(),
  mac_addresses: list(text).nullish(),
  types: list(text).nullish(),
  created: isoTime.nullish(),
  aws_ec2_instance_ami_id: text.nullish(),
  observation_sources: list(z.object({ first_observed: isoTime.nullish(), last_observed: isoTime.nullish(), name: text.nullish() })).nullish(),
  is_licensed: flag.nullish(),
  aws_ec2_product_code: text.nullish(),
  fqdns: list(text).nullish(),
  aws_ec2_instance_group_names: list(text).nullish(),
  tags: list(z.object({ id: answerId, category: text.nullish(), value: text.nullish(), type: text.nullish() })).nullish(),
  operating_systems: list(text).nullish(),
  display_fqdn: text.nullish(),
  display_operating_system: text.nullish(),
  aws_region: text.nullish(),
  system_type: text.nullish(),
  is_public: flag.nullish(),
  name: text.nullish(),
  aws_ec2_name: text.nullish(),
  aws_ec2_instance_type: text.nullish(),
  updated: isoTime.nullish(),
  ssl_tls_enabled: flag.nullish(),
  last_licensed_scan_time: isoTime.nullish(),
  homepage_screenshot_url: text.nullish(),
  netbios_name: text.nullish(),
  host_name: text.nullish(),
  installed_software: list(text).nullish(),
  has_plugin_results: flag.nullish(),
  tenable_id: text.nullish(),
  last_authenticated_scan_time: isoTime.nullish(),
});

export const ExploreAssetPage = z.object({ assets: list(ExploreAsset), pagination: ExplorePagination.nullish() });

export const ExploreFinding = z.object({
  id: answerId,
  asset: z.object({ name: text, ipv4_addresses: list(text).nullish(), display_ipv4_address: text.nullish() }).nullish(),
  definition: map(anything).nullish(),
  severity: answerText.nullish(),
  last_seen: isoTime.nullish(),
  scan: map(anything).nullish(),
  finding_id: text.nullish(),
  state: text.nullish(),
  last_observed: isoTime.nullish(),
  asset_id: text.nullish(),
  asset_name: text.nullish(),
  plugin_id: number.nullish(),
  audit_name: text.nullish(),
  compliance_result: text.nullish(),
});

export const ExploreFindingPage = z.object({ findings: list(ExploreFinding), pagination: ExplorePagination.nullish() });

export const ExploreCondition = z.object({ property: nonEmpty, operator: nonEmpty, value: anything });

export const ExploreSearch = z.object({
  fields: list(nonEmpty).optional().describe('The members that each has. Default: the most used.'),
  filter: z.union([ExploreCondition, z.object({ and: list(anything).optional(), or: list(anything).optional() })]).optional(),
  limit: count.optional(),
  next: text.optional().describe('Where the page before says that the next one begins.'),
  sort: list(map(text)).optional().describe('`{ property, order }`, or `{ [property]: order }` for assets.'),
});

const input = ExploreSearch;

export const operations = {
  assets: post('/api/v3/assets/search', {
    doc: 'Assets of every kind.',
    input: input,
    output: ExploreAssetPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_assets',
    deprecated: 'Use `exports.assetsV2`.',
  }),
  hostAssets: post('/api/v3/assets/host/search', {
    doc: 'Hosts.',
    input: input,
    output: ExploreAssetPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_host_assets',
    deprecated: 'Use `exports.assetsV2`.',
  }),
  webappAssets: post('/api/v3/assets/webapp/search', {
    doc: 'Web applications.',
    input: input,
    output: ExploreAssetPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_webapp_assets',
    deprecated: 'Use `exports.assetsV2`.',
  }),
  cloudAssets: post('/api/v3/assets/cloud_resource/search', {
    doc: 'Resources of clouds.',
    input: input,
    output: ExploreAssetPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_cloud_assets',
    deprecated: 'Use `exports.assetsV2`.',
  }),
  hostFindings: post('/api/v3/findings/vulnerabilities/host/search', {
    doc: 'Findings on hosts.',
    input: input,
    output: ExploreFindingPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_host_findings',
    deprecated: 'Use `exports.vulns`.',
  }),
  hostAuditFindings: post('/api/v3/findings/vulnerabilities/host_audit/search', {
    doc: 'Results of audits of hosts.',
    input: input,
    output: ExploreFindingPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_host_audit_findings',
    deprecated: 'Use `exports.compliance`.',
  }),
  webappFindings: post('/api/v3/findings/vulnerabilities/webapp/search', {
    doc: 'Findings of web applications.',
    input: input,
    output: ExploreFindingPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_webapp_findings',
    deprecated: 'Use `exports.was`.',
  }),
  cloudFindings: post('/api/v3/findings/vulnerabilities/cloud_resource/search', {
    doc: 'Findings on resources of clouds.',
    input: input,
    output: ExploreFindingPage,
    never: ['NotFoundError'],
    idempotent: true,
    pyTenable: 'tio.v3_explore.search_cloud_findings',
    deprecated: 'Use `exports.vulns`.',
  }),
};
