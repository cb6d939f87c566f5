/** Software update: plugins and the product itself. https://docs.tenable.com/nessus/Content/SoftwareUpdate.htm */
import { count, get, oneOf, put, text } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/SoftwareUpdate.htm';
export const noun = 'SoftwareUpdate';

export const operations = {
  update: get('/settings/software-update', {
    doc: 'Starts an update. Tenable asks for it by GET, although it changes something; it is not repeated by itself.',
    idempotent: false,
    pyTenable: 'nessus.software_update.update',
  }),
  settings: put('/settings/software-update', {
    doc: 'Changes what is updated, when and from where.',
    input: {
      update: oneOf('all', 'plugins', 'disabled').describe('What is updated by itself.'),
      custom_host: text.optional().describe('Another server for updates.'),
      auto_update_delay: count.optional().describe('Hours between updates.'),
    },
    pyTenable: 'nessus.software_update.settings',
  }),
};
