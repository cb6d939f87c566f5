/** Who a request acts as: the owner of its keys, or the user that it impersonates. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { readApiKeys } from '../api-key-header.js';
import { toNamedRefusal, unauthorizedAnswer } from './answers.js';
import type { SimulatedUser } from './records/users.js';
import { administrator } from './route.js';
import type { AnswerParts } from '../simulated-exchange.js';
import type { World } from './world.js';

/** The user, or the refusal as recorded: 401 for keys, 403 "Forbidden" for an impersonation. */
export function authenticate(
  { users }: Pick<World, 'users'>,
  headers: Readonly<Record<string, string>>,
): Result<SimulatedUser, AnswerParts> {
  const { accessKey, secretKey } = readApiKeys(headers['x-apikeys']);
  const owner = users.find((user) => user.accessKey === accessKey && user.secretKey === secretKey);
  if (owner?.enabled !== true) return err(unauthorizedAnswer);
  const header = headers['x-impersonate'];
  if (header === undefined || header === '') return ok(owner);
  const username = /^\s*username=(.*)$/i.exec(header)?.[1];
  const target = users.find((user) => user.username === username);
  return owner.permissions === administrator && target?.enabled === true ? ok(target) : err(toNamedRefusal(403));
}
