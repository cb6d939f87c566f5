/** Repositories: where findings are kept. Only administrators may change them. */
import * as operations from '../../../api/sc/repositories.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toZipArchive } from '../../zip-archive.js';
import { toInvalid, toScFile } from '../answers.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes, toListAnswer, withObject } from '../object-routes.js';
import type { ObjectArea } from '../object-routes.js';
import { scObjectIds } from '../records/objects.js';
import { toBlankRepository } from '../records/blanks.js';
import type { ScRequest, ScRoute } from '../route.js';

const area: ObjectArea = {
  kind: 'repository',
  operations: { details: operations.details, create: operations.create, update: operations.update, delete: operations.delete },
  listFields: ['name', 'description', 'type', 'dataFormat'],
  isParted: false,
  isForAdministrators: true,
  rules: {
    plain: ['name', 'description', 'type', 'dataFormat', 'organizations', 'remoteID', 'remoteIP'],
    typeFields: ['ipRange', 'trendingDays', 'trendWithRaw', 'correlation', 'nessusSchedule', 'mobileSchedule', 'remoteSchedule', 'preferences', 'mdm', 'scanner'],
  },
  toBlank: (id, request) => toBlankRepository(id, toCreation(request)),
  view: (repository, { world }) => (repository.id === scObjectIds.repository ? { ...repository, vulnCount: String(world.vulns) } : repository),
};

const types: readonly string[] = ['All', 'Local', 'Remote', 'Offline'];

function answerList(request: ScRequest): AnswerParts {
  const type = request.query.get('type') ?? 'All';
  if (!types.includes(type)) return toInvalid(`Invalid parameters specified for Repository query. The type '${type}' is invalid.`, request.nowMs);
  const all = request.world.objects.repository.all();
  return toListAnswer(area, request, type === 'All' ? all : all.filter((repository) => repository['type'] === type));
}

function answerExport(request: ScRequest): AnswerParts {
  return withObject('repository', request, ({ id }) =>
    toScFile(`repository-${id}.zip`, 'application/x-compressed', toZipArchive('repository.txt', `Simulated repository ${id}\n`)));
}

export const repositoriesRoutes: readonly ScRoute[] = [
  { operation: operations.list, answer: answerList },
  ...createObjectRoutes(area),
  { operation: operations.exportFile, answer: answerExport },
];
