/** Repositories: where results are kept. https://docs.tenable.com/security-center/api/Repository.htm */
import { answerText, answerTime, anything, count, flagText, get, idText, joinedTexts, list, map, nonEmpty, post, text, uuid, z } from '../language/index.js';
import { ObjectId, ObjectInput, ObjectSummary, fields, name, objects, reference, references } from './parts/objects.js';
import { Schedule } from './parts/schedule.js';
import { AcceptRiskRule, RecastRiskRule, ruleFilters } from './parts/risk-rules.js';

export const page = 'https://docs.tenable.com/security-center/api/Repository.htm';

export const Repository = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish().describe('`Local`, `Remote` or `Offline`.'),
  dataFormat: answerText.nullish().describe('`IPv4`, `IPv6`, `agent`, `mobile` and others.'),
  vulnCount: answerText.nullish(),
  lastVulnUpdate: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  typeFields: map(anything).nullish().describe("What there is besides for the repository's format, such as `ipRange`."),
  uuid: answerText.nullish(),
  remoteID: answerText.nullish(),
  remoteIP: answerText.nullish(),
  running: answerText.nullish(),
  downloadFormat: answerText.nullish(),
  lastSyncTime: answerTime.nullish(),
  organizations: list(ObjectSummary).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

const kind = objects('/repository', {
  one: 'a repository',
  many: 'repositories',
  output: Repository,
  needs: {
    name,
    type: nonEmpty.describe('`Local`, `Remote` or `Offline`.').meta({ example: 'Local' }),
    dataFormat: nonEmpty.describe('`IPv4`, `IPv6`, `agent`, `mobile` and others.').meta({ example: 'IPv4' }),
  },
  settings: {
    description: text.optional(),
    organizations: references,
    trendingDays: count.optional().describe('Days that trends are kept.'),
    trendWithRaw: flagText.optional(),
    correlation: references,
    ipRange: joinedTexts.optional().describe('Addresses, ranges and CIDR blocks.'),
    remoteIP: text.optional(),
    remoteID: ObjectId.optional(),
    preferences: map(anything).optional(),
    mdm: reference,
    scanner: reference,
    nessusSchedule: Schedule.optional(),
    mobileSchedule: Schedule.optional(),
    remoteSchedule: Schedule.optional(),
  },
  pyTenable: 'sc.repositories',
});

export const AssetIntersections = z.object({ assets: list(ObjectSummary).nullish() });

export const DeviceInfo = z.object({
  ip: answerText.nullish(),
  uuid: answerText.nullish(),
  score: answerText.nullish(),
  total: answerText.nullish(),
  severityInfo: answerText.nullish(),
  severityLow: answerText.nullish(),
  severityMedium: answerText.nullish(),
  severityHigh: answerText.nullish(),
  severityCritical: answerText.nullish(),
  macAddress: answerText.nullish(),
  policyName: answerText.nullish(),
  pluginSet: answerText.nullish(),
  netbiosName: answerText.nullish(),
  dnsName: answerText.nullish(),
  osCPE: answerText.nullish(),
  biosGUID: answerText.nullish(),
  tpmID: answerText.nullish(),
  mcafeeGUID: answerText.nullish(),
  lastAuthRun: answerText.nullish(),
  lastUnauthRun: answerText.nullish(),
  uniqueness: answerText.nullish(),
  severityAll: answerText.nullish(),
  os: answerText.nullish(),
  hasPassive: answerText.nullish(),
  hasCompliance: answerText.nullish(),
  lastScan: answerText.nullish(),
  links: list(anything).nullish(),
  repository: ObjectSummary.nullish(),
});

export const RepositoryJob = z.object({ objectID: idText.nullish(), objectType: answerText.nullish(), type: answerText.nullish(), ownerID: idText.nullish(), id: idText.nullish() }).describe('What was started.');

const host = { dnsName: text.optional(), ip: text.optional(), uuid: uuid.optional().describe('One of `dnsName`, `ip` and `uuid` is needed.') };
const rules = { id: ObjectId, ...ruleFilters, organizationIDs: joinedTexts.optional().describe('Only rules of these organizations.') };

export const operations = {
  ...kind,
  list: get('/repository', {
    doc: 'All repositories that the account may see.',
    input: { fields, type: text.optional().describe('`All`, `Local`, `Remote` or `Offline`.') },
    output: list(Repository),
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'sc.repositories.list',
  }),
  create: { ...kind.create, doc: 'Creates a repository. Needs an administrator.' },
  update: { ...kind.update, doc: 'Changes what is given of a repository. Needs an administrator.' },
  exportFile: get('/repository/{id}/export', {
    doc: 'Downloads all of a repository, as a compressed archive.',
    input: ObjectInput,
    file: { id: 'id', name: 'id', mayBeHtml: false },
    never: ['UnsupportedError'],
    pyTenable: 'sc.repositories.export_repository',
  }),
  acceptRiskRules: get('/repository/{id}/acceptRiskRule', { doc: 'The rules of a repository that accept findings.', input: rules, output: list(AcceptRiskRule), never: ['UnsupportedError'], pyTenable: 'sc.repositories.accept_risk_rules' }),
  recastRiskRules: get('/repository/{id}/recastRiskRule', { doc: 'The rules of a repository that change severities.', input: rules, output: list(RecastRiskRule), never: ['UnsupportedError'], pyTenable: 'sc.repositories.recast_risk_rules' }),
  assetIntersections: get('/repository/{id}/assetIntersections', { doc: 'The assets that a host belongs to.', input: { id: ObjectId, ...host }, output: AssetIntersections, never: ['UnsupportedError'], pyTenable: 'sc.repositories.asset_intersections' }),
  deviceInfo: get('/repository/{id}/deviceInfo', { doc: 'What a repository knows of a host. Since version 5.7.', input: { id: ObjectId, fields, ...host }, output: DeviceInfo, never: ['UnsupportedError'], pyTenable: 'sc.repositories.device_info' }),
  ipInfo: get('/repository/{id}/ipInfo', { doc: 'What a repository knows of a host. Before version 5.7.', input: { id: ObjectId, fields, ...host }, output: DeviceInfo, never: ['UnsupportedError'], pyTenable: 'sc.repositories.device_info', deprecated: 'Use `deviceInfo`.' }),
  import: post('/repository/{id}/import', { doc: 'Takes over the archive of a repository, which was uploaded.', input: { id: ObjectId, file: nonEmpty.describe('The name that the upload of the file was answered with.') }, output: RepositoryJob, pyTenable: 'sc.repositories.import_repository' }),
  syncRemote: post('/repository/{id}/sync', { doc: 'Starts to fetch a remote repository.', input: ObjectInput, pyTenable: 'sc.repositories.remote_sync' }),
  syncMobile: post('/repository/{id}/updateMobileData', { doc: 'Starts to fetch the data of mobile devices.', input: ObjectInput, pyTenable: 'sc.repositories.mobile_sync' }),
  authorizeRemote: post('/repository/authorize', {
    doc: 'Ties another Security Center, from which repositories can be fetched then.',
    input: { host: nonEmpty, username: nonEmpty, password: nonEmpty },
    secrets: ['password'],
    pyTenable: 'sc.repositories.remote_authorize',
  }),
  fetchRemote: get('/repository/fetchRemote', { doc: 'The repositories of another Security Center.', input: { host: nonEmpty }, output: list(ObjectSummary), never: ['UnsupportedError'], pyTenable: 'sc.repositories.remote_fetch' }),
};
