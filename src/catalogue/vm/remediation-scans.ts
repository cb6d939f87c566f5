/** Remediation scans: scans that look whether something was mended. https://developer.tenable.com/reference/io-scans-remediation-list */
import { answerId, byOffset, flag, get, list, number, oneOf, pageOffset, pathText, post, text, time, z } from '../language/index.js';
import { CreatedScan } from './parts/created-scan.js';
import { NewScanSettings, scanParts } from './parts/scan-settings.js';

export const page = 'https://developer.tenable.com/reference/';

export const RemediationScan = z.object({
  permissions: number.nullish(),
  enabled: flag.nullish(),
  control: flag.nullish(),
  read: flag.nullish(),
  last_modification_date: number.nullish(),
  creation_date: number.nullish(),
  status: text.nullish(),
  shared: flag.nullish(),
  user_permissions: number.nullish(),
  schedule_uuid: answerId.nullish(),
  wizard_uuid: text.nullish(),
  scan_creation_date: time.nullish(),
  owner: text.nullish(),
  policy_id: number.nullish(),
  id: number,
  remediation: number.nullish(),
  name: text,
  template_uuid: text.nullish(),
  type: text.nullish(),
  uuid: text.nullish(),
  progress: number.nullish(),
  total_targets: number.nullish(),
});

export const RemediationScanPage = z.object({ scans: list(RemediationScan), pagination: z.object({ total: number.nullish(), limit: number.nullish(), offset: number.nullish(), sort: z.union([text, list(z.object({ name: text.nullish(), order: text.nullish() }))]).nullish() }).nullish() });

export const CreatedRemediationScan = z.object({ scan: CreatedScan });

export const operations = {
  list: get('/scans/remediation', {
    doc: 'Remediation scans, page by page.',
    input: {
      limit: z.int().min(1).max(200).optional().describe('Scans a page, 1 to 200.'),
      offset: pageOffset.optional(),
      sort: oneOf('scan_creation_date:desc', 'scan_creation_date:asc').optional(),
    },
    output: RemediationScanPage,
    never: ['NotFoundError'],
    paging: { ...byOffset('scans'), size: 200 },
    page: 'io-scans-remediation-list',
    pyTenable: 'tio.remediationscans.list_remediation_scan',
  }),
  create: post('/scans/remediation', {
    doc: 'Creates a remediation scan.',
    input: { uuid: pathText.describe("The template's UUID, as `editor.listTemplates` tells it."), settings: NewScanSettings, ...scanParts },
    output: CreatedRemediationScan,
    secrets: ['credentials'],
    page: 'io-scans-remediation-create',
    pyTenable: 'tio.remediationscans.create_remediation_scan',
  }),
};
