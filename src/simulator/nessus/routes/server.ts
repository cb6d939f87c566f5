/** Server: what it is and whether it is ready, for everybody. */
import { properties, status } from '../../../api/nessus/server.js';
import { toJsonAnswer, toRefusal } from '../../answers.js';
import { toUuid } from '../../invented-ids.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import type { OpenNessusRoute } from '../route.js';
import type { NessusEdition } from '../world.js';

type OpenRequest = Parameters<OpenNessusRoute['answer']>[0];

/** The engine has a number of its own. */
const engineVersion = '19.18.4';

const names: { readonly [Edition in NessusEdition]: string } = {
  essentials: 'Nessus Essentials', expert: 'Nessus Expert', manager: 'Nessus Manager', professional: 'Nessus Professional',
};

/** Whoever is not logged in is told the kind; the versions, too, where the world says so. */
function answerProperties({ user, world }: OpenRequest): AnswerParts {
  const isManager = world.edition === 'manager';
  const versions = { server_version: engineVersion, server_build: '20038', nessus_ui_version: world.version, nessus_ui_build: '1' };
  return toJsonAnswer({
    nessus_type: names[world.edition],
    ...(user !== null || world.tellsVersion ? versions : {}),
    ...(user === null ? {} : {
      server_uuid: toUuid('nessus'), platform: 'LINUX', loaded_plugin_set: '202601010000', expiration: toUnixSeconds(400), enterprise: isManager, managed: false,
      features: { scan_api: isManager, report: true, remote_link: false, agents: isManager },
    }),
  });
}

/** Counts the questions: after so many of them it is ready. */
function answerStatus({ world }: OpenRequest): AnswerParts {
  const { httpStatus = 200, polls = Number.POSITIVE_INFINITY, status: word } = world.readiness;
  if (word === 'ready' || polls <= 0) {
    world.readiness = { status: 'ready' };
    return toJsonAnswer({ code: 200, status: 'ready', progress: null });
  }
  world.readiness = { ...world.readiness, polls: polls - 1 };
  const body = { code: 503, status: word, progress: word === 'loading' ? 50 : null };
  return httpStatus === 200 ? toJsonAnswer(body) : toRefusal(httpStatus, body);
}

export const serverRoutes: readonly OpenNessusRoute[] = [
  { operation: properties, answer: answerProperties },
  { operation: status, answer: answerStatus },
];
