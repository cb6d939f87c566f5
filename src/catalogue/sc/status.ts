/** Status: whether jobs, licence and feeds are in order. https://docs.tenable.com/security-center/api/Status.htm */
import { answerText, answerTime, get, list, z } from '../language/index.js';
import { ObjectSummary } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Status.htm';

export const Status = z.object({
  jobd: answerText.nullish().describe('The daemon that runs jobs: `Running` when all is well.'),
  licenseStatus: answerText.nullish().describe('`Valid` when all is well.'),
  PluginSubscriptionStatus: answerText.nullish(),
  LCEPluginSubscriptionStatus: answerText.nullish(),
  PassivePluginSubscriptionStatus: answerText.nullish(),
  activeIPs: answerText.nullish().describe('Addresses in use.'),
  licensedIPs: answerText.nullish().describe('Addresses that the licence covers.'),
  pluginUpdates: z.object({
    active: z.object({ updateTime: answerTime.nullish(), stale: answerText.nullish(), pluginCurrentSet: answerText.nullish() }).nullish(),
    passive: z.object({ updateTime: answerTime.nullish(), stale: answerText.nullish() }).nullish(),
    lce: z.object({ updateTime: answerTime.nullish(), stale: answerText.nullish() }).nullish(),
  }).nullish(),
  feedUpdates: z.object({ updateTime: answerTime.nullish(), stale: answerText.nullish() }).nullish(),
  lastDbBackupStatus: answerText.nullish(),
  migrationStatus: answerText.nullish(),
  zones: list(ObjectSummary).nullish(),
});

export const operations = {
  details: get('/status', {
    doc: 'Jobs, licence and the age of the feeds.',
    output: Status,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    pyTenable: 'sc.status.status',
  }),
};
