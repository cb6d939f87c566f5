/** Credentials: what scans log in with. Secrets are never told. */
import * as operations from '../../../api/sc/credentials.js';
import { listMembers } from '../../../schema/shape-schema.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes } from '../object-routes.js';
import { toBlankCredential } from '../records/blanks.js';
import type { ScRoute } from '../route.js';

const plain = ['name', 'description', 'tags', 'type'];
const secrets = operations.create.secrets; // a pattern on the left would count as a side effect

export const credentialsRoutes: readonly ScRoute[] = createObjectRoutes({
  kind: 'credential',
  operations,
  listFields: ['name', 'description', 'type'],
  isParted: true,
  rules: { plain, secrets, typeFields: listMembers(operations.create.input).filter((name) => !plain.includes(name) && !secrets.includes(name)) },
  toBlank: (id, request) => toBlankCredential(id, toCreation(request)),
});
