/** Plugins that scan web applications. https://developer.tenable.com/reference/was-v2-plugins-list */
import { byOffset, count, get, isoTime, list, number, text, z } from '../language/index.js';
import { WasPagination, wasPage } from './parts/was.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasPluginSummary = z.object({ plugin_id: number, name: text.nullish(), family: text.nullish() });

export const WasPluginPage = z.object({ items: list(WasPluginSummary), pagination: WasPagination });

export const WasPluginDetails = z.object({
  plugin_id: number,
  name: text.nullish(),
  family: text.nullish(),
  solution: text.nullish(),
  description: text.nullish(),
  synopsis: text.nullish(),
  published: text.nullish(),
  patch_published: isoTime.nullish(),
  plugin_modified: text.nullish(),
  risk_factor: text.nullish().describe('`info`, `low`, `medium`, `high` or `critical`.'),
  see_also: list(text).nullish(),
  cvss3_base_score: number.nullish(),
  wasc: list(text).nullish(),
  cwe: list(text).nullish(),
  owasp: list(z.object({ category: text.nullish().describe('`A1`, `A2`, `A3`, `A4`, `A5`, `A6`, `A7`, `A8`, `A9` or `A10`.'), year: text.nullish() })).nullish(),
});

export const operations = {
  list: get('/was/v2/plugins', {
    doc: 'Plugins, page by page.',
    input: wasPage,
    output: WasPluginPage,
    never: ['NotFoundError'],
    paging: { ...byOffset('items'), size: 200 },
    page: 'was-v2-plugins-list',
  }),
  details: get('/was/v2/plugins/{plugin_id}', { doc: 'One plugin.', input: { plugin_id: count }, output: WasPluginDetails, page: 'was-v2-plugins-details' }),
};
