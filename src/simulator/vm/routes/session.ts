/** Session: whom a request acts as. */
import { details } from '../../../api/vm/session.js';
import { toJsonAnswer } from '../../answers.js';
import { container } from '../records/users.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

function answerDetails({ user }: RouteRequest): AnswerParts {
  return toJsonAnswer({
    id: user.id,
    uuid: user.uuid,
    uuid_id: user.uuid,
    username: user.username,
    user_name: user.username,
    email: user.email,
    name: user.name,
    type: user.type,
    permissions: user.permissions,
    enabled: user.enabled,
    login_fail_count: 0,
    login_fail_total: 0,
    container_id: container.id,
    container_uuid: container.uuid,
    container_name: container.name,
    features: { asset_management: true, rbac: true, reporting: true, tagging: true },
    apps: { consec: 'standard', was: 'standard' },
    group_uuids: [],
    groups: [],
  });
}

export const sessionRoutes: readonly Route[] = [{ operation: details, answer: answerDetails }];
