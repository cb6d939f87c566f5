/** What searches of Web Application Scanning can be filtered by. https://developer.tenable.com/reference/was-v2-filters-scan-configs-list */
import { get, list, number, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasFilter = z.object({
  name: text,
  readable_name: text.nullish(),
  operators: list(text).nullish(),
  control: z.object({ type: text.nullish(), regex: text.nullish(), readable_regex: text.nullish(), max_length: number.nullish() }).nullish(),
});

export const WasFilterList = z.object({ filters: list(WasFilter) });

export const operations = {
  configs: get('/was/v2/configs/filters', { doc: 'Filters of configurations.', output: WasFilterList, never: ['NotFoundError'], page: 'was-v2-filters-scan-configs-list' }),
  scans: get('/was/v2/configs/{config_id}/scans/filters', {
    doc: 'Filters of the scans of a configuration.',
    input: { config_id: uuid },
    output: WasFilterList,
    page: 'was-v2-filters-scans-list',
  }),
  vulnerabilities: get('/was/v2/vulnerabilities/filters', { doc: 'Filters of findings.', output: WasFilterList, never: ['NotFoundError'], page: 'was-v2-filters-vulns-list' }),
  scanVulnerabilities: get('/was/v2/scans/{scan_id}/vulnerabilities/filters', {
    doc: 'Filters of the findings of a scan.',
    input: { scan_id: uuid },
    output: WasFilterList,
    page: 'was-v2-filters-vulns-scan-list',
  }),
  userTemplates: get('/was/v2/user-templates/filters', {
    doc: 'Filters of templates of users.',
    output: WasFilterList,
    never: ['NotFoundError'],
    page: 'was-v2-filters-user-templates-list',
  }),
};
