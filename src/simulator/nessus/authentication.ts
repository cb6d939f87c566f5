/** Who a request acts as: the owner of its keys or of its session. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toReasonRefusal } from '../answers.js';
import { readApiKeys } from '../api-key-header.js';
import type { AnswerParts, SeenRequest } from '../simulated-exchange.js';
import type { NessusUser } from './records/users.js';
import type { NessusWorld } from './world.js';

export const invalidCredentials: AnswerParts = toReasonRefusal(401, 'Invalid Credentials');

export function authenticate(world: NessusWorld, { headers }: SeenRequest, nowMs: number): Result<NessusUser, AnswerParts> {
  const token = toSessionToken(headers);
  const owner = token === '' ? findKeyOwner(world, headers['x-apikeys']) : findSessionUser(world, token, nowMs);
  return owner === undefined ? err(invalidCredentials) : ok(owner);
}

/** `X-Cookie: token=…` */
export function toSessionToken(headers: Readonly<Record<string, string>>): string {
  return /(?:^|;\s*)token=([^;]+)/.exec(headers['x-cookie'] ?? '')?.[1] ?? '';
}

function findSessionUser({ sessions, users }: NessusWorld, token: string, nowMs: number): NessusUser | undefined {
  const session = sessions.use(token, nowMs);
  return users.find(({ id }) => String(id) === session?.owner);
}

function findKeyOwner({ users }: NessusWorld, header: string | undefined): NessusUser | undefined {
  const keys = readApiKeys(header);
  return users.find(({ accessKey, secretKey }) => accessKey === keys.accessKey && secretKey === keys.secretKey);
}
