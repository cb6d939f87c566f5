/** Credentials: what scans log in with. Secrets are never told. */
import { credentialEntries, secretNames } from '../../../api/sc/credential-fields.js';
import * as operations from '../../../api/sc/credentials.js';
import { toMaking } from '../making.js';
import { createObjectRoutes } from '../object-routes.js';
import { toBlankCredential } from '../records/blanks.js';
import type { ScRoute } from '../route.js';

const plain = ['name', 'description', 'tags', 'type'];
const secrets: readonly string[] = secretNames;

export const credentialsRoutes: readonly ScRoute[] = createObjectRoutes({
  kind: 'credential',
  operations,
  listFields: ['name', 'description', 'type'],
  isParted: true,
  rules: { plain, secrets, typeFields: Object.keys(credentialEntries).filter((name) => !plain.includes(name) && !secrets.includes(name)) },
  toBlank: (id, request) => toBlankCredential(id, toMaking(request)),
});
