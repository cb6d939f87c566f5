/** Web applications that are scanned. https://developer.tenable.com/reference/was-v2-add-application */
import { list, nonEmpty, post, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/was-v2-add-application';

export const NewWasApplication = z.object({ user_defined_name: nonEmpty, url: nonEmpty, tags: list(uuid).optional() });

export const operations = {
  add: post('/api/v2/was/applications', { doc: 'Adds web applications.', input: { applications: list(NewWasApplication).min(1) }, body: 'applications' }),
};
