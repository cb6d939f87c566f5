/** Scanners: the server's own and, on Nessus Manager, those linked to it. Each server documents itself at /api. */
import { count, get, list, number, text, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

export const Scanner = z.object({
  id: number,
  name: text,
  uuid: text.nullish(),
  type: text.nullish().describe('`local`, `managed` and the like.'),
  status: text.nullish().describe('`on` or `off`.'),
  platform: text.nullish(),
  engine_version: text.nullish(),
  loaded_plugin_set: text.nullish().describe('Date and time of its plugins, as `YYYYMMDDhhmm`.'),
  scan_count: number.nullish().describe('Scans that run on it.'),
});

export const ScannerList = z.object({ scanners: list(Scanner).nullable() });

export const operations = {
  list: get('/scanners', { doc: 'The scanners that scans can run on.', output: ScannerList, never: ['InvalidInputError'], pyTenable: 'nessus.scanners.list' }),
  details: get('/scanners/{scanner_id}', { doc: 'One scanner.', input: { scanner_id: count }, output: Scanner, pyTenable: 'nessus.scanners.details' }),
};
