/** Sensor profiles: settings that agents or scanners share. https://developer.tenable.com/reference/profiles-list */
import { anything, get, list, map, nonEmpty, oneOf, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const Profile = z.object({
  name: text.nullish(),
  description: text.nullish(),
  profile_uuid: text.nullish(),
  created: text.nullish(),
  updated: text.nullish(),
  config: map(anything).nullish(),
});

export const ProfileList = z.object({
  profiles: list(Profile).nullish(),
});

const sensor_type = oneOf('agent', 'scanners').describe('What the profile is for.');
const settings = { name: nonEmpty, description: text.optional(), config: map(anything).optional().describe('Versions, plugins, updates and modules, as `details` shows them.') };

export const operations = {
  list: get('/sensors/profiles/{sensor_type}', { doc: 'The profiles of agents or scanners.', input: { sensor_type }, output: ProfileList }),
  details: get('/sensors/profiles/{sensor_type}/{profile_uuid}', { doc: 'One profile.', input: { sensor_type, profile_uuid: uuid }, output: Profile }),
  create: post('/sensors/profiles/{sensor_type}', { doc: 'Creates a profile.', input: { sensor_type, ...settings }, output: Profile }),
  update: put('/sensors/profiles/{sensor_type}/{profile_uuid}', { doc: 'Changes a profile.', input: { sensor_type, profile_uuid: uuid, ...settings }, output: Profile }),
  clone: post('/sensors/profiles/{sensor_type}/{profile_uuid}/clone', {
    doc: 'Copies a profile.',
    input: { sensor_type, profile_uuid: uuid, name: nonEmpty, description: text.optional() },
    output: Profile,
  }),
  delete: remove('/sensors/profiles/{sensor_type}/{profile_uuid}', { doc: 'Deletes a profile.', input: { sensor_type, profile_uuid: uuid } }),
  feedVersions: get('/sensors/profiles/feed_versions', { doc: 'The versions of software and plugins that profiles can name.', output: map(anything), never: ['NotFoundError'] }),
};
