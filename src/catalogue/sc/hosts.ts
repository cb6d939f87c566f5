/** Hosts: what Security Center has seen, one by one. https://docs.tenable.com/security-center/api/Hosts.htm */
import { answerText, anything, count, flagText, get, idText, list, map, nonEmpty, pageOffset, patch, post, text, uuid, z } from '../language/index.js';
import { fields, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Hosts.htm';

export const Host = z.object({ id: idText.nullish(), uuid: answerText.nullish(), name: answerText.nullish(), ipAddress: answerText.nullish(), os: answerText.nullish(), systemType: answerText.nullish(), firstSeen: answerText.nullish(), lastSeen: answerText.nullish(), netBios: answerText.nullish(), netBiosWorkgroup: answerText.nullish(), dns: answerText.nullish(), macAddress: answerText.nullish(), tenableUUID: answerText.nullish(), source: list(map(anything)).nullish(), acr: map(anything).nullish(), aes: map(anything).nullish(), repID: answerText.nullish() }).describe('Members are there as far as `fields` goes.');

export const HostCondition = z.object({ property: nonEmpty, operator: nonEmpty, value: anything });

const paging = { fields, limit: count.optional(), startOffset: pageOffset.optional().describe('The first host, counted from 0.'), endOffset: pageOffset.optional().describe('The one after the last of a page.'), pagination: flagText.default(true) };

export const operations = {
  list: get('/hosts', { doc: 'Hosts, a part of them.', input: paging, output: list(Host), never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.hosts.list' }),
  search: post('/hosts/search', {
    doc: 'Hosts that conditions find, a part of them.',
    input: { ...paging, filters: z.object({ and: list(HostCondition).optional(), or: list(HostCondition).optional() }) },
    query: ['fields', 'limit', 'startOffset', 'endOffset', 'pagination'],
    output: list(Host),
    never: ['NotFoundError', 'UnsupportedError'],
    idempotent: true,
    pyTenable: 'sc.hosts.search',
  }),
  updateAcr: patch('/hosts/{host_uuid}/acr', {
    doc: 'Sets how critical a host is, or has it worked out again.',
    input: { host_uuid: uuid, overwritten: flagText, overwrittenScore: z.int().min(1).max(10).optional(), reasoning: references, notes: text.optional() },
    idempotent: true,
    pyTenable: 'sc.hosts.update_acr',
  }),
  details: get('/hosts/{uuid}', { doc: 'One host.', input: { uuid: uuid, fields }, output: Host, never: ['UnsupportedError'] }),
};
