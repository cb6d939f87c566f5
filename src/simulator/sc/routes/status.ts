/** Status: whether jobs, licence and feeds are in order. */
import { details } from '../../../api/sc/status.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toScAnswer } from '../answers.js';
import type { ScRequest, ScRoute } from '../route.js';

function answerDetails({ nowMs, world }: ScRequest): AnswerParts {
  const toUpdate = (type: string): object => ({ updateTime: String(world.feeds.get(type)?.updatedAtS ?? 0), stale: 'false' });
  return toScAnswer({
    jobd: 'Running',
    licenseStatus: 'Valid',
    PluginSubscriptionStatus: 'Valid',
    LCEPluginSubscriptionStatus: 'Valid',
    PassivePluginSubscriptionStatus: null,
    pluginUpdates: { active: { ...toUpdate('active'), pluginCurrentSet: '202601010000' }, passive: toUpdate('passive'), lce: toUpdate('lce') },
    feedUpdates: toUpdate('sc'),
    activeIPs: '50',
    licensedIPs: '1024',
  }, nowMs);
}

export const statusRoutes: readonly ScRoute[] = [{ operation: details, answer: answerDetails }];
