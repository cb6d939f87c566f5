/** Status: whether jobs, licence and feeds are in order. https://docs.tenable.com/security-center/api/Status.htm */
import { answerText, get, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/security-center/api/Status.htm';

export const Status = z.object({
  jobd: answerText.nullish().describe('The daemon that runs jobs: `Running` when all is well.'),
  licenseStatus: answerText.nullish().describe('`Valid` when all is well.'),
  PluginSubscriptionStatus: answerText.nullish(),
  LCEPluginSubscriptionStatus: answerText.nullish(),
  PassivePluginSubscriptionStatus: answerText.nullish(),
  activeIPs: answerText.nullish().describe('Addresses in use.'),
  licensedIPs: answerText.nullish().describe('Addresses that the licence covers.'),
});

export const operations = {
  details: get('/status', {
    doc: 'Jobs, licence and the age of the feeds.',
    output: Status,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    pyTenable: 'sc.status.status',
  }),
};
