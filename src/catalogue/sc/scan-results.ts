/** Scan results: runs of scans and what they found. https://docs.tenable.com/security-center/api/Scan-Result.htm */
import { answerText, answerTime, flagText, get, idText, joinedTexts, moment, nonEmpty, post, remove, z } from '../language/index.js';
import { DetailsInput, ObjectId, ObjectInput, ObjectSummary, UsableList, UserSummary, fields, references } from './parts/objects.js';

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
}).describe('One run of a scan. Members besides `id` are there as far as `fields` goes.');

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
};
