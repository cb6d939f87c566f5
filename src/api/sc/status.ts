/** Status: whether jobs, licence and feeds are in order. https://docs.tenable.com/security-center/api/Status.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';
import { optionalAnswerText } from './shapes.js';

export interface Status {
  /** The daemon that runs jobs: `Running` when all is well. */
  readonly jobd?: string | null;
  /** `Valid` when all is well. */
  readonly licenseStatus?: string | null;
  readonly PluginSubscriptionStatus?: string | null;
  readonly LCEPluginSubscriptionStatus?: string | null;
  readonly PassivePluginSubscriptionStatus?: string | null;
  /** Addresses in use. */
  readonly activeIPs?: string | null;
  /** Addresses that the licence covers. */
  readonly licensedIPs?: string | null;
}

const statusDetails: v.GenericSchema<unknown, Status> = /* @__PURE__ */ v.looseObject({
  jobd: optionalAnswerText,
  licenseStatus: optionalAnswerText,
  PluginSubscriptionStatus: optionalAnswerText,
  LCEPluginSubscriptionStatus: optionalAnswerText,
  PassivePluginSubscriptionStatus: optionalAnswerText,
  activeIPs: optionalAnswerText,
  licensedIPs: optionalAnswerText,
});

/** Jobs, licence and the age of the feeds. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'status.details',
  product: 'sc',
  method: 'GET',
  path: '/status',
  docs: 'https://docs.tenable.com/security-center/api/Status.htm',
  input: noInput,
  output: /* @__PURE__ */ json<Status>(statusDetails),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});
