/** Groups: what users share. */
import * as operations from '../../../api/sc/groups.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes } from '../object-routes.js';
import { toBlankGroup } from '../records/blanks.js';
import type { ScRoute } from '../route.js';

export const groupsRoutes: readonly ScRoute[] = createObjectRoutes({
  kind: 'group',
  operations,
  listFields: ['name', 'description'],
  isParted: false,
  rules: {
    plain: ['name', 'description', 'lces', 'queries', 'dashboardTabs', 'arcs', 'auditFiles'],
    many: { repositories: 'repository', definingAssets: 'asset', assets: 'asset', policies: 'policy', credentials: 'credential' },
  },
  toBlank: (id, request) => toBlankGroup(id, toCreation(request)),
});
