/** Session: who the keys belong to. https://developer.tenable.com/reference/session-get */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { answerId, noInput } from '../../schema/shapes.js';

/** The user that a request acts as. */
export interface Session {
  readonly id: number;
  readonly uuid: string;
  readonly username: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly type: string;
  /** 16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator. */
  readonly permissions: number;
  readonly enabled: boolean;
  readonly container_uuid: string;
  readonly container_name?: string;
}

const session: v.GenericSchema<unknown, Session> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  uuid: answerId,
  username: v.string(),
  name: v.exactOptional(v.nullable(v.string())),
  email: v.exactOptional(v.nullable(v.string())),
  type: v.string(),
  permissions: v.number(),
  enabled: v.boolean(),
  container_uuid: v.string(),
  container_name: v.exactOptional(v.string()),
});

/** The user that the keys, or the impersonation, make a request act as. The cheapest way to check credentials. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'session.details',
  product: 'vm',
  method: 'GET',
  path: '/session',
  docs: 'https://developer.tenable.com/reference/session-get',
  input: noInput,
  output: /* @__PURE__ */ json<Session>(session),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});
