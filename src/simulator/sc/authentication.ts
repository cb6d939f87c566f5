/** Who a request acts as: the owner of its keys, of its session, or of the certificate of its connection. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { readApiKeys } from '../api-key-header.js';
import type { AnswerParts, SeenRequest } from '../simulated-exchange.js';
import { toInvalidToken, toUnknownCaller } from './answers.js';
import type { ScObject } from './objects.js';
import { scUsernames, toScUser } from './records/users.js';
import type { ScUser } from './records/users.js';
import { isFrom } from './world.js';
import type { ScWorld } from './world.js';

export function authenticate(world: ScWorld, { hasClientCertificate, headers }: SeenRequest, nowMs: number): Result<ScUser, AnswerParts> {
  const isNew = isFrom(world, 5, 20);
  const token = headers['x-securitycenter'];
  if (token !== undefined) return toCaller(findSessionUser(world, token, headers, nowMs), toInvalidToken(nowMs));
  const refusal = isNew ? toUnknownCaller(nowMs) : toInvalidToken(nowMs);
  if (headers['x-apikey'] !== undefined && isFrom(world, 5, 13)) return toCaller(findKeyOwner(world, headers['x-apikey']), refusal);
  // From 6.5 on a certificate alone is enough; before, it only opens a session.
  return toCaller(hasClientCertificate === true && isFrom(world, 6, 5) ? findByName(world, scUsernames.administrator) : undefined, refusal);
}

function toCaller(user: ScObject | undefined, refusal: AnswerParts): Result<ScUser, AnswerParts> {
  return user === undefined || isLocked(user) ? err(refusal) : ok(toScUser(user));
}

export function isLocked(user: ScObject): boolean {
  return user['locked'] === 'true';
}

/** A session needs both of its halves: the token, and the cookie that came with it. */
function findSessionUser(world: ScWorld, token: string, headers: Readonly<Record<string, string>>, nowMs: number): ScObject | undefined {
  const session = world.sessions.use(token, nowMs);
  return session?.cookie === toSessionCookie(headers) ? world.objects.user.find(session.owner) : undefined;
}

export function toSessionCookie(headers: Readonly<Record<string, string>>): string {
  return /(?:^|;\s*)TNS_SESSIONID=([^;]*)/.exec(headers['cookie'] ?? '')?.[1] ?? '';
}

function findKeyOwner(world: ScWorld, header: string): ScObject | undefined {
  const keys = readApiKeys(header);
  const [id] = [...world.accounts].find(([, { accessKey, secretKey }]) => accessKey === keys.accessKey && secretKey === keys.secretKey) ?? [];
  return world.objects.user.find(id);
}

/** The user with a login name. */
export function findByName({ objects }: Pick<ScWorld, 'objects'>, username: string): ScObject | undefined {
  return objects.user.all().find((user) => user['username'] === username);
}
