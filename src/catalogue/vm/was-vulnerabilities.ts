/** Findings in web applications, and what is attached to them. https://developer.tenable.com/reference/was-v2-vulns-search */
import { byOffset, get, list, post, uuid, z } from '../language/index.js';
import { WasPagination, pageMembers, wasPage, wasSearch } from './parts/was.js';
import { WasVulnerability } from './parts/was-vulnerability.js';

export const page = 'https://developer.tenable.com/reference/';
export const noun = 'WasFinding';

export const WasVulnerabilityPage = z.object({ items: list(WasVulnerability), pagination: WasPagination });

export const operations = {
  search: post('/was/v2/vulnerabilities/search', {
    doc: 'Findings that conditions find, page by page.',
    input: { ...wasSearch, ...wasPage },
    output: WasVulnerabilityPage,
    query: [...pageMembers],
    never: ['NotFoundError'],
    paging: { ...byOffset('items'), size: 200 },
    idempotent: true,
    page: 'was-v2-vulns-search',
  }),
  details: get('/was/v2/vulnerabilities/{vuln_id}', { doc: 'One finding.', input: { vuln_id: uuid }, output: WasVulnerability, page: 'was-v2-vulns-details' }),
  downloadAttachment: get('/was/v2/attachments/{attachment_id}', {
    doc: 'What is attached to a finding: a text or a picture.',
    input: { attachment_id: uuid },
    file: { id: 'attachment_id' },
    page: 'was-v2-attachments-download',
  }),
};
