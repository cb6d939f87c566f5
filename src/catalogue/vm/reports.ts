/** Reports: PDF files about findings. https://developer.tenable.com/reference/vm-reports-create */
import { answerId, anything, get, list, nonEmpty, oneOf, post, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const CreatedReport = z.object({ uuid: answerId });

export const ReportStatus = z.object({ status: text.nullish().describe('`COMPLETED`, `PENDING`, `FAILED` and the like.') });

const report_uuid = uuid.describe("The report's UUID.");

export const operations = {
  create: post('/reports/export', {
    doc: 'Asks for a report; `status` tells when it is ready.',
    input: {
      name: text.optional(),
      template_name: oneOf('host_vulns_summary', 'host_vulns_by_plugins', 'host_vulns_by_assets'),
      filters: list(z.object({ property: nonEmpty, operator: nonEmpty, value: anything })).optional().describe('Which findings it is about; `filters.reports` lists the properties.'),
    },
    output: CreatedReport,
    page: 'vm-reports-create',
  }),
  status: get('/reports/export/{report_uuid}/status', { doc: 'Whether a report is ready.', input: { report_uuid }, output: ReportStatus, page: 'vm-reports-status' }),
  download: get('/reports/export/{report_uuid}/download', { doc: 'A report that is ready, as PDF.', input: { report_uuid }, file: { id: 'report_uuid' }, page: 'vm-reports-download' }),
};
