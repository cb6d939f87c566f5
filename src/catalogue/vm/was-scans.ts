/** Scans of web applications: runs of a configuration. https://developer.tenable.com/reference/was-v2-scans-search */
import { answerId, anything, byOffset, get, isoTime, list, map, number, oneOf, patch, post, put, remove, text, uuid, z } from '../language/index.js';
import { UploadFile } from '../parts/upload.js';
import { WasPagination, pageMembers, wasPage, wasSearch } from './parts/was.js';
import { WasVulnerability } from './parts/was-vulnerability.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasScan = z.object({
  scan_id: answerId,
  parent_id: text.nullish(),
  asset_id: text.nullish(),
  user_id: text.nullish(),
  config_id: text.nullish(),
  target: text.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  requested_action: text.nullish().describe('`start` or `stop`.'),
  status: text.nullish().describe('`aborted`, `canceled`, `completed`, `pending`, `processing`, `ready`, `running` or `stopping`.'),
  metadata: map(anything).nullish(),
});

export const WasScanPage = z.object({ items: list(WasScan), pagination: WasPagination });

export const WasScanLaunch = z.object({ scan_id: answerId.nullish() });

export const WasScanNote = z.object({
  scan_note_id: text.nullish(),
  scan_id: text.nullish(),
  created_at: isoTime.nullish(),
  severity: text.nullish().describe('`info`, `low`, `medium`, `high` or `critical`.'),
  title: text.nullish(),
  message: text.nullish(),
});

export const WasScanNotePage = z.object({ items: list(WasScanNote), pagination: WasPagination });

export const WasScanVulnerabilityPage = z.object({ items: list(WasVulnerability), pagination: WasPagination });

export const WasTargetFindings = z.object({
  target: z.object({ target_id: text.nullish(), asset_id: text.nullish(), target_url: text.nullish() }).nullish(),
  scan: z.object({
    scan_id: text.nullish(),
    created_at: isoTime.nullish(),
    started_at: isoTime.nullish(),
    status: text.nullish(),
    estimate_percent_complete: anything.optional(),
  }).nullish(),
  findings: z.object({
    finding_count: number.nullish(),
    info_vulns: number.nullish(),
    low_vulns: number.nullish(),
    medium_vulns: number.nullish(),
    high_vulns: number.nullish(),
    critical_vulns: number.nullish(),
  }).nullish(),
});

export const WasTargetFindingsPage = z.object({ items: list(WasTargetFindings), pagination: WasPagination });

const config_id = uuid.describe("The configuration's UUID.");
const scan_id = uuid.describe("The scan's UUID.");
const size = { size: 200 };

export const operations = {
  search: post('/was/v2/configs/{config_id}/scans/search', {
    doc: 'The scans of a configuration that conditions find, page by page.',
    input: { config_id, ...wasSearch, ...wasPage },
    output: WasScanPage,
    query: [...pageMembers],
    paging: { ...byOffset('items'), ...size },
    idempotent: true,
    page: 'was-v2-scans-search',
  }),
  details: get('/was/v2/scans/{scan_id}', { doc: 'One scan.', input: { scan_id }, output: WasScan, page: 'was-v2-scans-details' }),
  launch: post('/was/v2/configs/{config_id}/scans', { doc: 'Starts a scan.', input: { config_id }, output: WasScanLaunch, page: 'was-v2-scans-launch' }),
  setStatus: patch('/was/v2/scans/{scan_id}', {
    doc: 'Pauses, resumes or stops a scan.',
    input: { scan_id, requested_action: oneOf('pause', 'resume', 'stop') },
    idempotent: true,
    page: 'was-v2-scans-status-update',
  }),
  delete: remove('/was/v2/scans/{scan_id}', { doc: 'Deletes a scan with its findings.', input: { scan_id }, page: 'was-v2-scans-delete' }),
  notes: get('/was/v2/scans/{scan_id}/notes', {
    doc: 'What the scanner says of a scan.',
    input: { scan_id, ...wasPage },
    output: WasScanNotePage,
    paging: { ...byOffset('items'), ...size },
    page: 'was-v2-scans-notes-list',
  }),
  vulnerabilities: post('/was/v2/scans/{scan_id}/vulnerabilities/search', {
    doc: 'Findings of a scan, page by page.',
    input: { scan_id, ...wasSearch, ...wasPage },
    output: WasScanVulnerabilityPage,
    query: [...pageMembers],
    paging: { ...byOffset('items'), ...size },
    idempotent: true,
    page: 'was-v2-scans-details-vulns-search',
  }),
  vulnerabilitiesByTarget: post('/was/v2/scans/{parent_scan_id}/vulnerabilities/by-targets/search', {
    doc: 'How many findings each target of a scan has, page by page.',
    input: { parent_scan_id: scan_id, ...wasPage },
    output: WasTargetFindingsPage,
    query: [...pageMembers],
    paging: { ...byOffset('items'), ...size },
    idempotent: true,
    page: 'was-v2-scans-details-vulns-search',
    pyTenable: 'part of tio.was.export',
  }),
  requestReport: put('/was/v2/scans/{scan_id}/report', {
    doc: "Asks for a report of a scan. Its form is named by a header of the call: `{ headers: { 'content-type': 'application/pdf' } }`.",
    input: { scan_id },
    page: 'was-v2-scans-export',
  }),
  downloadReport: get('/was/v2/scans/{scan_id}/report', {
    doc: "A report of a scan, in the form that a header of the call names: `{ headers: { 'content-type': 'text/csv' } }`.",
    input: { scan_id },
    file: { id: 'scan_id' },
    page: 'was-v2-scans-download-export',
    pyTenable: 'part of tio.was.export',
  }),
  downloadDebug: get('/api/v3/export/{scan_id}', {
    doc: 'What a scanner wrote while it ran, as an archive.',
    input: { scan_id },
    file: { id: 'scan_id' },
    page: 'was-v3-scans-debug-zip-download',
  }),
  import: post('/api/v3/was/import', {
    doc: 'Imports a scan that was exported.',
    input: { file: UploadFile },
    upload: { member: 'file', part: 'Filedata' },
    never: ['NotFoundError'],
    page: 'was-v3-scans-import',
  }),
};
