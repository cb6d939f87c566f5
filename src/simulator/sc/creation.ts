import { noObject, toUserSummary } from './objects.js';
import type { Creation } from './records/blanks.js';
import type { ScRequest } from './route.js';

/** By whom and when a request makes something. */
export function toCreation({ nowMs, user, world }: ScRequest): Creation {
  const owner = world.objects.user.find(user.id);
  return { owner: owner === undefined ? noObject : toUserSummary(owner), nowS: Math.floor(nowMs / 1000) };
}
