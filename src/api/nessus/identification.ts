/** The questions that tell whether a Nessus answers, and whether it is ready. */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';

/** What a Nessus says of itself to whoever asks. */
export const identification = /* @__PURE__ */ defineOperation({
  id: 'nessus.connect',
  product: 'nessus',
  method: 'GET',
  path: '/server/properties',
  docs: 'https://docs.tenable.com/nessus/',
  input: noInput,
  output: /* @__PURE__ */ json<unknown>(/* @__PURE__ */ v.unknown()),
});

/** Whether it is ready: while it loads its plugins it answers little else. */
export const readiness = /* @__PURE__ */ defineOperation({
  id: 'nessus.connect',
  product: 'nessus',
  method: 'GET',
  path: '/server/status',
  docs: 'https://docs.tenable.com/nessus/',
  input: noInput,
  output: /* @__PURE__ */ json<unknown>(/* @__PURE__ */ v.unknown()),
});
