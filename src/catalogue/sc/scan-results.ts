/** Scan results: runs of scans and what they found. https://docs.tenable.com/security-center/api/Scan-Result.htm */
import { answerText, answerTime, anything, countText, flagText, get, idText, joinedTexts, list, map, moment, nonEmpty, post, remove, z } from '../language/index.js';
import { DetailsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UsableList, UserSummary, fields, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Scan-Result.htm';

export const ScanResult = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish().describe('`Queued`, `Running`, `Paused`, `Completed`, `Partial`, `Error` and others.'),
  importStatus: answerText.nullish().describe('`Finished` once the findings are in the repository.'),
  errorDetails: answerText.nullish(),
  running: answerText.nullish().describe('`true` or `false`.'),
  downloadAvailable: answerText.nullish(),
  totalIPs: answerText.nullish(),
  scannedIPs: answerText.nullish(),
  startTime: answerTime.nullish(),
  finishTime: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  scan: ObjectSummary.nullish(),
  repository: ObjectSummary.nullish(),
  owner: UserSummary.nullish(),
  completedChecks: answerText.nullish(),
  details: answerText.nullish(),
  importStart: answerText.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  scanDuration: answerText.nullish(),
  importFinish: answerText.nullish(),
  importDuration: answerText.nullish(),
  diagnosticAvailable: answerText.nullish(),
  downloadFormat: answerText.nullish(),
  dataFormat: answerText.nullish(),
  resultType: answerText.nullish(),
  resultSource: answerText.nullish(),
  importErrorDetails: answerText.nullish(),
  completedIPs: answerText.nullish(),
  totalChecks: answerText.nullish(),
  progress: z.union([map(anything), list(anything)]).nullish().describe('How far the run is, scanner by scanner; an empty list where there is nothing to tell.'),
  initiator: UserSummary.nullish(),
  agentScanContainerUUID: answerText.nullish(),
  agentScanUUID: answerText.nullish(),
  ioSyncDuration: answerText.nullish(),
  ioSyncErrorDetails: answerText.nullish(),
  ioSyncFinish: answerText.nullish(),
  ioSyncStart: answerText.nullish(),
  ioSyncStatus: answerText.nullish(),
  resultsSyncID: answerText.nullish(),
}).describe('One run of a scan. Members besides `id` are there as far as `fields` goes.');

const imported = {
  classifyMitigatedAge: countText.optional().describe('Days after which findings that are no longer seen count as mitigated.'),
  dhcpTracking: flagText.optional(),
  scanningVirtualHosts: flagText.optional(),
};

export const operations = {
  list: get('/scanResult', {
    doc: 'The results of the last 30 days, or of a given time, that the account may use, and those that it may manage.',
    input: {
      fields,
      startTime: moment.optional().describe('Created since then. Unix time in seconds, or a `Date`. Default: 30 days ago.'),
      endTime: moment.optional().describe('Created until then. Unix time in seconds, or a `Date`. Default: now.'),
      optimizeCompletedScanResults: flagText.optional().describe('Leaves out the progress of results that are complete, which is faster.'),
    },
    output: UsableList(ScanResult),
    never: ['NotFoundError', 'UnsupportedError'],
    custom: { answer: 'toUsableList' },
    pyTenable: 'sc.scan_instances.list',
  }),
  details: get('/scanResult/{id}', {
    doc: 'One result: how far it is, and how it ended.',
    input: DetailsInput,
    output: ScanResult,
    never: ['UnsupportedError'],
    pyTenable: 'sc.scan_instances.details',
  }),
  delete: remove('/scanResult/{id}', { doc: 'Deletes a result.', input: ObjectInput, pyTenable: 'sc.scan_instances.delete' }),
  copy: post('/scanResult/{id}/copy', {
    doc: 'Copies a result to users.',
    input: { id: ObjectId, users: references.describe('The users that get a copy.') },
    pyTenable: 'sc.scan_instances.copy',
  }),
  email: post('/scanResult/{id}/email', {
    doc: 'Sends a result by e-mail. One that cannot be sent may be no error: the answer says so in words only.',
    input: { id: ObjectId, email: joinedTexts.describe('Addresses.') },
    pyTenable: 'sc.scan_instances.email',
  }),
  stop: post('/scanResult/{id}/stop', { doc: 'Stops a running scan for good.', input: ObjectInput, pyTenable: 'sc.scan_instances.stop' }),
  pause: post('/scanResult/{id}/pause', { doc: 'Pauses a running scan.', input: ObjectInput, pyTenable: 'sc.scan_instances.pause' }),
  resume: post('/scanResult/{id}/resume', { doc: 'Goes on with a paused scan.', input: ObjectInput, pyTenable: 'sc.scan_instances.resume' }),
  download: post('/scanResult/{id}/download', {
    doc: 'Downloads a result: a Nessus file in a ZIP archive, unless `downloadType` asks for another.',
    input: { id: ObjectId, downloadType: nonEmpty.default('v2').describe('`v2` for a Nessus file; other forms where the result has them.') },
    file: { id: 'id', name: 'id', mayBeHtml: false },
    idempotent: true,
    pyTenable: 'sc.scan_instances.export_scan',
  }),
  import: post('/scanResult/import', {
    doc: 'Makes a result of a file that was uploaded.',
    input: { repository: ObjectReference, filename: nonEmpty.describe('The name that the upload of the file was answered with.'), ...imported },
    pyTenable: 'sc.scan_instances.import_scan',
  }),
  reimport: post('/scanResult/{id}/import', { doc: 'Takes a result into its repository again.', input: { id: ObjectId, ...imported }, pyTenable: 'sc.scan_instances.reimport_scan' }),
};
