import { noObject, toUserSummary } from './objects.js';
import type { Making } from './records/blanks.js';
import type { ScRequest } from './route.js';

/** By whom and when a request makes something. */
export function toMaking({ nowMs, user, world }: ScRequest): Making {
  const owner = world.objects.user.find(user.id);
  return { owner: owner === undefined ? noObject : toUserSummary(owner), nowS: Math.floor(nowMs / 1000) };
}
