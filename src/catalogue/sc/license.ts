/** Licence: what Security Center may do. https://docs.tenable.com/security-center/api/Configuration.htm */
import { anything, get, map, nonEmpty, post } from '../language/index.js';

export const page = 'https://docs.tenable.com/security-center/api/Configuration.htm';

export const License = map(anything).describe('Settings by name, such as `LicenseConfig`.');

export const operations = {
  details: get('/configSection/0', { doc: 'The licence and its keys. Needs an administrator.', output: License, never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.license.details' }),
  register: post('/config/license/register', {
    doc: 'Takes over a licence file that was uploaded. Needs an administrator.',
    input: { filename: nonEmpty.describe('The name that the upload was answered with.') },
    idempotent: true,
    pyTenable: 'sc.license.update',
  }),
};
