/** Server: the state of the service. https://developer.tenable.com/reference/server-status */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';

export interface ServerStatus {
  readonly code: number;
  /** `ready` when all is well; `loading`, `locked`, `feed-expired` and others otherwise. */
  readonly status: string;
}

const serverStatus: v.GenericSchema<unknown, ServerStatus> = /* @__PURE__ */ v.looseObject({
  code: v.number(),
  status: v.string(),
});

/** Whether the service is ready. */
export const status = /* @__PURE__ */ defineOperation({
  id: 'server.status',
  product: 'vm',
  method: 'GET',
  path: '/server/status',
  docs: 'https://developer.tenable.com/reference/server-status',
  input: noInput,
  output: /* @__PURE__ */ json<ServerStatus>(serverStatus),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});
