/** Imports of findings from other products. https://developer.tenable.com/reference/vulnerabilities-import-v2 */
import { answerId, anything, count, flag, list, post, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const VulnerabilityImport = z.object({ job_uuid: answerId.nullish() });

export const ImportedFinding = z.object({
  tenable_plugin_id: text.optional(),
  cve: text.optional(),
  port: count.optional(),
  protocol: text.optional(),
  authenticated: flag.optional(),
  last_found: count.optional(),
  output: text.optional(),
}).catchall(anything);

export const ImportedHost = z.object({
  network_interfaces: list(z.object({
    ipv4: list(text).optional(),
    ipv6: list(text).optional(),
    mac_address: text.optional(),
    netbios_name: text.optional(),
    fqdn: text.optional(),
  })).optional(),
  hostname: text.optional(),
  servicenow_sysid: text.optional(),
  ssh_fingerprint: text.optional(),
  bios_uuid: text.optional(),
  netbios_name: text.optional(),
  operating_systems: text.optional(),
  authenticated: flag.optional(),
  tenable_agent_id: text.optional(),
  tenable_network_id: text.optional(),
  vulnerabilities: list(ImportedFinding).optional(),
}).catchall(anything);

export const operations = {
  import: post('/api/v2/vulnerabilities', {
    doc: 'Imports findings of another product.',
    input: {
      vendor: text,
      product: text,
      data_type: text,
      source: text,
      assets: list(ImportedHost).min(1),
      coverage: z.object({ ids: text.optional() }).optional(),
    },
    output: VulnerabilityImport,
    page: 'vulnerabilities-import-v2',
  }),
  importV1: post('/import/vulnerabilities', {
    doc: 'Imports findings of another product.',
    input: {
      source: text,
      type: text,
      assets: list(ImportedHost).min(1),
      checks_ran: list(z.object({ tenable_plugin_id: text.optional(), port: count.optional(), protocol: text.optional() })).optional(),
    },
    page: 'vulnerabilities-import',
    deprecated: 'Use `import`.',
  }),
};
