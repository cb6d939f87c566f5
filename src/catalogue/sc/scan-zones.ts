/** Scan zones: which scanners look at which addresses. https://docs.tenable.com/security-center/api/Scan-Zone.htm */
import { answerText, answerTime, anything, idText, joinedTexts, list, text, z } from '../language/index.js';
import { ObjectSummary, name, objects, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Scan-Zone.htm';

export const ScanZone = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  ipList: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  scanners: list(anything).nullish(),
  organizations: list(ObjectSummary).nullish(),
  activeScanners: answerText.nullish(),
  totalScanners: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = objects('/zone', {
  one: 'a scan zone',
  many: 'scan zones',
  output: ScanZone,
  needs: { name },
  settings: { description: text.optional(), ipList: joinedTexts.optional().describe('Addresses, ranges and CIDR blocks.'), scanners: references },
  pyTenable: 'sc.scan_zones',
});
